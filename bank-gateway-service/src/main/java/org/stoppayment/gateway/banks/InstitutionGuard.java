package org.stoppayment.gateway.banks;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.io.Serial;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.gateway.orders.domain.CircuitState;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Outcome.NotSent;
import org.stoppayment.gateway.registry.domain.CallLimits;
import org.stoppayment.gateway.registry.domain.Institution;

/**
 * Guards the calls to one institution: circuit breaker, time-out and bulkhead, in this order from the outside. The bulkhead keeps the
 * agreed rate too. Each institution has its own guard, shared by all calls to it. The time-out is the one of its {@link CallLimits}.
 */
final class InstitutionGuard {

    /** A call may be queued for half of its time-out; started later, it would probably end in doubt. */
    private static final int MAX_QUEUED_DIVISOR = 2;

    private static final Outcome BULKHEAD_FULL = new NotSent(NotSent.Reason.BULKHEAD_FULL);
    private static final Outcome WAITED_TOO_LONG = new NotSent(NotSent.Reason.WAITED_TOO_LONG);
    private static final Outcome CIRCUIT_OPEN = new NotSent(NotSent.Reason.CIRCUIT_OPEN);

    private final TypedGuard<Uni<Outcome>> guard;
    private final PriorityBulkhead bulkhead;
    private volatile CircuitState circuit = CircuitState.CLOSED;

    InstitutionGuard(Institution institution, GatewayConfig.Circuit config, LongSupplier nanoTime, CallTimer timer) {
        this(institution, config, nanoTime, timer, true);
    }

    /** {@code measured}: false for a guard whose calls no metric counts. */
    InstitutionGuard(
            Institution institution,
            GatewayConfig.Circuit config,
            LongSupplier nanoTime,
            CallTimer timer,
            boolean measured) {
        CallLimits limits = institution.limits();
        Duration maxQueuedTime = limits.timeout().dividedBy(MAX_QUEUED_DIVISOR);
        this.bulkhead = new PriorityBulkhead(limits, maxQueuedTime, nanoTime, timer);
        TypedGuard.Builder<Uni<Outcome>> builder = TypedGuard.create(new TypeLiteral<>() {});
        if (measured) {
            builder.withDescription("institution-" + institution.code());
        }
        this.guard = builder.withCircuitBreaker()
                .requestVolumeThreshold(config.window())
                .failureRatio(config.failureRatio())
                .delay(config.delay().toMillis(), ChronoUnit.MILLIS)
                .when(failure -> failure instanceof CountedFailure || failure instanceof TimeoutException)
                .onStateChange(state -> circuit = CircuitState.valueOf(state.name()))
                .done()
                .withTimeout()
                .duration(limits.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    CircuitState circuit() {
        return circuit;
    }

    /** The number of queued calls. */
    int queued() {
        return bulkhead.queued();
    }

    /** Makes a call when its turn comes. A call that is prevented or not answered has an outcome; it does not fail. */
    Uni<Outcome> call(CallPriority priority, Function<Attempt, Uni<Outcome>> exchange) {
        return Uni.createFrom().deferred(() -> {
            Attempt attempt = new Attempt();
            return guard.get(() ->
                            bulkhead.call(priority, () -> start(exchange, attempt), BULKHEAD_FULL, WAITED_TOO_LONG))
                    .onFailure()
                    .recoverWithUni(failure -> outcomeOf(failure, attempt));
        });
    }

    private Uni<Outcome> start(Function<Attempt, Uni<Outcome>> exchange, Attempt attempt) {
        if (circuit == CircuitState.OPEN) {
            return Uni.createFrom().item(CIRCUIT_OPEN); // opened while the call was queued
        }
        return exchange.apply(attempt).map(outcome -> {
            if (outcome.countsAsFailure()) {
                throw new CountedFailure(outcome);
            }
            return outcome;
        });
    }

    private static Uni<Outcome> outcomeOf(Throwable failure, Attempt attempt) {
        if (failure instanceof CountedFailure counted) {
            return Uni.createFrom().item(counted.outcome);
        }
        if (failure instanceof TimeoutException) {
            return Uni.createFrom().item(attempt.giveUp() ? WAITED_TOO_LONG : Outcome.NoAnswer.TIMEOUT);
        }
        if (failure instanceof CircuitBreakerOpenException) {
            return Uni.createFrom().item(CIRCUIT_OPEN);
        }
        attempt.giveUp();
        return Uni.createFrom().failure(failure);
    }

    /** Carries an outcome through the circuit breaker, which counts exceptions only. */
    private static final class CountedFailure extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;

        CountedFailure(Outcome outcome) {
            super(outcome.kind(), null, false, false);
            this.outcome = outcome;
        }
    }
}
