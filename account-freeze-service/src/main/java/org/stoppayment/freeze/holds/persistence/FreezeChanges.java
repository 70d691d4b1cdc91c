package org.stoppayment.freeze.holds.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.freeze.holds.application.FreezeTimelineEntry;
import org.stoppayment.freeze.holds.application.Freezes.Change;
import org.stoppayment.freeze.holds.application.Freezes.Changed;
import org.stoppayment.freeze.holds.application.Freezes.DueBooking;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.shared.persistence.RowsByKey;
import org.stoppayment.freeze.shared.persistence.UnitOfWork;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.postgres.GroupCommit;

/** Changes freezes: what comes at the same time is one transaction, and each row is locked before it is read. */
final class FreezeChanges {

    static final int MAX_IN_ONE_COMMIT = 50;
    static final int MAX_CONCURRENT_COMMITS = 2;

    private record Wanted(ApplicationId id, Function<Freeze, Optional<Change>> change) {}

    /** What came of a change; a rule that refuses one does not stop the others. */
    private record Outcome(Optional<Changed> changed, Optional<RuntimeException> refusal) {}

    private final UnitOfWork units;
    private final SendingConfig config;
    private final InstantSource clock;
    private final GroupCommit<Wanted, Outcome> group =
            new GroupCommit<>(MAX_IN_ONE_COMMIT, MAX_CONCURRENT_COMMITS, this::changeAll);
    private final GroupCommit<Collection<ApplicationId>, List<DueBooking>> claims =
            new GroupCommit<>(MAX_IN_ONE_COMMIT, MAX_CONCURRENT_COMMITS, this::claimAll);
    private final GroupCommit<Collection<DueBooking>, Void> bookings =
            new GroupCommit<>(MAX_IN_ONE_COMMIT, MAX_CONCURRENT_COMMITS, this::bookAll);

    FreezeChanges(UnitOfWork units, SendingConfig config, InstantSource clock) {
        this.units = units;
        this.config = config;
        this.clock = clock;
    }

    /** As {@link org.stoppayment.freeze.holds.application.Freezes#change}. */
    Uni<Optional<Changed>> change(ApplicationId id, Function<Freeze, Optional<Change>> change) {
        return group.submit(new Wanted(id, change)).map(outcome -> {
            outcome.refusal().ifPresent(refusal -> {
                throw refusal;
            });
            return outcome.changed();
        });
    }

    /** As {@link org.stoppayment.freeze.holds.application.Freezes#claimBookings(Collection)}. */
    Uni<List<DueBooking>> claimBookings(Collection<ApplicationId> ids) {
        return claims.submit(ids);
    }

    private Uni<List<List<DueBooking>>> claimAll(List<Collection<ApplicationId>> wanted) {
        return units.transaction(() -> locked(wanted.stream().flatMap(Collection::stream))
                .map(rows -> wanted.stream().map(ids -> claimed(rows, ids)).toList()));
    }

    private List<DueBooking> claimed(Map<UUID, FreezeEntity> rows, Collection<ApplicationId> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(rows.get(id.value())).stream())
                .filter(row -> row.bookingDueAt != null)
                .map(row -> {
                    row.bookingDueAt = clock.instant().plus(config.lease());
                    return new DueBooking(row.freeze());
                })
                .toList();
    }

    /** As {@link org.stoppayment.freeze.holds.application.Freezes#booked}. */
    Uni<Void> booked(Collection<DueBooking> booked) {
        return bookings.submit(booked);
    }

    private Uni<List<Void>> bookAll(List<Collection<DueBooking>> booked) {
        List<DueBooking> all = booked.stream().flatMap(Collection::stream).toList();
        return units.transaction(
                () -> locked(all.stream().map(booking -> booking.freeze().id()))
                        .invoke(rows -> all.forEach(booking -> {
                            FreezeEntity row = stored(rows, booking.freeze().id());
                            if (booking.isUpToDate(row.freeze())) {
                                row.bookingDueAt = null;
                            }
                        }))
                        .replaceWith(Collections.nCopies(booked.size(), null)));
    }

    private Uni<List<Outcome>> changeAll(List<Wanted> wanted) {
        return units.transaction(() -> locked(wanted.stream().map(Wanted::id))
                .map(rows -> wanted.stream().map(one -> change(rows, one)).toList()));
    }

    private Outcome change(Map<UUID, FreezeEntity> rows, Wanted wanted) {
        try {
            FreezeEntity row = stored(rows, wanted.id());
            Freeze before = row.freeze();
            return new Outcome(
                    wanted.change().apply(before).map(change -> write(row, before, change)), Optional.empty());
        } catch (RuntimeException refusal) {
            return new Outcome(Optional.empty(), Optional.of(refusal));
        }
    }

    /** Writes a change into a row that the caller has locked. */
    Changed write(FreezeEntity row, Freeze before, Change change) {
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

    /** Locked until the transaction of the caller ends, in an order that is the same for everybody. */
    static Uni<Map<UUID, FreezeEntity>> locked(Stream<ApplicationId> ids) {
        return Panache.getSession()
                .invoke(session -> session.setBatchSize(MAX_IN_ONE_COMMIT))
                .chain(() -> RowsByKey.lock(
                        FreezeEntity.class,
                        "freeze_order",
                        "application_id",
                        ids.map(ApplicationId::value).toList()))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.applicationId, row -> row)));
    }

    private static FreezeEntity stored(Map<UUID, FreezeEntity> rows, ApplicationId id) {
        return Optional.ofNullable(rows.get(id.value()))
                .orElseThrow(() -> new IllegalStateException("freeze " + id + " is not stored"));
    }
}
