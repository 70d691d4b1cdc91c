package org.stoppayment.freeze.holds.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.stoppayment.freeze.amendments.domain.AmendmentDueTimes;
import org.stoppayment.freeze.holds.domain.FreezeDueTimes;
import org.stoppayment.freeze.rules.domain.HoldRules;

/** Produces the due times of freezes from the rules and the configuration. */
@ApplicationScoped
class HoldPolicies {

    @Produces
    @Singleton
    FreezeDueTimes dueTimes(AmendmentDueTimes messages, HoldRules rules) {
        return new FreezeDueTimes(messages, rules);
    }
}
