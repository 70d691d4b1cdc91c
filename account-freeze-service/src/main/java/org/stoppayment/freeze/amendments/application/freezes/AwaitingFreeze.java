package org.stoppayment.freeze.amendments.application.freezes;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.stoppayment.freeze.orders.application.RecordingAnswers;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.FreezeOfStop;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * Keeps a stop from being booked as lapsed while it is unknown whether a freeze that names it has begun. Its term still ends on time, and
 * people are warned of that. Several freezes may name one stop. All calls may be repeated.
 */
@ApplicationScoped
public class AwaitingFreeze {

    /** Whether a stop awaits a freeze. */
    public enum Outcome {
        /** It does. */
        AWAITED,
        /** It is not in effect, or its term is over: the freeze will be a new hold. */
        STOP_ENDED
    }

    private final StopOrders orders;
    private final RecordingAnswers recording;
    private final InstantSource clock;

    AwaitingFreeze(StopOrders orders, RecordingAnswers recording, InstantSource clock) {
        this.orders = orders;
        this.recording = recording;
        this.clock = clock;
    }

    /**
     * Makes a stop await the decision about a freeze. Must be durable before the freeze is sent; ends once it is. Fails with
     * {@link ServiceException.NotFound} when there is no such stop.
     */
    public Uni<Outcome> await(ApplicationId stop, ApplicationId freeze) {
        return named(stop)
                .chain(order ->
                        recording.freeze(order, current -> FreezeOfStop.awaited(current, freeze, clock.instant())))
                .map(order -> FreezeOfStop.isAwaited(order, freeze) ? Outcome.AWAITED : Outcome.STOP_ENDED);
    }

    /**
     * The freeze is decided and does not take the stop over: the institution declined it, or it waits behind others. A stop whose term is
     * over by now, and that no other undecided freeze names, lapsed at the end of its term. {@link BookingFreezes#inEffect} says the same of
     * a freeze that began.
     */
    public Uni<Void> decided(ApplicationId stop, ApplicationId freeze) {
        return named(stop)
                .chain(order ->
                        recording.freeze(order, current -> FreezeOfStop.decided(current, freeze, clock.instant())))
                .replaceWithVoid();
    }

    private Uni<StopOrder> named(ApplicationId stop) {
        return orders.find(stop)
                .map(found -> found.orElseThrow(() -> new ServiceException.NotFound("applicationId", stop.toString())));
    }
}
