package org.stoppayment.recovery.forms.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.approvals.domain.RefundApproval;
import org.stoppayment.recovery.approvals.domain.RefundApproval.Decision;
import org.stoppayment.recovery.approvals.domain.RefundApproval.Grant;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormFacts.Holder;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.forms.domain.PlanForms;
import org.stoppayment.recovery.forms.domain.YuanInWords;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.PaymentOrder;
import org.stoppayment.recovery.payments.domain.Receipt;

/** What the notice to an institution says that holds a freeze (协助返还通知书). */
public record BankNoticeForm(
        FormHead head,
        String institution,
        List<VictimRow> victims,
        List<OrderRow> orders,
        List<EndedRow> ended,
        String total,
        String totalInWords,
        List<DecisionForm.ResidualRow> residuals,
        String approvedBy,
        String level,
        String approvedOn,
        String decisionDigest,
        int workingDays) {

    /**
     * A payment that was ordered and has not ended.
     *
     * @param paymentId application id of the order
     * @param state where it stands
     */
    public record OrderRow(
            int number,
            String account,
            String holder,
            String freezeId,
            String sum,
            Parties.Payee payee,
            String paymentId,
            String state,
            String deadline) {}

    /**
     * A payment that has ended: the institution is not asked for it.
     *
     * @param receipts what the institution told of it, may be empty
     */
    public record EndedRow(String account, String payee, String paymentId, String sum, String state, String receipts) {}

    static BankNoticeForm of(FormFacts facts, Parties parties, String institutionCode) {
        Decision decision = facts.approval().flatMap(RefundApproval::decision).orElseThrow();
        Grant grant = decision.approval().orElseThrow();
        List<Payment> payments = PlanForms.ofInstitution(facts.payments(), institutionCode);
        List<Payment> open =
                payments.stream().filter(payment -> !payment.state().hasEnded()).toList();
        long total =
                open.stream().mapToLong(payment -> payment.order().amountFen()).reduce(0, Math::addExact);
        Set<CaseId> cases =
                payments.stream().map(payment -> payment.order().caseId()).collect(Collectors.toUnmodifiableSet());
        return new BankNoticeForm(
                FormHead.of(FormKind.BANK_NOTICE, facts),
                parties.institution(institutionCode),
                parties.victims(facts, cases),
                orders(open, facts, parties),
                payments.stream()
                        .filter(payment -> payment.state().hasEnded())
                        .map(BankNoticeForm::ended)
                        .toList(),
                FormWords.yuan(total),
                YuanInWords.of(total),
                DecisionForm.residuals(facts, parties, institutionCode),
                decision.officer().organisation() + " " + decision.officer().badgeNumber(),
                FormWords.level(grant.level()),
                FormWords.day(decision.at()),
                grant.documentDigest(),
                facts.rules().paymentWorkingDays());
    }

    private static List<OrderRow> orders(List<Payment> open, FormFacts facts, Parties parties) {
        List<OrderRow> rows = new ArrayList<>();
        for (Payment payment : open) {
            rows.add(order(rows.size() + 1, payment, facts, parties));
        }
        return rows;
    }

    private static OrderRow order(int number, Payment payment, FormFacts facts, Parties parties) {
        PaymentOrder order = payment.order();
        return new OrderRow(
                number,
                order.account().number(),
                Optional.ofNullable(facts.holders().get(order.freezeId()))
                        .map(Holder::name)
                        .orElse(""),
                order.freezeId().toString(),
                FormWords.yuan(order.amountFen()),
                parties.payee(order.payee()),
                payment.id().toString(),
                FormWords.payment(payment.state()),
                FormWords.lastDay(order.deadlineAt()));
    }

    private static EndedRow ended(Payment payment) {
        PaymentOrder order = payment.order();
        return new EndedRow(
                order.account().number(),
                order.payee().name(),
                payment.id().toString(),
                FormWords.yuan(order.amountFen()),
                FormWords.payment(payment.state()),
                payment.receipts().stream().map(BankNoticeForm::receipt).collect(Collectors.joining("；")));
    }

    private static String receipt(Receipt receipt) {
        return receipt.id() + "，" + FormWords.moment(receipt.paidAt()) + " 返还 " + FormWords.yuan(receipt.paidFen())
                + receipt.returned()
                        .map(back -> "，" + FormWords.moment(back.at()) + " 退回 " + FormWords.yuan(back.fen()))
                        .orElse("");
    }
}
