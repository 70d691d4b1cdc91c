package org.stoppayment.freeze.orders.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.stoppayment.freeze.orders.application.admission.InFlightConfig;
import org.stoppayment.freeze.orders.application.admission.SendsInFlight;
import org.stoppayment.kit.postgres.Contexts;

/**
 * Admits deliveries of events one after another while as many orders are in flight as this process handles. The sender sees its events
 * wait, and refuses reports before they wait for long. A delivery waits for a bounded time; then it is admitted in any case.
 */
@ApplicationScoped
public class DeliveryAdmission {

    private final SendsInFlight sends;
    private final Duration maxWait;
    private final Queue<Turn> waiting = new ArrayDeque<>();

    /** Events that have been admitted and whose orders are not in flight yet. */
    private int admitted;

    DeliveryAdmission(SendsInFlight sends, InFlightConfig config, MeterRegistry registry) {
        this.sends = sends;
        this.maxWait = config.maxDeliveryWait();
        sends.onEnd(this::admitWaiting);
        Gauge.builder("stoppayment.deliveries.waiting", this::waiting)
                .description("Deliveries of events that wait for orders in flight")
                .register(registry);
    }

    private record Turn(int events, CompletableFuture<Void> comes) {}

    /** Takes a delivery of so many events when it is its turn; {@code taking} ends once their orders are in flight. */
    public <T> Uni<T> admit(int events, Supplier<Uni<? extends T>> taking) {
        return Uni.createFrom().deferred(() -> {
            Turn turn = new Turn(events, new CompletableFuture<>());
            enqueue(turn);
            admitWaiting();
            return await(turn).<T>chain(taking).onTermination().invoke(() -> end(turn));
        });
    }

    /** Number of deliveries that wait for their turn. */
    public synchronized int waiting() {
        return waiting.size();
    }

    private Uni<Void> await(Turn turn) {
        return turn.comes().isDone()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .completionStage(turn.comes())
                        .ifNoItem()
                        .after(maxWait)
                        .recoverWithUni(() -> Uni.createFrom().voidItem().invoke(() -> admitLate(turn)))
                        .emitOn(Contexts.current());
    }

    private synchronized void enqueue(Turn turn) {
        waiting.add(turn);
    }

    private void admitWaiting() {
        for (Optional<Turn> next = next(); next.isPresent(); next = next()) {
            next.get().comes().complete(null);
        }
    }

    private synchronized Optional<Turn> next() {
        if (waiting.isEmpty() || sends.free() <= admitted) {
            return Optional.empty();
        }
        Turn next = waiting.remove();
        admitted += next.events();
        return Optional.of(next);
    }

    private synchronized void admitLate(Turn turn) {
        if (waiting.remove(turn)) {
            admitted += turn.events();
        }
    }

    private void end(Turn turn) {
        synchronized (this) {
            if (!waiting.remove(turn)) {
                admitted -= turn.events();
            }
        }
        admitWaiting();
    }
}
