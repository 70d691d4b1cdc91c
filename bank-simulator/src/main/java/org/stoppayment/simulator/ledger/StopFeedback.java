package org.stoppayment.simulator.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stoppayment.simulator.wire.Feedback;
import org.stoppayment.simulator.wire.StopOrder;

/** Creates the feedback on a stopped account: its balance, outflows and inflows. */
final class StopFeedback {

    /** Inflows of this period before the stop are reported. */
    private static final Duration INFLOW_PERIOD = Duration.ofHours(72);

    private final Parties parties;

    StopFeedback(Accounts accounts) {
        this.parties = new Parties(accounts);
    }

    /**
     * The feedback on an order that stops {@code account}.
     *
     * @param stoppedAt the stop moment to report
     * @param now the current time
     */
    Feedback of(StopOrder order, Account account, StopRules.Decision decision, Instant stoppedAt, Instant now) {
        return new Feedback(
                order.applicationId(),
                decision.code().value(),
                stoppedAt,
                decision.heldFen(),
                decision.mismatched(),
                outflows(account, decision.matched()),
                inflows(account, decision.matched(), now),
                null,
                null,
                true);
    }

    /** Outflows after the first matched inflow. */
    private List<Feedback.Outflow> outflows(Account account, List<Booking> matched) {
        return matched.stream()
                .limit(1)
                .flatMap(first ->
                        account.outflows().stream().filter(outflow -> Booking.BY_TIME.compare(outflow, first) > 0))
                .sorted(Booking.BY_TIME)
                .map(this::outflow)
                .toList();
    }

    /** Recent inflows, and the matched ones of any age. */
    private List<Feedback.Inflow> inflows(Account account, List<Booking> matched, Instant now) {
        return account.inflows().stream()
                .filter(inflow -> !inflow.bookedAt().isBefore(now.minus(INFLOW_PERIOD)) || matched.contains(inflow))
                .sorted(Booking.BY_TIME)
                .map(inflow -> new Feedback.Inflow(
                        inflow.serial(), inflow.amountFen(), inflow.bookedAt(), parties.of(inflow.counterparty())))
                .toList();
    }

    private Feedback.Outflow outflow(Booking booking) {
        return new Feedback.Outflow(
                booking.serial(),
                booking.kind().name(),
                booking.amountFen(),
                booking.bookedAt(),
                booking.sequence(),
                parties.of(booking.counterparty()));
    }
}
