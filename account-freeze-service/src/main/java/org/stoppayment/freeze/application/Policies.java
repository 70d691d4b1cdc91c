package org.stoppayment.freeze.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.stoppayment.freeze.domain.DueTimes;
import org.stoppayment.freeze.domain.tracing.TracingRules;

/** Makes the policies out of the rules and of what is set. */
@ApplicationScoped
class Policies {

    @Produces
    @Singleton
    TracingRules tracingRules(RuleSets rules) {
        return rules.current().tracing();
    }

    @Produces
    @Singleton
    DueTimes dueTimes(FreezeConfig config) {
        return new DueTimes(
                config.lease(),
                config.feedbackPatience(),
                config.firstResend(),
                config.slowestResend(),
                new SecureRandom());
    }
}
