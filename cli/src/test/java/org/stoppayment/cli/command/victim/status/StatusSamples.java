package org.stoppayment.cli.command.victim.status;

import com.google.protobuf.Timestamp;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.text.Language;
import org.stoppayment.cli.text.Texts;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.recovery.v1.AccountShares;
import org.stoppayment.proto.recovery.v1.ConditionCheck;
import org.stoppayment.proto.recovery.v1.OwnerKind;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RefundAccount;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;
import org.stoppayment.proto.recovery.v1.RefundReceipt;
import org.stoppayment.proto.recovery.v1.Share;
import org.stoppayment.proto.recovery.v1.Victim;
import org.stoppayment.proto.recovery.v1.WatchedPayout;
import org.stoppayment.proto.recovery.v1.WatchedPlan;

/** What the services know of a case whose money is on one account with that of another victim, and what its victim is told. */
final class StatusSamples {

    static final String OWN = "0193a000-0000-7000-8000-0000000000c1";
    static final String OTHER = "0193a000-0000-7000-8000-0000000000c2";
    static final String PLAN = "0193a000-0000-7000-8000-0000000000d1";
    static final Timestamp CALL = moment("2026-03-01T02:05:00Z");
    static final Timestamp STOP_END = moment("2026-03-03T02:06:00Z");
    static final Timestamp FREEZE_END = moment("2026-09-01T02:06:00Z");
    static final Account MULE = Account.newBuilder()
            .setInstitutionCode("102100099996")
            .setNumber("6222020000000000018")
            .setName("户主甲")
            .build();
    static final Account OWN_ACCOUNT = Account.newBuilder()
            .setInstitutionCode("103100000026")
            .setNumber("6217000000000000777")
            .setName("林小溪")
            .build();
    static final Account ACCOUNT_OF_OTHER = Account.newBuilder()
            .setInstitutionCode("103100000026")
            .setNumber("6217000000000008642")
            .setName("受害人乙")
            .build();

    private StatusSamples() {}

    static VictimFacts shared() {
        return shared(snapshot().build());
    }

    static VictimFacts shared(RecoverySnapshot snapshot) {
        return new VictimFacts(
                GetCaseResponse.newBuilder()
                        .setCase(Case.newBuilder()
                                .setCaseId(OWN)
                                .setAcceptedAt(CALL)
                                .setReport(ReportFraudRequest.newBuilder()
                                        .setOperator(Operator.newBuilder()
                                                .setOrganisation("城南派出所")
                                                .setBadgeNumber("badge-9"))))
                        .setProgress(CaseProgress.newBuilder()
                                .setKnown(true)
                                .setBooked(true)
                                .setConserved(true)
                                .setSettled(true)
                                .setReportedFen(5_800_000)
                                .setFrozenFen(1_000_000)
                                .setCashFen(800_000)
                                .addOrders(stop()))
                        .build(),
                List.of(freeze(OTHER, moment("2030-01-01T00:00:00Z")), freeze(OWN, FREEZE_END)),
                Optional.of(Positions.newBuilder()
                        .setReportedFen(5_800_000)
                        .setHeldFen(4_000_000)
                        .setFrozenFen(1_000_000)
                        .setCashFen(800_000)
                        .build()),
                Optional.of(snapshot),
                Map.of(),
                List.of(
                        payment(OWN, OWN_ACCOUNT, "R-OWN", 100_000),
                        payment(OTHER, ACCOUNT_OF_OTHER, "R-OTHER", 8_888_888)));
    }

    /** Facts with another progress. */
    static VictimFacts with(CaseProgress.Builder progress) {
        VictimFacts facts = shared();
        return new VictimFacts(
                facts.reported().toBuilder().setProgress(progress).build(),
                facts.freezes(),
                facts.books(),
                facts.recovery(),
                facts.approvals(),
                facts.payments());
    }

    static VictimFacts with(RecoverySnapshot snapshot, Map<String, RefundApproval> approvals) {
        VictimFacts facts = shared(snapshot);
        return new VictimFacts(
                facts.reported(), facts.freezes(), facts.books(), facts.recovery(), approvals, facts.payments());
    }

    static VictimFacts with(RefundPayment... payments) {
        VictimFacts facts = shared();
        return new VictimFacts(
                facts.reported(),
                facts.freezes(),
                facts.books(),
                facts.recovery(),
                facts.approvals(),
                List.of(payments));
    }

