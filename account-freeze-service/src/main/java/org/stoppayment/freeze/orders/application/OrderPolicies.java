package org.stoppayment.freeze.orders.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.rules.domain.AttentionRules;
import org.stoppayment.freeze.rules.domain.TracingRules;
import org.stoppayment.freeze.shared.domain.Jitter;

/** Produces the policies from the rules and the configuration. */
@ApplicationScoped
class OrderPolicies {

    @Produces
    @Singleton
    TracingRules tracingRules(RuleSets rules) {
        return rules.current().tracing();
    }

    @Produces
    @Singleton
    AttentionRules attentionRules(RuleSets rules) {
        return rules.current().attention();
    }

    @Produces
    @Singleton
    Jitter jitter() {
        return new Jitter(new SecureRandom());
    }

    @Produces
    @Singleton
    OrderDueTimes dueTimes(SendingConfig config, Jitter jitter) {
        return new OrderDueTimes(
                config.lease(), config.feedbackPatience(), config.firstResend(), config.slowestResend(), jitter);
    }
}
