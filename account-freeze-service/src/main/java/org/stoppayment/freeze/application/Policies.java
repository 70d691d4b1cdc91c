package org.stoppayment.freeze.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.stoppayment.freeze.domain.DueTimes;
import org.stoppayment.freeze.domain.StopRules;
import org.stoppayment.freeze.domain.tracing.TracingRules;
import org.stoppayment.kernel.Money;

/** Makes the rules out of what is set. */
@ApplicationScoped
class Policies {

    @Produces
    @Singleton
    StopRules stopRules(FreezeConfig config) {
        return new StopRules(config.term(), config.stopsPerAccount(), config.futureTolerance(), config.budget());
    }

    @Produces
    @Singleton
    TracingRules tracingRules(FreezeConfig config) {
        return new TracingRules(
                Money.ofFen(config.traceThresholdFen()),
                config.traceLevels(),
                config.traceNodes(),
                config.matchTolerance());
    }

    @Produces
    @Singleton
    DueTimes dueTimes(FreezeConfig config) {
        return new DueTimes(
                config.lease(),
                config.feedbackPatience(),
                config.firstInquiry(),
                config.slowestInquiry(),
                config.firstResend(),
                config.slowestResend(),
                new SecureRandom());
    }
}