    /** A progress that says what {@link #shared} says, without orders. */
    static CaseProgress.Builder progress() {
        return shared().reported().getProgress().toBuilder().clearOrders().clearFrozenFen();
    }

    static StopOrder.Builder stop() {
        return StopOrder.newBuilder()
                .setState(StopOrderState.STOP_ORDER_STATE_IN_EFFECT)
                .setAccount(MULE)
                .setCaseId(OTHER)
                .setJoined(true)
                .setLevel(1)
                .setTaintedHeldFen(4_000_000)
                .setTaintedFrozenFen(1_000_000)
                .setBalanceHeldFen(7_777_777)
                .setExpiresAt(STOP_END);
    }

    static Share share(long fen) {
        return Share.newBuilder()
                .setOwner(OwnerKind.OWNER_KIND_VICTIM)
                .setCaseId(OWN)
                .setAmountFen(fen)
                .build();
    }

    static RecoverySnapshot.Builder snapshot() {
        return RecoverySnapshot.newBuilder()
                .setVictim(Victim.newBuilder()
                        .setCaseId(OWN)
                        .setName("林小溪")
                        .setRefundAccount(RefundAccount.newBuilder().setAccount(OWN_ACCOUNT)))
                .addAccounts(AccountShares.newBuilder()
                        .setAccount(MULE)
                        .addShares(Share.newBuilder()
                                .setOwner(OwnerKind.OWNER_KIND_VICTIM)
                                .setCaseId(OTHER)
                                .setAmountFen(7_777_777))
                        .addShares(share(5_000_000))
                        .setIsCurrent(true))
                .addPlans(WatchedPlan.newBuilder()
                        .setPlan(RefundPlanSummary.newBuilder()
                                .setPlanId(PLAN)
                                .setState(RefundPlanState.REFUND_PLAN_STATE_DRAFT)
                                .addCaseIds(OWN)
                                .addCaseIds(OTHER)
                                .setPayFen(7_777_777))
                        .addPayouts(payout(OWN, 5_000_000, "林小溪"))
                        .addPayouts(payout(OTHER, 7_777_777, "受害人乙"))
                        .addBlockers(RefundBlocker.REFUND_BLOCKER_NOTICE_NOT_PUBLISHED));
    }

    static WatchedPayout payout(String caseId, long fen, String name) {
        return WatchedPayout.newBuilder()
                .setInstitutionCode(MULE.getInstitutionCode())
                .setAccountNumber(MULE.getNumber())
                .setPayout(Payout.newBuilder()
                        .setCaseId(caseId)
                        .setVictimName(name)
                        .setPayFen(fen)
                        .addConditions(unmet(RefundCondition.REFUND_CONDITION_CASE_FILED))
                        .addConditions(unmet(RefundCondition.REFUND_CONDITION_IDENTITY_VERIFIED)))
                .build();
    }

    static ConditionCheck unmet(RefundCondition condition) {
        return ConditionCheck.newBuilder().setCondition(condition).build();
    }

    static Freeze freeze(String caseId, Timestamp end) {
        return Freeze.newBuilder()
                .setCaseId(caseId)
                .setAccount(MULE)
                .setState(FreezeState.FREEZE_STATE_IN_EFFECT)
                .setFrozenFen(7_777_777)
                .setExpiresAt(end)
                .build();
    }

    static RefundPayment payment(String caseId, Account payee, String receipt, long fen) {
        return RefundPayment.newBuilder()
                .setCaseId(caseId)
                .setState(RefundPaymentState.REFUND_PAYMENT_STATE_PAID)
                .setPayee(RefundAccount.newBuilder().setAccount(payee))
                .addReceipts(RefundReceipt.newBuilder()
                        .setReceiptId(receipt)
                        .setPaidFen(fen)
                        .setPaidAt(CALL))
                .build();
    }

    static VictimStatus written(Language language, VictimFacts facts) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        Console console = new Console(nowhere, nowhere, false, 0, new Texts(language, Texts.DEFAULT_ZONE));
        return new StatusWriter(console, facts).write(Instant.parse("2026-03-02T00:00:00Z"));
    }

    static List<String> told(VictimFacts facts) {
        return all(written(Language.EN, facts));
    }

    static List<String> all(VictimStatus status) {
        return status.sections().stream()
                .flatMap(section -> section.lines().stream())
                .toList();
    }

    static Timestamp moment(String at) {
        return Timestamp.newBuilder()
                .setSeconds(Instant.parse(at).getEpochSecond())
                .build();
    }
}
