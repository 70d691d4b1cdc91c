package org.stoppayment.recovery.forms.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.recovery.approvals.domain.RefundApproval;
import org.stoppayment.recovery.approvals.domain.RefundApproval.Decision;
import org.stoppayment.recovery.approvals.domain.RefundApproval.Grant;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormFacts.Holder;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.forms.domain.YuanInWords;
import org.stoppayment.recovery.payments.domain.FreezeAllocation;
import org.stoppayment.recovery.payments.domain.FreezeAllocation.Part;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.plans.domain.PlannedAccount;

/** What the notice to an institution says that holds a freeze (协助返还通知书). */
public record BankNoticeForm(
        FormHead head,
        String institution,
        List<VictimRow> victims,
        List<OrderRow> orders,
        String total,
        String totalInWords,
        List<DecisionForm.ResidualRow> residuals,
        String approvedBy,
        String level,
        String approvedOn,
        String decisionDigest,
        int workingDays) {

    /**
     * A sum to be paid out of a freeze.
     *
     * @param paymentId application id of the order; empty before it is ordered, so is the deadline
     */
    public record OrderRow(
            int number,
            String account,
            String holder,
            String freezeId,
            String sum,
            Parties.Payee payee,
            String paymentId,
            String deadline) {}

    static BankNoticeForm of(FormFacts facts, Parties parties, String institutionCode) {
        Decision decision = facts.approval().flatMap(RefundApproval::decision).orElseThrow();
        Grant grant = decision.approval().orElseThrow();
        List<OrderRow> orders = new ArrayList<>();
        long total = 0;
        for (PlannedAccount account : facts.plan().accounts()) {
            if (account.shares().account().institutionCode().equals(institutionCode)) {
                for (Part part : FreezeAllocation.of(account)) {
                    orders.add(row(orders.size() + 1, account, part, facts, parties));
                    total = Math.addExact(total, part.fen());
                }
            }
        }
        String name = parties.institutionName(institutionCode);
        return new BankNoticeForm(
                FormHead.of(FormKind.BANK_NOTICE, facts),
                name.isEmpty() ? institutionCode : name + "（" + institutionCode + "）",
                parties.victims(facts),
                orders,
                FormWords.yuan(total),
                YuanInWords.of(total),
                DecisionForm.residuals(facts, parties, institutionCode),
                decision.officer().organisation() + " " + decision.officer().badgeNumber(),
                FormWords.level(grant.level()),
                FormWords.day(decision.at()),
                grant.documentDigest(),
                facts.rules().paymentWorkingDays());
    }

    private static OrderRow row(int number, PlannedAccount account, Part part, FormFacts facts, Parties parties) {
        Optional<Payment> payment = facts.payments().stream()
                .filter(ordered ->
                        ordered.order().freezeId().equals(part.freeze().id())
                                && ordered.order()
                                        .caseId()
                                        .equals(part.payout().payout().claim().caseId()))
                .findFirst();
        return new OrderRow(
                number,
                account.shares().account().number(),
                Optional.ofNullable(facts.holders().get(part.freeze().id()))
                        .map(Holder::name)
                        .orElse(""),
                part.freeze().id().toString(),
                FormWords.yuan(part.fen()),
                parties.payee(part.payout()),
                payment.map(ordered -> ordered.id().toString()).orElse(""),
                payment.map(ordered -> FormWords.lastDay(ordered.order().deadlineAt()))
                        .orElse(""));
    }
}
