package org.stoppayment.recovery.eligibility.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.DisputeId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.recovery.eligibility.application.Victims;
import org.stoppayment.recovery.eligibility.domain.RefundAccount;
import org.stoppayment.recovery.eligibility.domain.Victim;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Victims in Postgres. Each change makes the plans for the victim due. */
@ApplicationScoped
class VictimStore implements Victims, PanacheRepositoryBase<VictimEntity, UUID> {

    private static final SqlStatement FIND = SqlStatement.load("sql/eligibility/find_victims.sql", "case_ids uuid[]");

    private static final SqlStatement REACHED = SqlStatement.load(
            "sql/eligibility/is_reached_by_victims.sql", "case_id uuid, institution_code text, account_number text");

    private final Pool pool;
    private final InstantSource clock;

    VictimStore(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Map<CaseId, Victim>> find(Collection<CaseId> caseIds) {
        return FIND.execute(pool, caseIds).map(rows -> Rows.stream(rows)
                .map(VictimReader::victim)
                .collect(Collectors.toMap(Victim::caseId, Function.identity())));
    }

    @Override
    @WithSession
    public Uni<Set<CaseId>> casesOfSamePerson(CaseId caseId) {
        return find(
                        "identityDocumentDigest = (select v.identityDocumentDigest from VictimEntity v where v.caseId = ?1)",
                        caseId.value())
                .list()
                .map(rows -> rows.stream().map(row -> new CaseId(row.caseId)).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    @WithTransaction
    public Uni<Void> verify(CaseId caseId, Victim.Identity identity, Officer officer) {
        return change(caseId, row -> row.verify(identity, officer));
    }

    @Override
    @WithTransaction
    public Uni<Void> prove(CaseId caseId, Victim.ProvenLoss loss, String evidenceDigest, Officer officer, Instant at) {
        return change(caseId, row -> row.prove(loss, evidenceDigest, officer, at));
    }

    @Override
    @WithTransaction
    public Uni<Void> appoint(CaseId caseId, Optional<Victim.Agent> agent, Officer officer, Instant at) {
        return change(caseId, row -> row.appoint(agent, officer, at));
    }

    @Override
    @WithTransaction
    public Uni<Void> setRefundAccount(
            CaseId caseId, RefundAccount account, String reason, String evidenceDigest, Officer officer, Instant at) {
        return change(
                caseId,
                row -> row.refundAccount = StoredRefundAccount.text(account, reason, evidenceDigest, officer, at));
    }

    @Override
    @WithTransaction
    public Uni<Void> clearRefundAccount(CaseId caseId) {
        return change(caseId, row -> row.refundAccount = null);
    }

    @Override
    public Uni<Boolean> reachedByVictimsMoney(CaseId caseId, AccountRef.Key account) {
        return REACHED.execute(pool, caseId, account.institutionCode(), account.number())
                .map(rows -> rows.iterator().next().getBoolean("is_reached"));
    }

    @Override
    @WithTransaction
    public Uni<Void> open(CaseId caseId, Victim.Dispute dispute, Officer officer) {
        return dispute(dispute.id()).chain(found -> {
            if (found.isPresent()) {
                requireSame(found.get(), caseId, dispute);
                return Uni.createFrom().voidItem();
            }
            return Panache.getSession()
                    .chain(session -> session.persist(DisputeEntity.of(caseId.value(), dispute, officer)))
                    .chain(() -> change(caseId, row -> {}));
        });
    }

    @Override
    @WithTransaction
    public Uni<CaseId> close(DisputeId id, String reason, Officer officer, Instant at) {
        return dispute(id).chain(found -> {
            DisputeEntity row = found.orElseThrow(() -> new ServiceException.NotFound("disputeId", id.toString()));
            CaseId caseId = new CaseId(row.caseId);
            if (row.closedAt != null) {
                return Uni.createFrom().item(caseId);
            }
            row.close(reason, officer, at);
            return change(caseId, victim -> {}).replaceWith(caseId);
        });
    }

    private static Uni<Optional<DisputeEntity>> dispute(DisputeId id) {
        return Panache.getSession()
                .chain(session -> session.find(DisputeEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    private static void requireSame(DisputeEntity row, CaseId caseId, Victim.Dispute dispute) {
        if (!row.isSame(caseId.value(), dispute.reason())) {
            throw new ServiceException.Refusal(
                    "REQUEST_ID_REUSED", "disputeId: " + dispute.id() + " (expected: an id without another dispute)");
        }
    }

    /** Changes of one victim follow each other. */
    private Uni<Void> change(CaseId caseId, Consumer<VictimEntity> change) {
        return findById(caseId.value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .switchTo(() -> persist(VictimEntity.of(caseId.value())))
                .invoke(row -> {
                    change.accept(row);
                    row.plansDueAt = clock.instant();
                })
                .replaceWithVoid();
    }
}
