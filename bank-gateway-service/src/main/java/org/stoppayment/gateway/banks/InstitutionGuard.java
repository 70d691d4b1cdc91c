package org.stoppayment.gateway.banks;

import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.faulttolerance.api.RateLimitType;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.io.Serial;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.gateway.orders.domain.CircuitState;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Outcome.NotSent;
import org.stoppayment.gateway.registry.domain.CallLimits;
import org.stoppayment.gateway.registry.domain.Institution;

/**
 * Guards the calls to one institution: circuit breaker, rate limit, time-out and bulkhead, in this order from the outside. Each
 * institution has its own guard, shared by all calls to it. The time-out is the one of its {@link CallLimits}.
 */
final class InstitutionGuard {

    /** A call may be queued for half of its time-out; started later, it would probably end in doubt. */
    private static final int MAX_QUEUED_DIVISOR = 2;

    private static final Outcome BULKHEAD_FULL = new NotSent(NotSent.Reason.BULKHEAD_FULL);

    private final TypedGuard<Uni<Outcome>> guard;
    private final CallLimits limits;
    private final InstantSource time;
    private final PriorityBulkhead bulkhead;
    private volatile CircuitState circuit = CircuitState.CLOSED;

    InstitutionGuard(Institution institution, GatewayConfig.Circuit config, InstantSource time) {
        this.limits = institution.limits();
        this.time = time;
        this.bulkhead = new PriorityBulkhead(limits.concurrency(), limits.queue());
        String name = "institution-" + institution.code();
        this.guard = TypedGuard.create(new TypeLiteral<Uni<Outcome>>() {})
                .withDescription(name)
                .withCircuitBreaker()
                .name(name)
                .requestVolumeThreshold(config.window())
                .failureRatio(config.failureRatio())
                .delay(config.delay().toMillis(), ChronoUnit.MILLIS)
                .when(failure -> failure instanceof CountedFailure || failure instanceof TimeoutException)
                .onStateChange(state -> circuit = CircuitState.valueOf(state.name()))
                .done()
                .withRateLimit()
                .limit(limits.callsPerSecond())
                .window(1, ChronoUnit.SECONDS)
                .type(RateLimitType.ROLLING)
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

    /** Makes a call; urgent calls first. A call that is prevented or not answered has an outcome; it does not fail. */
    Uni<Outcome> call(boolean isUrgent, Function<Attempt, Uni<Outcome>> exchange) {
        return Uni.createFrom().deferred(() -> {
            Attempt attempt = new Attempt(time.instant().plus(limits.timeout().dividedBy(MAX_QUEUED_DIVISOR)));
            return guard.get(() -> bulkhead.call(isUrgent, () -> start(exchange, attempt), BULKHEAD_FULL))
                    .onFailure()
                    .recoverWithUni(failure -> outcomeOf(failure, attempt));
        });
    }

    private Uni<Outcome> start(Function<Attempt, Uni<Outcome>> exchange, Attempt attempt) {
        if (!attempt.isWorthStarting(time.instant())) {
            return Uni.createFrom().item(new NotSent(NotSent.Reason.WAITED_TOO_LONG));
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
            return Uni.createFrom()
                    .item(attempt.giveUp() ? new NotSent(NotSent.Reason.WAITED_TOO_LONG) : Outcome.NoAnswer.TIMEOUT);
        }
        if (failure instanceof CircuitBreakerOpenException) {
            return Uni.createFrom().item(new NotSent(NotSent.Reason.CIRCUIT_OPEN));
        }
        if (failure instanceof RateLimitException) {
            return Uni.createFrom().item(new NotSent(NotSent.Reason.RATE_LIMITED));
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
