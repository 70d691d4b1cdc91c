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
import org.stoppayment.gateway.domain.CircuitState;
import org.stoppayment.gateway.domain.Institution;
import org.stoppayment.gateway.domain.Limits;
import org.stoppayment.gateway.domain.Outcome;
import org.stoppayment.gateway.domain.Outcome.NotSent;

/**
 * What stands between everybody and one institution: circuit, rate limit, time-out, turnstile, in this order from the outside.
 * All calls to an institution share it, and no other institution does.
 */
final class InstitutionGuard {

    /** After this share of its time a call that still waits is not started: it would end in doubt. */
    private static final int START_WITHIN_ONE_IN = 2;

    private static final Outcome FULL = new NotSent(NotSent.Reason.BULKHEAD_FULL);

    private final TypedGuard<Uni<Outcome>> guard;
    private final Limits limits;
    private final InstantSource time;
    private final Turnstile turnstile;
    private volatile CircuitState circuit = CircuitState.CLOSED;

    InstitutionGuard(Institution institution, GatewayConfig.Circuit config, InstantSource time) {
        this.limits = institution.limits();
        this.time = time;
        this.turnstile = new Turnstile(limits.concurrency(), limits.queue());
        String name = "institution-" + institution.code();
        this.guard = TypedGuard.create(new TypeLiteral<Uni<Outcome>>() {})
                .withDescription(name)
                .withCircuitBreaker()
                .name(name)
                .requestVolumeThreshold(config.window())
                .failureRatio(config.failureRatio())
                .delay(config.delay().toMillis(), ChronoUnit.MILLIS)
                .when(failure -> failure instanceof Unwell || failure instanceof TimeoutException)
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

    /** How many calls wait for their turn. */
    int waiting() {
        return turnstile.waiting();
    }

    /** Makes a call when its turn comes, an urgent one's first; what keeps it from being made or answered is an outcome. */
    Uni<Outcome> call(boolean isUrgent, Function<Attempt, Uni<Outcome>> exchange) {
        return Uni.createFrom().deferred(() -> {
            Attempt attempt = new Attempt(time.instant().plus(limits.timeout().dividedBy(START_WITHIN_ONE_IN)));
            return guard.get(() -> turnstile.pass(isUrgent, () -> start(exchange, attempt), FULL))
                    .onFailure()
                    .recoverWithUni(failure -> outcomeOf(failure, attempt));
        });
    }

    private Uni<Outcome> start(Function<Attempt, Uni<Outcome>> exchange, Attempt attempt) {
        if (!attempt.isWorthStarting(time.instant())) {
            return Uni.createFrom().item(new NotSent(NotSent.Reason.WAITED_TOO_LONG));
        }
        return exchange.apply(attempt).map(outcome -> {
            if (outcome.speaksAgainstInstitution()) {
                throw new Unwell(outcome);
            }
            return outcome;
        });
    }

    private static Uni<Outcome> outcomeOf(Throwable failure, Attempt attempt) {
        if (failure instanceof Unwell unwell) {
            return Uni.createFrom().item(unwell.outcome);
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

    /** Carries an outcome through the circuit breaker, which counts failures only. */
    private static final class Unwell extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;

        Unwell(Outcome outcome) {
            super(outcome.kind(), null, false, false);
            this.outcome = outcome;
        }
    }
}
