package org.stoppayment.freeze.alerts.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoppayment.freeze.alerts.application.AlertViews;
import org.stoppayment.freeze.alerts.domain.AlertView;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ids.AlertId;

/** Alerts as officers work on them, in Postgres. */
@ApplicationScoped
class AlertViewStore implements AlertViews, PanacheRepositoryBase<AlertViewEntity, UUID> {

    /** Comes after every id: the first page starts before it. */
    private static final UUID MAX_ID = new UUID(-1, -1);

    private final AlertRepository alerts;

    AlertViewStore(AlertRepository alerts) {
        this.alerts = alerts;
    }

    @Override
    public Uni<List<AlertView>> list(Filter filter, Optional<AlertId> before, int max) {
        List<String> conditions = new ArrayList<>(List.of("alertId < :before", inStates(filter)));
        Parameters parameters =
                Parameters.with("before", before.map(AlertId::value).orElse(MAX_ID));
        if (!filter.kinds().isEmpty()) {
            conditions.add("kind in :kinds");
            parameters.and("kinds", filter.kinds());
        }
        filter.caseId().ifPresent(caseId -> {
            conditions.add("caseId = :caseId");
            parameters.and("caseId", caseId.value());
        });
        if (!filter.institutionCode().isEmpty()) {
            conditions.add("institutionCode = :institutionCode");
            parameters.and("institutionCode", filter.institutionCode());
        }
        filter.since().ifPresent(since -> {
            conditions.add("raisedAt >= :since");
            parameters.and("since", since);
        });
        return Panache.withSession(() -> find(String.join(" and ", conditions) + " order by alertId desc", parameters)
                        .page(0, max)
                        .list())
                .map(page -> page.stream().map(AlertViewEntity::view).toList());
    }

    private static String inStates(Filter filter) {
        return filter.states().stream().map(AlertViewStore::isIn).collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String isIn(AlertView.State state) {
        return switch (state) {
            case OPEN -> "acknowledgedAt is null and closedAt is null";
            case ACKNOWLEDGED -> "acknowledgedAt is not null and closedAt is null";
            case CLOSED -> "closedAt is not null";
        };
    }

    @Override
    public Uni<Optional<AlertView>> acknowledge(AlertId alertId, Officer officer, Instant at) {
        return Panache.withTransaction(
                () -> alerts.acknowledge(alertId.value(), officer, at).chain(written -> view(alertId)));
    }

    @Override
    public Uni<Optional<AlertView>> close(AlertId alertId, Officer officer, String reason, Instant at) {
        return Panache.withTransaction(
                () -> alerts.close(alertId.value(), officer, reason, at).chain(written -> view(alertId)));
    }

    private Uni<Optional<AlertView>> view(AlertId alertId) {
        return find("alertId = ?1", alertId.value()).firstResult().map(found -> Optional.ofNullable(found)
                .map(AlertViewEntity::view));
    }
}
