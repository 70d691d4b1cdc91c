package org.stoppayment.recovery.persistence;

import static org.stoppayment.kit.postgres.Columns.instants;
import static org.stoppayment.kit.postgres.Columns.ints;
import static org.stoppayment.kit.postgres.Columns.longs;
import static org.stoppayment.kit.postgres.Columns.optionalUuids;
import static org.stoppayment.kit.postgres.Columns.texts;
import static org.stoppayment.kit.postgres.Columns.utc;
import static org.stoppayment.kit.postgres.Columns.uuids;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stoppayment.kernel.ApplicationId;
import org.stoppayment.kernel.EventId;
import org.stoppayment.kit.postgres.GroupCommit;
import org.stoppayment.recovery.application.Ledger;
import org.stoppayment.recovery.domain.LedgerEntry;

/** The ledger in Postgres. Deliveries that arrive while a commit runs share the next statement and commit. */
@ApplicationScoped
class LedgerStore implements Ledger {

    // Ordered by event id, so that replicas that book the same events cannot deadlock.
    private static final String BOOK = """
            WITH taken AS (
                INSERT INTO inbox (event_id, case_id, received_at)
                SELECT event_id, case_id, $3::timestamptz
                FROM unnest($1::uuid[], $2::uuid[]) AS e (event_id, case_id)
                ORDER BY event_id
                ON CONFLICT (event_id) DO NOTHING
                RETURNING event_id),
            booked AS (
                INSERT INTO ledger_entry (entry_id, event_id, ordinal, case_id,
                                          institution_code, account_number, account_name, account_kind,
                                          application_id, cause, credited, debited, amount_fen, occurred_at)
                SELECT e.entry_id, event_id, e.ordinal, e.case_id,
                       e.institution_code, e.account_number, e.account_name, e.account_kind,
                       e.application_id, e.cause, e.credited, e.debited, e.amount_fen, e.occurred_at
                FROM taken JOIN unnest($4::uuid[], $5::uuid[], $6::int[], $7::uuid[],
                                       $8::text[], $9::text[], $10::text[], $11::text[],
                                       $12::uuid[], $13::text[], $14::text[], $15::text[], $16::bigint[],
                                       $17::timestamptz[])
                     AS e (entry_id, event_id, ordinal, case_id,
                           institution_code, account_number, account_name, account_kind,
                           application_id, cause, credited, debited, amount_fen, occurred_at) USING (event_id))
            SELECT event_id FROM taken
            """;

    private static final int MAX_DELIVERIES_IN_ONE_COMMIT = 64;
    private static final int MAX_CONCURRENT_COMMITS = 2;

    private final Pool pool;
    private final InstantSource clock;
    private final GroupCommit<List<Booking>, List<Outcome>> deliveries =
            new GroupCommit<>(MAX_DELIVERIES_IN_ONE_COMMIT, MAX_CONCURRENT_COMMITS, this::appendAll);

    LedgerStore(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<List<Outcome>> append(List<Booking> bookings) {
        return deliveries.submit(bookings);
    }

    private Uni<List<List<Outcome>>> appendAll(List<List<Booking>> deliveries) {
        return pool.preparedQuery(BOOK)
                .execute(parameters(once(deliveries)))
                .map(LedgerStore::eventIds)
                .map(taken -> deliveries.stream()
                        // Within one group, too, the first delivery books the event.
                        .map(bookings -> bookings.stream()
                                .map(booking -> taken.remove(booking.eventId()) ? Outcome.BOOKED : Outcome.REPLAYED)
                                .toList())
                        .toList());
    }

    /** Each event once: the statement would book the entries of every copy. */
    private static Collection<Booking> once(List<List<Booking>> deliveries) {
        Map<EventId, Booking> once = new LinkedHashMap<>();
        deliveries.forEach(bookings -> bookings.forEach(booking -> once.putIfAbsent(booking.eventId(), booking)));
        return once.values();
    }

    private static Set<EventId> eventIds(RowSet<Row> taken) {
        Set<EventId> eventIds = new HashSet<>();
        taken.forEach(row -> eventIds.add(new EventId(row.getUUID(0))));
        return eventIds;
    }

    private Tuple parameters(Collection<Booking> once) {
        List<Booking> bookings = List.copyOf(once);
        List<LedgerEntry> entries =
                bookings.stream().flatMap(booking -> booking.entries().stream()).toList();
        return Tuple.tuple()
                .addValue(uuids(bookings, b -> b.eventId().value()))
                .addValue(uuids(bookings, b -> b.caseId().value()))
                .addValue(utc(clock.instant()))
                .addValue(uuids(entries, LedgerEntry::entryId))
                .addValue(uuids(entries, e -> e.eventId().value()))
                .addValue(ints(entries, LedgerEntry::ordinal))
                .addValue(uuids(entries, e -> e.caseId().value()))
                .addValue(texts(entries, e -> e.movement().account().institutionCode()))
                .addValue(texts(entries, e -> e.movement().account().number()))
                .addValue(texts(entries, e -> e.movement().account().name()))
                .addValue(texts(entries, e -> e.movement().account().kind().name()))
                .addValue(
                        optionalUuids(entries, e -> e.movement().applicationId().map(ApplicationId::value)))
                .addValue(texts(entries, e -> e.movement().cause().name()))
                .addValue(texts(entries, e -> e.movement().credited().name()))
                .addValue(texts(entries, e -> e.movement().debited().name()))
                .addValue(longs(entries, e -> e.movement().amount().fen()))
                .addValue(instants(entries, LedgerEntry::occurredAt));
    }
}
