package org.stoppayment.recovery.forms.pdf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.LegalTerm;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PaymentId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.approvals.domain.RefundApproval;
import org.stoppayment.recovery.attribution.domain.ComputedShares;
import org.stoppayment.recovery.attribution.domain.FlowId;
import org.stoppayment.recovery.attribution.domain.MoneyPath;
import org.stoppayment.recovery.attribution.domain.Owner;
import org.stoppayment.recovery.attribution.domain.Provenance;
import org.stoppayment.recovery.attribution.domain.Shares;
import org.stoppayment.recovery.attribution.domain.StatementCheck;
import org.stoppayment.recovery.eligibility.domain.RefundAccount;
import org.stoppayment.recovery.eligibility.domain.Victim;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormFacts.Filing;
import org.stoppayment.recovery.forms.domain.FormFacts.Holder;
import org.stoppayment.recovery.notices.domain.PlanObjection;
import org.stoppayment.recovery.notices.domain.Readiness;
import org.stoppayment.recovery.payments.domain.FreezeAllocation;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.PaymentOrder;
import org.stoppayment.recovery.plans.domain.PlanState;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.domain.PlannedHold;
import org.stoppayment.recovery.plans.domain.PlannedRefunds;
import org.stoppayment.recovery.plans.domain.PlannedRefunds.HeldAccount;
import org.stoppayment.recovery.plans.domain.RefundPlan;
import org.stoppayment.recovery.rules.domain.ApprovalLevel;
import org.stoppayment.recovery.rules.domain.RefundRules;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Plans of a size that a test asks for; always the same. */
final class SamplePlans {

    static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    static final String DIGEST = "0123456789abcdef".repeat(4);
    static final Map<String, String> INSTITUTIONS = Map.of("102100099996", "中国工商银行", "103100000026", "中国农业银行");
    static final RefundRules RULES = new RefundRules(
            "cn-refund-2016-41",
            1,
            new LegalTerm(Duration.ofDays(30)),
            true,
            new LegalTerm(Duration.ofDays(7)),
            ApprovalLevel.CITY,
            new LegalTerm(Duration.ofDays(30)),
            3);

    private final List<String> names;
    private final int flows;

    private SamplePlans(List<String> names, int flows) {
        this.names = names;
        this.flows = flows;
    }

    /** The facts of a plan whose victims have these names, of so many accounts, each with so many flows at least. */
    static FormFacts of(List<String> names, int accounts, int flows) {
        return new SamplePlans(names, flows).facts(accounts);
    }

