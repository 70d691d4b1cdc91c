package org.stoppayment.intake.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.intake.domain.CaseFilter;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Selects cases, newest first. Every condition is on the key or narrows a walk along it. */
final class CaseQuery {

    private final List<String> conditions = new ArrayList<>();
    private Parameters parameters = new Parameters();

    /** @param cases the only ones, where an account decides */
    CaseQuery(CaseFilter filter, Optional<CaseId> before, Optional<List<UUID>> cases) {
        before.ifPresent(id -> require("caseId < :before", "before", id.value()));
        cases.ifPresent(ids -> require("caseId in :cases", "cases", ids));
        filter.status().ifPresent(status -> require("status = :status", "status", status));
        filter.fraudType().ifPresent(type -> require("fraudType = :fraudType", "fraudType", type));
        filter.acceptedSince().ifPresent(since -> {
            require("caseId >= :earliest", "earliest", Ids.earliest(since));
            require("acceptedAt >= :since", "since", since);
        });
    }

    private void require(String condition, String name, Object value) {
        conditions.add(condition);
        parameters = parameters.and(name, value);
    }

    /** The query. */
    PanacheQuery<CaseEntity> in(PanacheRepositoryBase<CaseEntity, UUID> repository) {
        String order = "order by caseId desc";
        return conditions.isEmpty()
                ? repository.find(order)
                : repository.find(String.join(" and ", conditions) + " " + order, parameters);
    }
}
