package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stoppayment.freeze.orders.domain.CallWindow;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;

/**
 * Calls institutions, and learns from the answers how many resends and inquiries each may be given: {@link CallWindow}. First attempts
 * are never held back. What is learnt is kept in memory: a replica that has not learnt it yet makes a few calls that are refused. An
 * outage of the gateway pauses every institution, and its end resumes them all.
 */
@ApplicationScoped
public class PacedInstitutions {

    private final Institutions institutions;
    private final StopOrders orders;
    private final InstantSource clock;
    private final Map<String, CallWindow> windows = new ConcurrentHashMap<>();
    private final AtomicBoolean gatewayAway = new AtomicBoolean();

    public PacedInstitutions(Institutions institutions, StopOrders orders, InstantSource clock) {
        this.institutions = institutions;
        this.orders = orders;
        this.clock = clock;
    }

    /** Sends an order. */
    Uni<Answer> send(StopOrder order) {
        return learning(order.account().institutionCode(), institutions.send(order));
    }

    /** Asks what became of an order. */
    Uni<Answer> inquire(StopOrder order) {
        return learning(order.account().institutionCode(), institutions.inquire(order));
    }

    /** While the gateway is away, looks whether it is back; then the orders that waited for it are due. */
    public Uni<Void> endOutage() {
        return gatewayAway.get()
                ? institutions
                        .reach()
                        .chain(this::resumeAll)
                        .onFailure() // the gateway is still away, or the database is: the next look tries again
                        .recoverWithNull()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> resumeAll() {
        Instant now = clock.instant();
        gatewayAway.set(false);
        List<String> paused = windows.entrySet().stream()
                .filter(window -> window.getValue().isPaused())
                .map(Map.Entry::getKey)
                .toList();
        paused.forEach(institution -> windows.computeIfPresent(institution, (same, window) -> window.resumed()));
        return Multi.createFrom()
                .iterable(paused)
                .onItem()
                .transformToUniAndConcatenate(institution -> orders.makeDue(institution, now))
                .collect()
                .last()
                .onFailure()
                .invoke(() -> gatewayAway.set(true));
    }

    /**
     * How many more resends and inquiries may go out now.
     *
     * @param inFlight those that are in flight, by institution
     */
    CallCapacity capacity(Map<String, Integer> inFlight, Instant now) {
        Map<String, Integer> capacity = new HashMap<>();
        windows.forEach((institution, window) ->
                capacity.put(institution, window.capacity(inFlight.getOrDefault(institution, 0), now)));
        inFlight.forEach(
                (institution, calls) -> capacity.putIfAbsent(institution, CallWindow.INITIAL.capacity(calls, now)));
        return new CallCapacity(capacity, CallWindow.INITIAL.size());
    }

    private Uni<Answer> learning(String institution, Uni<Answer> call) {
        return call.call(answer -> {
            Instant now = clock.instant();
            if (isFromNoGateway(answer)) {
                gatewayAway.set(true);
            }
            AtomicBoolean resumes = new AtomicBoolean();
            windows.compute(institution, (same, known) -> {
                CallWindow before = known == null ? CallWindow.INITIAL : known;
                CallWindow after = next(before, answer, now);
                resumes.set(before.isPaused() && !after.isPaused());
                return after;
            });
            return resumes.get() ? resume(institution, now) : Uni.createFrom().voidItem();
        });
    }

    /** Orders that waited for the institution to come back go out now. If this fails, they are due soon all the same. */
    private Uni<Void> resume(String institution, Instant now) {
        return orders.makeDue(institution, now).onFailure().recoverWithNull();
    }

    private static boolean isFromNoGateway(Answer answer) {
        return answer instanceof Answer.Happened happened
                && happened.event() instanceof StopOrderEvent.NotSent notSent
                && notSent.isGatewayAway();
    }

    private static CallWindow next(CallWindow window, Answer answer, Instant now) {
        return answer.either(happened -> next(window, happened, now), feedback -> window.answered());
    }

    private static CallWindow next(CallWindow window, StopOrderEvent event, Instant now) {
        if (event instanceof StopOrderEvent.NotSent notSent) {
            if (notSent.isUnreachable()) {
                return window.refused(now);
            }
            return notSent.isCongested() ? window.congested() : window;
        }
        return event instanceof StopOrderEvent.Unanswered ? window : window.answered();
    }
}
