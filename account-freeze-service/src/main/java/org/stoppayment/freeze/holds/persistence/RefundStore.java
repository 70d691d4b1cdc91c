package org.stoppayment.freeze.holds.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.freeze.holds.application.FreezeRefunds;
import org.stoppayment.freeze.holds.application.Freezes.Changed;
import org.stoppayment.freeze.holds.domain.PaidRefunds;
import org.stoppayment.freeze.holds.domain.Refund;
import org.stoppayment.freeze.shared.persistence.UnitOfWork;
import org.stoppayment.kit.postgres.GroupCommit;

/** Refunds out of freezes in Postgres: those that come at the same time are one transaction, and each freeze is locked before it is read. */
@ApplicationScoped
class RefundStore implements FreezeRefunds {

    /** A native query: its text is the same for any number of freezes. */
    private static final String KNOWN = """
            SELECT payment_id, revision, freeze_id, case_id, paid_fen, occurred_at, receipt_ids, payee_number
            FROM freeze_refund WHERE freeze_id = ANY (CAST(:ids AS uuid[]))""";

    private record Wanted(Refund refund, Decision decision) {}

    /** What came of a refund; a rule that refuses one does not stop the others. */
    private record Outcome(Recorded recorded, Optional<RuntimeException> refusal) {}

    /** What the refunds of one transaction find, and add. */
    private record Found(Map<UUID, FreezeEntity> freezes, Map<UUID, List<RefundEntity>> refunds, Set<UUID> replaced) {}

    private final UnitOfWork units;
    private final FreezeStore freezes;
    private final GroupCommit<Wanted, Outcome> group =
            new GroupCommit<>(FreezeChanges.MAX_IN_ONE_COMMIT, FreezeChanges.MAX_CONCURRENT_COMMITS, this::recordAll);

    RefundStore(UnitOfWork units, FreezeStore freezes) {
        this.units = units;
        this.freezes = freezes;
    }

    @Override
    public Uni<Recorded> record(Refund refund, Decision decision) {
        return group.submit(new Wanted(refund, decision)).map(outcome -> {
            outcome.refusal().ifPresent(refusal -> {
                throw refusal;
            });
            return outcome.recorded();
        });
    }

    private Uni<List<Outcome>> recordAll(List<Wanted> wanted) {
        return units.transaction(() -> find(wanted).chain(found -> {
            List<RefundEntity> added = new ArrayList<>();
            List<Outcome> outcomes =
                    wanted.stream().map(one -> record(one, found, added)).toList();
            return Panache.getSession()
                    .chain(session -> session.persistAll(added.toArray()))
                    .replaceWith(outcomes);
        }));
    }

    /** The freezes are locked first, in an order that is the same for everybody. */
    private static Uni<Found> find(List<Wanted> wanted) {
        return FreezeChanges.locked(wanted.stream().map(one -> one.refund().freezeId()))
                .chain(rows -> known(rows.keySet()).chain(refunds -> FreezeStore.replaced(rows.keySet())
                        .map(replaced -> new Found(rows, refunds, replaced))));
    }

    private static Uni<Map<UUID, List<RefundEntity>>> known(Set<UUID> freezeIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOWN, RefundEntity.class)
                        .setParameter("ids", freezeIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(row -> row.freezeId, Collectors.toCollection(ArrayList::new))));
    }

    private Outcome record(Wanted wanted, Found found, List<RefundEntity> added) {
        try {
            return new Outcome(record(wanted.refund(), wanted.decision(), found, added), Optional.empty());
        } catch (RuntimeException refusal) {
            return new Outcome(Recorded.NOTHING_NEW, Optional.of(refusal));
        }
    }

    private Recorded record(Refund refund, Decision decision, Found found, List<RefundEntity> added) {
        FreezeEntity freeze = found.freezes().get(refund.freezeId().value());
        if (freeze == null || !freeze.caseId.equals(refund.caseId().value())) {
            return Recorded.FREEZE_UNKNOWN;
        }
        List<RefundEntity> all = found.refunds().computeIfAbsent(freeze.applicationId, id -> new ArrayList<>());
        if (all.stream().anyMatch(row -> row.key.equals(RefundEntity.key(refund)))) {
            return Recorded.NOTHING_NEW;
        }
        RefundEntity row = RefundEntity.of(refund);
        PaidRefunds paid = new PaidRefunds(Stream.concat(all.stream(), Stream.of(row))
                .map(RefundEntity::refund)
                .toList());
        Changed changed = freezes.write(
                freeze, decision.on(freeze.freeze(), paid, found.replaced().contains(freeze.applicationId)));
        all.add(row);
        added.add(row);
        return new Recorded(true, Optional.of(changed));
    }
}
