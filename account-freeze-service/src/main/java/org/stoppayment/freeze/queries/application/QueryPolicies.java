package org.stoppayment.freeze.queries.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.stoppayment.freeze.amendments.domain.AmendmentDueTimes;
import org.stoppayment.freeze.queries.domain.QueryDueTimes;

/** Produces the due times of queries from the configuration. */
@ApplicationScoped
class QueryPolicies {

    @Produces
    @Singleton
    QueryDueTimes dueTimes(AmendmentDueTimes messages) {
        return new QueryDueTimes(messages);
    }
}
