package org.stoppayment.freeze.amendments.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.stoppayment.freeze.amendments.domain.AmendmentDueTimes;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.shared.domain.Jitter;

/** Makes the due times of amendments out of what is set. */
@ApplicationScoped
class AmendmentPolicies {

    @Produces
    @Singleton
    AmendmentDueTimes dueTimes(SendingConfig config, Jitter jitter) {
        return new AmendmentDueTimes(
                config.lease(), config.feedbackPatience(), config.firstResend(), config.slowestResend(), jitter);
    }
}
