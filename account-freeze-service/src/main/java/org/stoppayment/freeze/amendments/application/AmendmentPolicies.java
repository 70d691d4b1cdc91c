package org.stoppayment.freeze.amendments.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.stoppayment.freeze.amendments.domain.AmendmentDueTimes;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.shared.domain.Jitter;

/** Produces the due times of amendments from the configuration. */
@ApplicationScoped
class AmendmentPolicies {

    @Produces
    @Singleton
    AmendmentDueTimes dueTimes(SendingConfig config, Jitter jitter) {
        return new AmendmentDueTimes(
                config.lease(), config.feedbackPatience(), config.firstResend(), config.slowestResend(), jitter);
    }
}
