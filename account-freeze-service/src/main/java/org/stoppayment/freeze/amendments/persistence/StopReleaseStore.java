package org.stoppayment.freeze.amendments.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.StopReleases;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.amendments.domain.StopRelease;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Releases of orders in Postgres. */
@ApplicationScoped
public class StopReleaseStore implements StopReleases {

    private static final SqlStatement CLAIM_DUE = SqlStatement.load(
            "sql/amendments/claim_due_releases.sql", "now timestamptz, lease_end timestamptz, max_releases int");
    private static final SqlStatement RELEASE_AGAIN =
            SqlStatement.load("sql/amendments/release_again.sql", "application_id uuid, now timestamptz");
    private static final SqlStatement END =
            SqlStatement.load("sql/amendments/end_release.sql", "application_id uuid, revision int");

    private final Pool pool;

    StopReleaseStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<StopRelease>> claimDue(Instant now, Duration lease, int max) {
        return CLAIM_DUE
                .execute(pool, now, now.plus(lease), max)
                .map(rows -> Rows.list(
                        rows,
                        row -> new StopRelease(
                                new ApplicationId(row.getUUID("application_id")),
                                AmendmentStore.decision(row),
                                row.getInteger("revision"))));
    }

    @Override
    public Uni<Boolean> isClaimed(ApplicationId applicationId) {
        return ClaimEndStore.activeClaims(pool, applicationId).map(active -> active > 0);
    }

    @Override
    public Uni<Optional<StopAmendment>> lift(StopRelease release, StopAmendment lift, Instant dueAt) {
        return pool.withTransaction(connection -> OrderLock.take(connection, lift.applicationId())
                .map(rows -> Phase.valueOf(rows.iterator().next().getString("state")))
                .chain(phase -> ClaimEndStore.activeClaims(connection, lift.applicationId())
                        .map(active -> phase == Phase.IN_EFFECT && active == 0))
                .chain(mayLift -> mayLift
                        ? AmendmentStore.insert(connection, lift, dueAt).map(Optional::of)
                        : Uni.createFrom().<Optional<StopAmendment>>item(Optional.empty()))
                .call(kept -> END.execute(connection, release.applicationId(), release.revision())));
    }

    @Override
    public Uni<Void> again(ApplicationId applicationId, Instant now) {
        return RELEASE_AGAIN.execute(pool, applicationId, now).replaceWithVoid();
    }

    @Override
    public Uni<Void> end(StopRelease release) {
        return END.execute(pool, release.applicationId(), release.revision()).replaceWithVoid();
    }
}
