package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.ids.ApplicationId;

/** What a freeze (冻结) that names a stop does to it, as it is decided. Each rule is empty where there is nothing to change. */
public final class FreezeOfStop {

    /**
     * A change of an order.
     *
     * @param after the order after it
     * @param at when it happened
     * @param cause for the timeline; empty when the state stays
     */
    public record Step(StopOrder after, Instant at, Optional<String> cause) {

        private static Step noted(StopOrder after, Instant at) {
            return new Step(after, at, Optional.empty());
        }
    }

    private FreezeOfStop() {}

    /** A freeze that names the stop is undecided. A stop whose term is over awaits none any more. */
    public static Optional<Step> awaited(StopOrder order, ApplicationId freeze, Instant now) {
        return order.isInForceAt(now) && !isAwaited(order, freeze)
                ? Optional.of(Step.noted(with(order, stop -> stop.awaiting(freeze)), now))
                : Optional.empty();
    }

    /** True while the stop awaits the decision about that freeze. */
    public static boolean isAwaited(StopOrder order, ApplicationId freeze) {
        return order.state()
                .stop()
                .filter(stop -> stop.undecidedFreezes().contains(freeze))
                .isPresent();
    }

    /**
     * The freeze is decided and did not take the stop over. If the term is over by now and no other freeze is undecided, the stop lapsed
     * when its term ended.
     */
    public static Optional<Step> decided(StopOrder order, ApplicationId freeze, Instant now) {
        StopOrder decided = with(order, stop -> stop.decided(freeze));
        if (decided.isLapsedAt(now)) {
            StopOrderEvent ended = new StopOrderEvent.TermEnded();
            Instant end = decided.state().stop().orElseThrow().expiresAt();
            return decided.after(ended, end).map(lapsed -> new Step(lapsed, end, Optional.of(ended.cause())));
        }
        return isAwaited(order, freeze) ? Optional.of(Step.noted(decided, now)) : Optional.empty();
    }

    /** The freeze took the stop over, if that is in effect. */
    public static Optional<Step> takenOver(StopOrder order, Decision decision, Instant now) {
        StopOrderEvent frozen = new StopOrderEvent.Frozen();
        return order.decidedBy(decision)
                .after(frozen, now)
                .map(after -> new Step(after, now, Optional.of(frozen.cause())));
    }

    private static StopOrder with(StopOrder order, UnaryOperator<Stop> known) {
        return order.state() instanceof StopOrderState.WithStop state
                ? new StopOrder(
                        order.applicationId(),
                        order.application(),
                        order.dispatch(),
                        state.with(known.apply(state.onAccount())),
                        order.progress(),
                        order.notes(),
                        order.awaited(),
                        order.version())
                : order;
    }
}
