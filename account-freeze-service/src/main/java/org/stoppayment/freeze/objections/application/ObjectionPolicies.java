package org.stoppayment.freeze.objections.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.stoppayment.freeze.objections.domain.ObjectionDueTimes;
import org.stoppayment.freeze.rules.domain.HoldRules;

/** Produces the due times of objections from the rules. */
@ApplicationScoped
class ObjectionPolicies {

    @Produces
    @Singleton
    ObjectionDueTimes dueTimes(HoldRules rules) {
        return new ObjectionDueTimes(rules);
    }
}
