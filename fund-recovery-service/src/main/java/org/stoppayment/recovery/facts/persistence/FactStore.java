package org.stoppayment.recovery.facts.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.ValueParameters;
import org.stoppayment.recovery.facts.application.Facts;
import org.stoppayment.recovery.facts.domain.Balance;
import org.stoppayment.recovery.facts.domain.Booking;
import org.stoppayment.recovery.facts.domain.CaseStatus;
import org.stoppayment.recovery.facts.domain.Hold;
import org.stoppayment.recovery.facts.domain.ReportedTransfer;
import org.stoppayment.recovery.facts.domain.VictimName;

/** Facts in Postgres. */
@ApplicationScoped
class FactStore implements Facts {

    /** What is told of an account comes in several events: they are attributed together. */
    private static final Duration DEBOUNCE = Duration.ofMillis(200);

    /** What is kept in one commit. */
    private record Told<F>(List<F> facts, List<VictimName> victims, Instant dueAt) {}

    private static final BatchStatement<Told<ReportedTransfer>> KEEP_TRANSFERS =
            BatchStatement.<Told<ReportedTransfer>>of("sql/facts/keep_transfers.sql")
                    .rows("transfers", FactColumns.TRANSFERS, Told::facts)
                    .rows("victims", FactColumns.VICTIMS, Told::victims)
                    .values(ValueParameters.<Told<ReportedTransfer>>of().instant("due_at", Told::dueAt), told -> told)
                    .build();
    private static final BatchStatement<Told<Booking>> KEEP_BOOKINGS = BatchStatement.<Told<Booking>>of(
                    "sql/facts/keep_bookings.sql")
            .rows("bookings", FactColumns.BOOKINGS, Told::facts)
            .values(ValueParameters.<Told<Booking>>of().instant("due_at", Told::dueAt), told -> told)
            .build();
    private static final BatchStatement<Told<Balance>> KEEP_BALANCES = BatchStatement.<Told<Balance>>of(
                    "sql/facts/keep_balances.sql")
            .rows("balances", FactColumns.BALANCES, Told::facts)
            .values(ValueParameters.<Told<Balance>>of().instant("due_at", Told::dueAt), told -> told)
            .build();
    private static final BatchStatement<Told<Hold>> KEEP_HOLDS = BatchStatement.<Told<Hold>>of(
                    "sql/facts/keep_holds.sql")
            .rows("holds", FactColumns.HOLDS, Told::facts)
            .values(ValueParameters.<Told<Hold>>of().instant("due_at", Told::dueAt), told -> told)
            .build();
    private static final BatchStatement<Told<CaseStatus>> KEEP_STATUSES = BatchStatement.<Told<CaseStatus>>of(
                    "sql/facts/keep_statuses.sql")
            .rows("statuses", FactColumns.STATUSES, Told::facts)
            .values(ValueParameters.<Told<CaseStatus>>of().instant("due_at", Told::dueAt), told -> told)
            .build();

    private final Pool pool;
    private final InstantSource clock;

    FactStore(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Void> keepTransfers(List<ReportedTransfer> transfers, List<VictimName> victims) {
        return KEEP_TRANSFERS
                .execute(pool, new Told<>(transfers, victims, dueAt()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> keepBookings(List<Booking> bookings) {
        return keep(KEEP_BOOKINGS, bookings);
    }

    @Override
    public Uni<Void> keepBalances(List<Balance> balances) {
        return keep(KEEP_BALANCES, balances);
    }

    @Override
    public Uni<Void> keepHolds(List<Hold> holds) {
        return keep(KEEP_HOLDS, holds);
    }

    @Override
    public Uni<Void> keepStatuses(List<CaseStatus> statuses) {
        return keep(KEEP_STATUSES, statuses);
    }

    private <F> Uni<Void> keep(BatchStatement<Told<F>> statement, List<F> facts) {
        return statement.execute(pool, new Told<>(facts, List.of(), dueAt())).replaceWithVoid();
    }

    private Instant dueAt() {
        return clock.instant().plus(DEBOUNCE);
    }
}
