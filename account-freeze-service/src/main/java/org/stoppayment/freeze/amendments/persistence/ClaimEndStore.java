package org.stoppayment.freeze.amendments.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.ClaimEnds;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.books.domain.ClaimEnd;
import org.stoppayment.freeze.books.persistence.StoredClaimEnd;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Ends claims in Postgres, one transaction each; the lock on the order makes those on one account wait for each other. */
@ApplicationScoped
public class ClaimEndStore implements ClaimEnds {

    private static final SqlStatement LOCK =
            SqlStatement.load("sql/amendments/lock_claim.sql", "application_id uuid, case_id uuid");
    private static final SqlStatement COUNT_ACTIVE =
            SqlStatement.load("sql/amendments/count_active_claims.sql", "application_id uuid");
    private static final SqlStatement END = SqlStatement.load(
            "sql/amendments/end_claim.sql",
            "application_id uuid, case_id uuid, ended_at timestamptz, end_details text");
    private static final SqlStatement FIND_LIFT =
            SqlStatement.load("sql/amendments/find_lift.sql", "application_id uuid");

    private final Pool pool;

    ClaimEndStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<StopAmendment>> end(CaseId caseId, ClaimEnd end, StopAmendment lift, Instant dueAt) {
        return pool.withTransaction(connection -> new Ending(connection, caseId, end, lift, dueAt).run());
    }

    /** Number of active claims on the account of an order; exact while its row is locked. */
    static Uni<Long> activeClaims(SqlClient client, ApplicationId applicationId) {
        return COUNT_ACTIVE
                .execute(client, applicationId)
                .map(rows -> rows.iterator().next().getLong("claims"));
    }

    private record Ending(SqlConnection connection, CaseId caseId, ClaimEnd end, StopAmendment lift, Instant dueAt) {

        Uni<Optional<StopAmendment>> run() {
            return LOCK.execute(connection, lift.applicationId(), caseId)
                    .map(rows -> Rows.first(rows, row -> row).orElseThrow(this::withoutClaim))
                    .chain(this::endLocked);
        }

        private Uni<Optional<StopAmendment>> endLocked(Row locked) {
            Phase phase = Phase.valueOf(locked.getString("state"));
            Optional<ClaimEnd> before = StoredClaimEnd.read(locked);
            if (before.isEmpty()) {
                requireInEffect(phase);
                return END.execute(connection, lift.applicationId(), caseId, end.at(), StoredClaimEnd.details(end))
                        .chain(ended -> liftIfNoneIsActive());
            }
            return existingLift().chain(existing -> {
                boolean isUndone = existing.isEmpty() && phase == Phase.IN_EFFECT;
                boolean isFrozen = before.get().cause() == ClaimEnd.Cause.FROZEN;
                return before.get().isRepeatedBy(end) && !isUndone
                        ? Uni.createFrom().item(existing)
                        : isUndone && !isFrozen
                                ? liftAgain(before.get())
                                : Uni.createFrom().failure(endedOtherwise());
            });
        }

        private Uni<Optional<StopAmendment>> liftIfNoneIsActive() {
            return activeClaims(connection, lift.applicationId())
                    .chain(active -> active > 0 ? Uni.createFrom().item(Optional.empty()) : insertLift());
        }

        /** The claim had ended before: either others are active, or the institution declined the lift and gets another one. */
        private Uni<Optional<StopAmendment>> liftAgain(ClaimEnd before) {
            return activeClaims(connection, lift.applicationId()).chain(active -> {
                if (active == 0) {
                    return insertLift();
                }
                return before.isRepeatedBy(end)
                        ? Uni.createFrom().item(Optional.empty())
                        : Uni.createFrom().failure(endedOtherwise());
            });
        }

        private Uni<Optional<StopAmendment>> insertLift() {
            return AmendmentStore.insert(connection, lift, dueAt).map(Optional::of);
        }

        private Uni<Optional<StopAmendment>> existingLift() {
            return FIND_LIFT
                    .execute(connection, lift.applicationId())
                    .map(rows -> AmendmentStore.amendments(rows).stream().findFirst());
        }

        private void requireInEffect(Phase phase) {
            if (phase != Phase.IN_EFFECT) {
                throw new ServiceException.Refusal(
                        "NOT_IN_EFFECT", "order " + lift.applicationId() + " is " + phase + " (expected: IN_EFFECT)");
            }
        }

        private ServiceException.Refusal endedOtherwise() {
            return new ServiceException.Refusal(
                    "CLAIM_ENDED",
                    "the claim of case " + caseId + " has ended before, for another reason or by another reference"
                            + " (expected: a claim that has not ended)");
        }

        private ServiceException.InvalidInput withoutClaim() {
            return new ServiceException.InvalidInput(
                    "caseId", "NO_CLAIM", "value: " + caseId + " (expected: a case with a claim on the account)");
        }
    }
}
