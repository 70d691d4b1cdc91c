package org.stoppayment.freeze.holds.persistence;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stoppayment.freeze.holds.application.FreezeTimelineEntry;
import org.stoppayment.freeze.holds.application.Freezes;
import org.stoppayment.freeze.holds.application.FrozenSums;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeApplication;
import org.stoppayment.freeze.holds.domain.FreezeState;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.AdvisoryLock;
import org.stoppayment.freeze.shared.persistence.SkipLocked;
import org.stoppayment.freeze.shared.persistence.UnitOfWork;
import org.stoppayment.kernel.ApplicationId;

/** Freezes in Postgres. */
@ApplicationScoped
class FreezeStore implements Freezes, PanacheRepositoryBase<FreezeEntity, UUID> {

    private static final Set<FreezeState> LIVE =
            Arrays.stream(FreezeState.values()).filter(FreezeState::isLive).collect(Collectors.toUnmodifiableSet());

    private final UnitOfWork units;
    private final SendingConfig config;
    private final InstantSource clock;

    FreezeStore(UnitOfWork units, SendingConfig config, InstantSource clock) {
        this.units = units;
        this.config = config;
        this.clock = clock;
    }

    /** Requests about one account follow each other, so that the second finds the freeze of the first. */
    @Override
    public Uni<Freeze> insert(Freeze freeze, Instant dueAt) {
        return units.transaction(
                () -> AdvisoryLock.take("freeze", name(freeze.application().account()))
                        .chain(() -> live(freeze))
                        .chain(found -> {
                            if (found != null) {
                                return Uni.createFrom().item(found.freeze());
                            }
                            return requireFirst(freeze).chain(() -> {
                                FreezeEntity row = FreezeEntity.of(freeze);
                                row.dueAt = dueAt;
                                return persist(row).replaceWith(freeze);
                            });
                        }));
    }

    /** More than its own money on the account only the case freezes that freezes first. */
    private Uni<Void> requireFirst(Freeze freeze) {
        FreezeApplication application = freeze.application();
        if (application
                .amount()
                .filter(sum -> sum.compareTo(application.tainted()) > 0)
                .isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return count(
                        "account.institutionCode = ?1 and account.number = ?2 and state in ?3",
                        application.account().institutionCode(),
                        application.account().number(),
                        LIVE)
                .invoke(others -> {
                    if (others > 0) {
                        throw FrozenSums.aboveCeiling(application.amount().orElseThrow(), application.tainted());
                    }
                })
                .replaceWithVoid();
    }

    private static String name(AccountRef account) {
        return account.institutionCode() + "/" + account.number();
    }

    private Uni<FreezeEntity> live(Freeze freeze) {
        return find(
                        "caseId = ?1 and account.institutionCode = ?2 and account.number = ?3 and state in ?4",
                        freeze.caseId().value(),
                        freeze.application().account().institutionCode(),
                        freeze.application().account().number(),
                        LIVE)
                .firstResult();
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
            Parameters parameters = Parameters.with("states", filter.states().isEmpty() ? LIVE : filter.states());
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
                LIVE)));
    }

    @Override
    public Uni<Optional<Changed>> change(ApplicationId id, Function<Freeze, Optional<Change>> change) {
        return units.transaction(() -> locked(id).map(row -> {
            Freeze before = row.freeze();
            return change.apply(before).map(wanted -> write(row, before, wanted));
        }));
    }

    /** The row of a freeze, locked until the transaction of the caller ends. */
    Uni<FreezeEntity> locked(ApplicationId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("freeze " + id + " is not stored"));
    }

    private Changed write(FreezeEntity row, Freeze before, Change change) {
        Freeze after = change.freeze();
        row.write(after);
        row.dueAt = change.dueAt().orElse(null);
        change.cause()
                .ifPresent(cause -> row.timeline = StoredTimeline.with(
                        row.timeline, new FreezeTimelineEntry(clock.instant(), after.state(), cause)));
        if (!new DueBooking(before).isUpToDate(after)) {
            row.bookingDueAt = clock.instant();
        }
        return new Changed(after, row.bookingDueAt != null);
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
                            return dueBooking(row);
                        })
                        .toList()));
    }

    @Override
    public Uni<Optional<DueBooking>> claimBooking(ApplicationId id) {
        return units.transaction(() -> {
            return find("applicationId = ?1 and bookingDueAt is not null", id.value())
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .firstResult()
                    .map(found -> Optional.ofNullable(found).map(row -> {
                        row.bookingDueAt = clock.instant().plus(config.lease());
                        return dueBooking(row);
                    }));
        });
    }

    private static DueBooking dueBooking(FreezeEntity row) {
        return new DueBooking(row.freeze());
    }

    @Override
    public Uni<Void> booked(DueBooking booking) {
        return units.transaction(() -> {
            return locked(booking.freeze().id())
                    .invoke(row -> {
                        if (booking.isUpToDate(row.freeze())) {
                            row.bookingDueAt = null;
                        }
                    })
                    .replaceWithVoid();
        });
    }

    private static Uni<List<Freeze>> freezes(PanacheQuery<FreezeEntity> query) {
        return query.list().map(rows -> rows.stream().map(FreezeEntity::freeze).toList());
    }
}
