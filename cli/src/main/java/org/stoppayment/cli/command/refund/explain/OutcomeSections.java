package org.stoppayment.cli.command.refund.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stoppayment.cli.command.refund.explain.Section.Kind;
import org.stoppayment.cli.command.refund.payment.ApprovalView;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundReceipt;

/** What became of a plan: who approved it, and its payments. */
final class OutcomeSections {

    private final Console console;
    private final Owners owners;
    private final ExplainedPlan explained;

    OutcomeSections(Console console, Owners owners, ExplainedPlan explained) {
        this.console = console;
        this.owners = owners;
        this.explained = explained;
    }

    /** The approval and the payments; nothing of what there is none. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        explained
                .approval()
                .ifPresent(approval -> sections.add(new Section(
                        Kind.APPROVAL,
                        console.text(ExplainText.APPROVAL),
                        ApprovalView.lines(console, approval),
                        Optional.empty())));
        if (!explained.payments().isEmpty()) {
            sections.add(payments());
        }
        return sections;
    }

    private Section payments() {
        List<RefundPayment> payments = explained.payments();
        return new Section(
                Kind.PAYMENTS,
                console.text(ExplainText.PAYMENTS),
                List.of(console.text(
                        ExplainText.PAYMENT_TOTALS,
                        Formats.yuan(payments.stream()
                                .mapToLong(RefundPayment::getAmountFen)
                                .reduce(0, Math::addExact)),
                        Formats.yuan(payments.stream()
                                .mapToLong(RefundPayment::getPaidFen)
                                .reduce(0, Math::addExact)),
                        Formats.yuan(payments.stream()
                                .mapToLong(RefundPayment::getReturnedFen)
                                .reduce(0, Math::addExact)))),
                Optional.of(new Grid(
                        console.text(ExplainText.PAYMENTS),
                        List.of(
                                new Grid.Column(console.text(ExplainText.COLUMN_TO), false),
                                new Grid.Column(console.text(ExplainText.COLUMN_SUM), true),
                                new Grid.Column(console.text(ExplainText.COLUMN_STATE), false),
                                new Grid.Column(console.text(ExplainText.COLUMN_PAID), true),
                                new Grid.Column(console.text(ExplainText.COLUMN_PAYEE), false),
                                new Grid.Column(console.text(ExplainText.COLUMN_HOLD), false),
                                new Grid.Column(console.text(ExplainText.COLUMN_RECEIPTS), false)),
                        payments.stream().map(this::row).toList())));
    }

    private List<String> row(RefundPayment payment) {
        return List.of(
                owners.victim(payment.getCaseId()),
                Formats.yuan(payment.getAmountFen()),
                state(payment),
                Formats.yuan(payment.getPaidFen()),
                Formats.number(payment.getPayee().getAccount()),
                payment.getFreezeId(),
                Formats.orDash(
                        payment.getReceiptsList().stream().map(this::receipt).collect(Collectors.joining("; "))));
    }

    private String state(RefundPayment payment) {
        return payment.getFlagsList().stream()
                .map(flag -> ", " + console.vocabulary().value(flag))
                .collect(Collectors.joining("", console.vocabulary().value(payment.getState()), ""));
    }

    private String receipt(RefundReceipt receipt) {
        return receipt.hasReturnedFen()
                ? console.text(
                        ExplainText.RECEIPT_RETURNED,
                        receipt.getReceiptId(),
                        console.moment(receipt.getPaidAt()),
                        Formats.yuan(receipt.getReturnedFen()),
                        Formats.orDash(receipt.getReturnReason()))
                : console.text(ExplainText.RECEIPT, receipt.getReceiptId(), console.moment(receipt.getPaidAt()));
    }
}
