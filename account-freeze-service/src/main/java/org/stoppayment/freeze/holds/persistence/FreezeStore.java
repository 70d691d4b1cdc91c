package org.stoppayment.freeze.holds.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.stoppayment.freeze.holds.application.FreezeTimelineEntry;
import org.stoppayment.freeze.holds.application.Freezes;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeState;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.SkipLocked;
import org.stoppayment.freeze.shared.persistence.UnitOfWork;
import org.stoppayment.kernel.ids.ApplicationId;

/** Freezes in Postgres. */
@ApplicationScoped
class FreezeStore implements Freezes, PanacheRepositoryBase<FreezeEntity, UUID> {

    private static final String[] LIVE_STATES =
            FreezeEntity.LIVE.stream().map(FreezeState::name).toArray(String[]::new);

    /** A native query: its text is the same for any number of freezes. */
    private static final String REPLACED = """
            SELECT f.application_id FROM freeze_order f
            WHERE f.application_id = ANY (CAST(:ids AS uuid[])) AND EXISTS (
                SELECT FROM freeze_order other
                WHERE other.case_id = f.case_id AND other.institution_code = f.institution_code
                  AND other.account_number = f.account_number AND other.application_id <> f.application_id
                  AND other.state = ANY (CAST(:live AS text[])))""";

    private final UnitOfWork units;
    private final FreezeInserts inserts;
    private final FreezeChanges changes;

    FreezeStore(UnitOfWork units, SendingConfig config, InstantSource clock) {
        this.units = units;
        this.inserts = new FreezeInserts(units);
        this.changes = new FreezeChanges(units, config, clock);
    }

    @Override
    public Uni<Freeze> insert(Freeze freeze, Instant dueAt) {
        return inserts.insert(freeze, dueAt);
    }

    @Override
    public Uni<Optional<Freeze>> find(ApplicationId id) {
        return units.reading(
                () -> findById(id.value()).map(row -> Optional.ofNullable(row).map(FreezeEntity::freeze)));
    }

    @Override
    public Uni<List<FreezeTimelineEntry>> timeline(ApplicationId id) {
        return units.reading(
                () -> findById(id.value()).map(row -> row == null ? List.of() : StoredTimeline.read(row.timeline)));
    }

    @Override
    public Uni<List<Freeze>> list(Filter filter, Optional<Position> after, int max) {
        return units.reading(() -> {
            List<String> conditions = new ArrayList<>(List.of("state in :states"));
            Parameters parameters =
                    Parameters.with("states", filter.states().isEmpty() ? FreezeEntity.LIVE : filter.states());
            filter.caseId().ifPresent(caseId -> {
                conditions.add("caseId = :caseId");
                parameters.and("caseId", caseId.value());
            });
            filter.endsBefore().ifPresent(end -> {
                conditions.add("expiresAt < :end");
                parameters.and("end", end);
            });
            after.ifPresent(last -> {
                conditions.add("(expiresAt > :after or expiresAt = :after and applicationId > :last)");
                parameters.and("after", last.expiresAt()).and("last", last.id().value());
            });
            return freezes(find(String.join(" and ", conditions) + " order by expiresAt, applicationId", parameters)
                    .page(0, max));
        });
    }

    @Override
    public Uni<List<Freeze>> liveOn(AccountRef.Key account) {
        return units.reading(() -> freezes(find(
                "account.institutionCode = ?1 and account.number = ?2 and state in ?3 order by requestedAt, applicationId",
                account.institutionCode(),
                account.number(),
                FreezeEntity.LIVE)));
    }

    @Override
    public Uni<Optional<Changed>> change(ApplicationId id, Function<Freeze, Optional<Change>> change) {
        return changes.change(id, change);
    }

    /** Writes a change into a row that is locked. */
    Changed write(FreezeEntity row, Change change) {
        return changes.write(row, row.freeze(), change);
    }

    /** Those of freezes whose cases have another live one on the account. */
    static Uni<Set<UUID>> replaced(Set<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REPLACED, UUID.class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .setParameter("live", LIVE_STATES.clone())
                        .getResultList())
                .map(Set::copyOf);
    }

    /** The row of a freeze, locked until the transaction of the caller ends. */
    Uni<FreezeEntity> locked(ApplicationId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("freeze " + id + " is not stored"));
    }

    @Override
    public Uni<List<Freeze>> claimDue(Instant now, Duration lease, int max, Set<String> full) {
        String condition = full.isEmpty() ? "dueAt <= :now" : "dueAt <= :now and account.institutionCode not in :full";
        Map<String, Object> parameters = full.isEmpty() ? Map.of("now", now) : Map.of("now", now, "full", full);
        return units.transaction(
                () -> SkipLocked.list(FreezeEntity.class, condition + " order by dueAt", parameters, max)
                        .map(rows -> rows.stream()
                                .map(row -> {
                                    row.dueAt = now.plus(lease);
                                    return row.freeze();
                                })
                                .toList()));
    }

    @Override
    public Uni<List<DueBooking>> claimBookings(Instant now, Duration lease, int max) {
        return units.transaction(() -> SkipLocked.list(
                        FreezeEntity.class, "bookingDueAt <= :now order by bookingDueAt", Map.of("now", now), max)
                .map(rows -> rows.stream()
                        .map(row -> {
                            row.bookingDueAt = now.plus(lease);
                            return new DueBooking(row.freeze());
                        })
                        .toList()));
    }

    @Override
    public Uni<List<DueBooking>> claimBookings(Collection<ApplicationId> ids) {
        return changes.claimBookings(ids);
    }

    @Override
    public Uni<Void> booked(Collection<DueBooking> bookings) {
        return changes.booked(bookings);
    }

    private static Uni<List<Freeze>> freezes(PanacheQuery<FreezeEntity> query) {
        return query.list().map(rows -> rows.stream().map(FreezeEntity::freeze).toList());
    }
}
