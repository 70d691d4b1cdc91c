package org.stoppayment.cli.command.refund.payment;

import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.cli.command.view.DecisionTable;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundReceipt;

/** Payments as a table. Masking is up to the caller. */
final class PaymentTable {

    private final Console console;

    PaymentTable(Console console) {
        this.console = console;
    }

    /** One row for each payment. */
    String render(List<RefundPayment> payments) {
        Table table = new Table(Heading.of(
                console,
                Heading.PAYMENT,
                Heading.STATE,
                Heading.SUM,
                Heading.PAID_OUT,
                Heading.FROM_ACCOUNT,
                Heading.PAYEE,
                Heading.NAME,
                Heading.INSTITUTION,
                Heading.DEADLINE,
                Heading.RECEIPTS,
                Heading.CAME_BACK,
                Heading.FLAGS,
                Heading.DETAIL,
                Heading.PLAN,
                Heading.CASE));
        for (RefundPayment payment : payments) {
            table.row(
                    payment.getPaymentId(),
                    console.toned(tone(payment), console.vocabulary().value(payment.getState())),
                    Formats.yuan(payment.getAmountFen()),
                    Formats.yuan(payment.getPaidFen()),
                    Formats.number(payment.getAccount()),
                    Formats.number(payment.getPayee().getAccount()),
                    Formats.orDash(payment.getPayee().getAccount().getName()),
                    Formats.orDash(console.vocabulary()
                            .institution(payment.getPayee().getAccount().getInstitutionCode())),
                    console.moment(payment.getDeadlineAt()),
                    Formats.orDash(receipts(payment)),
                    payment.getReturnedFen() == 0 ? Formats.orDash("") : Formats.yuan(payment.getReturnedFen()),
                    Formats.orDash(flags(console, payment)),
                    Formats.orDash(detail(payment)),
                    payment.getPlanId(),
                    payment.getCaseId());
        }
        return table.isEmpty() ? console.text(PaymentText.NO_PAYMENTS) : table.render(console);
    }

    private static Tone tone(RefundPayment payment) {
        return switch (payment.getState()) {
            case REFUND_PAYMENT_STATE_PAID -> payment.getFlagsCount() == 0 ? Tone.GOOD : Tone.WARNING;
            case REFUND_PAYMENT_STATE_DECLINED, REFUND_PAYMENT_STATE_RETURNED, REFUND_PAYMENT_STATE_MANUAL -> Tone.BAD;
            default -> Tone.WARNING;
        };
    }

    private static String receipts(RefundPayment payment) {
        return payment.getReceiptsList().stream()
                .map(RefundReceipt::getReceiptId)
                .collect(Collectors.joining(" "));
    }

    private static String flags(Console console, RefundPayment payment) {
        return payment.getFlagsList().stream().map(console.vocabulary()::value).collect(Collectors.joining(", "));
    }

    private String detail(RefundPayment payment) {
        String code = console.vocabulary().resultCode(payment.getResultCode());
        String told = (code + " " + payment.getDetail().replaceAll("\\s+", " ")).strip();
        return payment.hasResolvedBy() ? (told + " " + resolution(payment)).strip() : told;
    }

    private String resolution(RefundPayment payment) {
        return console.text(
                PaymentText.RESOLVED,
                DecisionTable.officer(console, payment.getResolvedBy()),
                payment.getResolveReason().replaceAll("\\s+", " ").strip());
    }
}
