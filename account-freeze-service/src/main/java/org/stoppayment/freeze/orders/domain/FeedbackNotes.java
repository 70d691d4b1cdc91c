package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.rules.domain.StopRules;

/**
 * What an order notes of a feedback apart from a move: flags, findings, bookings, and what was unknown of its stop.
 *
 * @param state the state, whose stop may be known better now
 * @param notes the notes
 * @param awaited the bookings that are awaited
 */
record FeedbackNotes(StopOrderState state, OrderNotes notes, AwaitedBookings awaited) {

    /** With the answer of the institution to an order that was placed at {@code placedAt}. */
    FeedbackNotes answered(Feedback feedback, StopRules rules, Instant placedAt, Instant at) {
        List<OrderFlag> flags = new ArrayList<>(feedback.flags(rules, placedAt, at));
        flags.addAll(bookingFlags(feedback));
        return with(listed(
                feedback,
                notes.withResult(feedback.code().value())
                        .withFlags(flags)
                        .withFindings(feedback.findings(rules, placedAt))));
    }

    /** With a feedback that came at {@code at} and does not move the order. */
    FeedbackNotes reported(Feedback feedback, StopRules rules, Instant placedAt, Instant at) {
        FeedbackNotes base =
                feedback.contradicts(state) ? with(notes.contradicted(feedback.conflictSummary(state.stop()))) : this;
        return feedback.completed(state, base.notes, rules, placedAt)
                .map(stop -> new FeedbackNotes(stop.state(), stop.notes(), awaited))
                .orElse(base)
                .booked(feedback, at);
    }

    private FeedbackNotes booked(Feedback feedback, Instant at) {
        OrderNotes noted = listed(
                feedback,
                notes.withFlags(bookingFlags(feedback))
                        .withFindings(feedback.bookings().findings()));
        return feedback.completesBookings()
                ? new FeedbackNotes(
                        state,
                        noted.withoutFlag(OrderFlag.BOOKINGS_INCOMPLETE).withoutFlag(OrderFlag.OUTFLOW_UNREADABLE),
                        AwaitedBookings.NONE)
                : new FeedbackNotes(state, noted, state.stop().isPresent() ? awaited.after(feedback, at) : awaited);
    }

    /**
     * With bookings that were told in another answer. Once the stop is over, money may leave the account. What is unknown of the stop is
     * not told by bookings: it stays awaited.
     */
    FeedbackNotes statement(ReportedBookings bookings, boolean isWhole) {
        Optional<Instant> stoppedAt = state.phase() == Phase.IN_EFFECT
                ? state.stop().filter(Stop::momentReported).map(Stop::stoppedAt)
                : Optional.empty();
        OrderNotes noted = notes.withFlags(bookings.flags(stoppedAt)).withFindings(bookings.findings());
        if (!isWhole) {
            return with(noted);
        }
        boolean isStopKnown = !noted.flags().contains(OrderFlag.STOP_MOMENT_UNKNOWN)
                && !noted.flags().contains(OrderFlag.BALANCE_UNKNOWN);
        OrderNotes listed =
                noted.withoutFlag(OrderFlag.PENDING_BOOKING_UNLISTED).withoutFlag(OrderFlag.OUTFLOW_UNREADABLE);
        return isStopKnown
                ? new FeedbackNotes(state, listed.withoutFlag(OrderFlag.BOOKINGS_INCOMPLETE), AwaitedBookings.NONE)
                : with(listed);
    }

    private FeedbackNotes with(OrderNotes next) {
        return new FeedbackNotes(state, next, awaited);
    }

    /** {@code noted} without the flag that says that a pending outflow is not listed, if the feedback lists all. */
    private static OrderNotes listed(Feedback feedback, OrderNotes noted) {
        return feedback.extent() == BookingsUpdate.Extent.COMPLETE
                ? noted.withoutFlag(OrderFlag.PENDING_BOOKING_UNLISTED)
                : noted;
    }

    private List<OrderFlag> bookingFlags(Feedback feedback) {
        return feedback.bookings()
                .flags(state.stop()
                        .filter(Stop::momentReported)
                        .map(Stop::stoppedAt)
                        .or(feedback::stoppedAt));
    }
}
