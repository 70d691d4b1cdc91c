package org.stoppayment.cli.command.victim.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.command.victim.status.VictimStatus.Section;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundReceipt;

/** Puts into words what was paid to a victim. Payments stay for good: only what happened is told, not what follows. */
final class PaymentWriter {

    private final Console console;
    private final VictimFacts facts;
    private final Instant now;
    private final AccountWords accounts;
    private final PlainMoments moments;

    PaymentWriter(Console console, VictimFacts facts, Instant now) {
        this.console = console;
        this.facts = facts;
        this.now = now;
        this.accounts = new AccountWords(console);
        this.moments = new PlainMoments(console);
    }

    Section paid() {
        List<String> lines = new ArrayList<>();
        facts.payments().stream()
                .filter(payment -> payment.getCaseId().equals(facts.caseId()))
                .forEach(payment -> payment(lines, payment));
        return new Section(
                console.text(StatusText.PAID),
                lines.isEmpty() ? List.of(console.text(StatusText.NOTHING_PAID)) : lines);
    }

    private void payment(List<String> lines, RefundPayment payment) {
        if (payment.getReceiptsCount() == 0) {
            ordered(lines, payment);
        }
        String to = accounts.of(payment.getPayee().getAccount());
        for (RefundReceipt receipt : payment.getReceiptsList()) {
            lines.add(console.text(
                    StatusText.PAYMENT,
                    moments.of(receipt.getPaidAt()),
                    Formats.yuan(receipt.getPaidFen()),
                    to,
                    receipt.getReceiptId()));
            if (receipt.hasReturnedFen()) {
                lines.add(console.text(
                        StatusText.PAYMENT_CAME_BACK,
                        moments.of(receipt.getReturnedAt()),
                        Formats.yuan(receipt.getReturnedFen())));
            }
        }
    }

    private void ordered(List<String> lines, RefundPayment payment) {
        String sum = Formats.yuan(payment.getAmountFen());
        String to = accounts.of(payment.getPayee().getAccount());
        String ordered = moments.of(payment.getOrderedAt());
        switch (payment.getState()) {
            case REFUND_PAYMENT_STATE_QUEUED,
                    REFUND_PAYMENT_STATE_SENDING,
                    REFUND_PAYMENT_STATE_ACCEPTED,
                    REFUND_PAYMENT_STATE_IN_DOUBT,
                    REFUND_PAYMENT_STATE_MANUAL -> {
                if (PlainMoments.instant(payment.getDeadlineAt()).isAfter(now)) {
                    lines.add(console.text(
                            StatusText.PAYMENT_ORDERED, sum, to, ordered, moments.of(payment.getDeadlineAt())));
                } else {
                    lines.add(console.text(StatusText.PAYMENT_LATE, sum, to, ordered));
                }
            }
            case REFUND_PAYMENT_STATE_DECLINED -> lines.add(console.text(StatusText.PAYMENT_FAILED, sum, to, ordered));
            default -> {
                // Without a receipt there is nothing to tell.
            }
        }
    }
}
