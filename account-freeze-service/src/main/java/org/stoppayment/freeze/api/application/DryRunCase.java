package org.stoppayment.freeze.api.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.domain.Feedback;
import org.stoppayment.freeze.orders.domain.ReportedBookings;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Outflow;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport.ReportedTransfer;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.Ids;

/** A made-up case: three accounts were paid, and half of what came into each went on to another. No account has a real number. */
final class DryRunCase {

    private static final int PAYEES = 3;
    private static final Money PAID = Money.ofFen(10_000_000);
    private static final Money HALF = Money.ofFen(5_000_000);

    private final Ids ids;
    private final Instant now;
    private final AccountRef payer;

    DryRunCase(Ids ids, Instant now) {
        this.ids = ids;
        this.now = now;
        this.payer = account("victim");
    }

    AcceptedReport report() {
        return new AcceptedReport(
                ids.newEventId(),
                ids.newCaseId(),
                "OTHER",
                "warm-up",
                "0",
                "victim",
                false,
                IntStream.range(0, PAYEES).mapToObj(i -> transfer()).toList(),
                List.of(),
                List.of());
    }

    /** The account is stopped; half of the money has left it. */
    Answer stopped(StopOrder order) {
        Outflow outflow = new Outflow("warm-up", OutflowKind.TRANSFER, HALF, now, 0, Optional.of(account("mule")));
        return new Answer.Replied(new Feedback(
                order.applicationId(),
                ResultCode.OK,
                Optional.of(now),
                Optional.of(HALF),
                List.of(),
                new ReportedBookings(List.of(outflow), List.of(), List.of()),
                true));
    }

    private ReportedTransfer transfer() {
        return new ReportedTransfer(
                ids.newTransferId(),
                payer,
                account("mule"),
                Optional.of(PAID),
                "CNY",
                Optional.of(now),
                "warm-up",
                Optional.empty(),
                Optional.empty());
    }

    private AccountRef account(String name) {
        return new AccountRef(
                DryRunInstitutions.CODE,
                "warmup." + ids.next().toString().replace("-", ""),
                name,
                AccountKind.BANK_PERSONAL);
    }
}
