package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ApplicationId;

/** Finds the queries that requests name. */
@ApplicationScoped
class NamedQueries {

    private final Queries queries;

    NamedQueries(Queries queries) {
        this.queries = queries;
    }

    /** The query; fails with {@link ServiceException.NotFound}. */
    Uni<AccountQuery> find(String queryId) {
        ApplicationId id = ApplicationId.parse(queryId).orElseThrow(() -> unknown(queryId.length() + " characters"));
        return queries.find(id).map(found -> found.orElseThrow(() -> unknown(id.toString())));
    }

    private static ServiceException.NotFound unknown(String shown) {
        return new ServiceException.NotFound("applicationId", shown);
    }
}
