package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.freeze.rules.domain.StopRules;

/** Notes on an order what a feedback says apart from its state: flags, findings, bookings, and what was unknown of its stop. */
final class FeedbackNotes {

    private FeedbackNotes() {}

    /** As {@link StopOrder#answered}. */
    static StopOrder answered(StopOrder order, Feedback feedback, StopRules rules, Instant at) {
        List<OrderFlag> flags = new ArrayList<>(feedback.flags(rules, order.placedAt(), at));
        flags.addAll(bookingFlags(order, feedback));
        return order.with(listed(
                feedback,
                order.notes()
                        .withResult(feedback.code().value())
                        .withFlags(flags)
                        .withFindings(feedback.findings(rules, order.placedAt()))));
    }

    /** As {@link StopOrder#recordReported}. */
    static StopOrder reported(StopOrder order, Feedback feedback, StopRules rules, Instant at) {
        StopOrder base = feedback.contradicts(order.state())
                ? order.contradicted(feedback.conflictSummary(order.state().stop()))
                : order;
        StopOrder told = feedback.completed(base.state(), base.notes(), rules, base.placedAt())
                .map(stop -> base.knowing(stop.state(), stop.notes()))
                .orElse(base);
        OrderNotes noted = listed(
                feedback,
                told.notes()
                        .withFlags(bookingFlags(told, feedback))
                        .withFindings(feedback.bookings().findings()));
        return feedback.completesBookings()
                ? told.with(
                        noted.withoutFlag(OrderFlag.BOOKINGS_INCOMPLETE).withoutFlag(OrderFlag.OUTFLOW_UNREADABLE),
                        AwaitedBookings.NONE)
                : told.with(
                        noted, told.state().stop().isPresent() ? told.awaited().after(feedback, at) : told.awaited());
    }

    /** {@code notes} without the flag that says that a pending outflow is not listed, if the feedback lists all. */
    private static OrderNotes listed(Feedback feedback, OrderNotes notes) {
        return feedback.extent() == BookingsUpdate.Extent.COMPLETE
                ? notes.withoutFlag(OrderFlag.PENDING_BOOKING_UNLISTED)
                : notes;
    }

    private static List<OrderFlag> bookingFlags(StopOrder order, Feedback feedback) {
        return feedback.bookings()
                .flags(order.state()
                        .stop()
                        .filter(Stop::momentReported)
                        .map(Stop::stoppedAt)
                        .or(feedback::stoppedAt));
    }
}
