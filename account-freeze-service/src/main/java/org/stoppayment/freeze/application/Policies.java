package org.stoppayment.freeze.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.stoppayment.freeze.domain.DueTimes;
import org.stoppayment.freeze.domain.StopRules;

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
