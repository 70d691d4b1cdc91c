package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.orders.application.RecordingAnswers;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.BookingsUpdate.Extent;
import org.stoppayment.freeze.orders.domain.ReportedBookings;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.queries.domain.QueryApplication;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * Hands bookings that a query brought to the orders on the account: they are kept and traced as those of a stop's feedback are. Of an
 * account on which the case has no money, or on which there is no order, they stay with the query.
 */
@ApplicationScoped
class TracingStatements {

    private final CaseAccounts accounts;
    private final StopOrders orders;
    private final RecordingAnswers recording;

    TracingStatements(CaseAccounts accounts, StopOrders orders, RecordingAnswers recording) {
        this.accounts = accounts;
        this.orders = orders;
        this.recording = recording;
    }

    /**
     * Traces bookings.
     *
     * @param extent COMPLETE when these are all bookings since money of any case came: none are awaited any more; PARTIAL when the
     *     institution owes some, so that those that it told may change
     */
    Uni<Void> trace(QueryApplication asked, ReportedBookings bookings, Extent extent) {
        if (bookings.isEmpty() && bookings.unreadable().isEmpty() && extent != Extent.COMPLETE) {
            return Uni.createFrom().voidItem();
        }
        return known(asked, extent)
                .chain(known -> accounts.orders(asked.caseId(), asked.account().key())
                        .chain(found -> record(found, bookings, known)));
    }

    /** Since the query was made, another case may have told that money came there earlier. */
    private Uni<Extent> known(QueryApplication asked, Extent extent) {
        Optional<Instant> since = asked.question().since();
        return extent != Extent.COMPLETE || since.isEmpty()
                ? Uni.createFrom().item(extent)
                : accounts.find(asked.caseId(), asked.account().key())
                        .map(found -> found.filter(known -> known.isCoveredSince(since.get()))
                                .map(covered -> extent)
                                .orElse(Extent.UNKNOWN));
    }

    /** All orders on the account share its bookings: the first gets them, the others that awaited some learn that these are all. */
    private Uni<Void> record(List<ApplicationId> found, ReportedBookings bookings, Extent extent) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (int i = 0; i < found.size(); i++) {
            boolean isFirst = i == 0;
            ApplicationId id = found.get(i);
            all = all.chain(() -> orders.find(id).map(Optional::orElseThrow))
                    .chain(order -> isFirst || extent == Extent.COMPLETE && order.mayHavePendingOutflows()
                            ? record(order, bookings, extent)
                            : Uni.createFrom().voidItem());
        }
        return all;
    }

    private Uni<Void> record(StopOrder order, ReportedBookings bookings, Extent extent) {
        return recording.recordStatement(order, bookings, extent);
    }
}