    /** So many ordinary names. */
    static List<String> names(int count) {
        List<String> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add("张建国" + (count == 1 ? "" : i));
        }
        return all;
    }

    static CaseId caseId(int victim) {
        return new CaseId(new UUID(0x01a2_2f57_0fbe_7000L, 0x8000_0000_0000_0000L + victim));
    }

    private FormFacts facts(int accounts) {
        List<HeldAccount> held = new ArrayList<>();
        Map<UUID, Holder> holders = new HashMap<>();
        for (int i = 0; i < accounts; i++) {
            HeldAccount account = account(i);
            account.holds().forEach(hold -> holders.put(hold.id(), new Holder("李卡农", NOON)));
            held.add(account);
        }
        Map<CaseId, Victim> victims = new HashMap<>();
        Map<CaseId, Filing> filings = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            victims.put(caseId(i), victim(i));
            filings.put(caseId(i), new Filing("榕公（刑）立字〔2026〕" + (100 + i) + "号", "福州市公安局鼓楼分局", Optional.of(NOON)));
        }
        RefundPlan plan = new RefundPlan(
                PlanId.of("01a22f57-564d-789d-acc5-6f105dda3019"),
                NOON,
                Officer.SYSTEM,
                PlannedRefunds.of(held, victims, filings.keySet()));
        Officer clerk = new Officer("福州市公安局", "350100");
        RefundApproval approval = new RefundApproval(
                plan.id(),
                DIGEST,
                new RefundApproval.Submission(clerk, NOON.plusSeconds(3600)),
                Optional.of(new RefundApproval.Decision(
                        new Officer("福建省公安厅", "350001"),
                        NOON.plusSeconds(7200),
                        Optional.of(
                                new RefundApproval.Grant(ApprovalLevel.CITY, DIGEST, NOON.plus(Duration.ofDays(30)))),
                        "")));
        return new FormFacts(
                plan,
                DIGEST,
                PlanState.PAYING,
                filings,
                victims,
                holders,
                Map.of(),
                Optional.of(approval),
                new Readiness(Set.of(), Optional.empty(), List.of()),
                List.of(),
                orders(plan, clerk),
                RULES);
    }

    private static List<Payment> orders(RefundPlan plan, Officer clerk) {
        List<Payment> orders = new ArrayList<>();
        for (PlannedAccount account : plan.accounts()) {
            for (FreezeAllocation.Part part : FreezeAllocation.of(account)) {
                PaymentId id = PaymentId.of(
                        new UUID(0x01a2_2f57_5555_7000L, 0x8000_0000_0000_0000L + orders.size()).toString());
                orders.add(Payment.ordered(id, order(plan, account, part, clerk)));
            }
        }
        return orders;
    }

    private static PaymentOrder order(
            RefundPlan plan, PlannedAccount account, FreezeAllocation.Part part, Officer clerk) {
        return new PaymentOrder(
                plan.id(),
                part.payout().payout().claim().caseId(),
                account.shares().account(),
                part.freeze().id(),
                part.freeze().caseId(),
                part.payout().refundAccount().orElseThrow(),
                part.fen(),
                NOON,
                clerk,
                NOON.plus(Duration.ofDays(3)));
    }

    /** The same facts with other payments. */
    static FormFacts with(FormFacts facts, List<Payment> payments) {
        return with(facts, facts.plan(), facts.readiness(), facts.objections(), payments);
    }

    /** The same facts of another plan. */
    static FormFacts of(FormFacts facts, RefundPlan plan) {
        return with(facts, plan, facts.readiness(), facts.objections(), facts.payments());
    }

    /** The same facts with objections: some concern the plan. */
    static FormFacts with(FormFacts facts, Readiness readiness, List<PlanObjection> objections) {
        return with(facts, facts.plan(), readiness, objections, facts.payments());
    }

    private static FormFacts with(
            FormFacts facts,
            RefundPlan plan,
            Readiness readiness,
            List<PlanObjection> objections,
            List<Payment> payments) {
        return new FormFacts(
                plan,
                facts.planDigest(),
                facts.state(),
                facts.filings(),
                facts.victims(),
                facts.holders(),
                facts.transfers(),
                facts.approval(),
                readiness,
                objections,
                payments,
                facts.rules());
    }

    private HeldAccount account(int number) {
        AccountRef.Key key =
                new AccountRef.Key(number % 2 == 0 ? "102100099996" : "103100000026", "622202000000000001" + number);
        Shares money = Shares.NONE;
        List<MoneyPath.Step> steps = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Shares one = Shares.of(Owner.victim(caseId(i)), 14_000_000 + i * 1_234_56L);
            money = money.plus(one);
            steps.add(step(key, FlowId.Source.REPORTED, steps.size(), one));
        }
        while (steps.size() < flows) {
            steps.add(step(key, FlowId.Source.IN, steps.size(), Shares.of(Owner.HOLDER, 1_234_56)));
        }
        List<PlannedHold> holds = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            holds.add(new PlannedHold(
                    new UUID(0x01a2_2f57_4ef1_7000L + i, 0x8000_0000_0000_0000L + number),
                    caseId(i),
                    true,
                    10_000_000 + i,
                    NOON.plus(Duration.ofDays(180))));
        }
        boolean isSingle = names.size() == 1;
        return new HeldAccount(
                new ComputedShares(
                        key,
                        money,
                        isSingle ? Provenance.REPORTED : new Provenance(false, false),
                        isSingle,
                        new StatementCheck(
                                0, 0, Optional.of(new StatementCheck.Balance(money.total(), NOON.plusSeconds(60)))),
                        names.size(),
                        Optional.of(1)),
                holds,
                new HashSet<>(),
                new MoneyPath(steps, false));
    }

    private static MoneyPath.Step step(AccountRef.Key payee, FlowId.Source source, int number, Shares shares) {
        boolean isReported = source == FlowId.Source.REPORTED;
        return new MoneyPath.Step(
                new FlowId(source, payee, isReported ? new UUID(7, number).toString() : "S" + number, 1),
                isReported
                        ? Optional.empty()
                        : Optional.of(new AccountRef.Key("103100000026", "62284800000" + (10_000_000 + number))),
                Optional.of(payee),
                shares.total(),
                Optional.of(NOON.plusSeconds(number)),
                shares,
                isReported ? Provenance.REPORTED : new Provenance(false, false),
                Optional.of(1));
    }

    private Victim victim(int number) {
        return new Victim(
                caseId(number),
                names.get(number),
                14_000_000 + number * 1_234_56L,
                Optional.of(new Victim.Identity(DIGEST, NOON)),
                Optional.empty(),
                0,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(new RefundAccount(
                        "103100000026",
                        "6228480000000" + (100_000 + number),
                        names.get(number),
                        AccountKind.BANK_PERSONAL,
                        true)),
                0);
    }
}
