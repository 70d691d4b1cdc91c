package org.stoppayment.recovery.ledger.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.GroupCommit;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.ValueParameters;
import org.stoppayment.recovery.ledger.application.Ledger;
import org.stoppayment.recovery.ledger.domain.LedgerEntry;

/** The ledger in Postgres. Deliveries that arrive while a commit runs share the next statement and commit. */
@ApplicationScoped
class LedgerStore implements Ledger {

    private static final ValueParameters<Group> GROUP =
            ValueParameters.<Group>of().instant("received_at", Group::receivedAt);
    private static final RowParameters<Booking> EVENTS =
            RowParameters.<Booking>of().id("event_id", Booking::eventId).id("case_id", Booking::caseId);
    private static final RowParameters<LedgerEntry> ENTRIES = EntryColumns.of(entry -> entry);
    private static final BatchStatement<Group> BOOK = BatchStatement.<Group>of("sql/ledger/book_entries.sql")
            .values(GROUP, group -> group)
            .rows("events", EVENTS, Group::bookings)
            .rows("entries", ENTRIES, Group::entries)
            .build();

    private static final int MAX_DELIVERIES_IN_ONE_COMMIT = 64;
    private static final int MAX_CONCURRENT_COMMITS = 2;

    /** What is booked in one commit. */
    private record Group(List<Booking> bookings, Instant receivedAt) {
        List<LedgerEntry> entries() {
            return bookings.stream()
                    .flatMap(booking -> booking.entries().stream())
                    .toList();
        }
    }

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
        return BOOK.execute(pool, new Group(distinct(deliveries), clock.instant()))
                .map(rows -> new HashSet<>(Rows.list(rows, row -> new EventId(row.getUUID(0)))))
                .map(booked -> deliveries.stream()
                        // Also within a group, the first delivery of an event books it.
                        .map(bookings -> bookings.stream()
                                .map(booking -> booked.remove(booking.eventId()) ? Outcome.BOOKED : Outcome.REPLAYED)
                                .toList())
                        .toList());
    }

    /** Each event once: the statement would book the entries of every copy. */
    private static List<Booking> distinct(List<List<Booking>> deliveries) {
        Map<EventId, Booking> byEventId = new LinkedHashMap<>();
        deliveries.forEach(bookings -> bookings.forEach(booking -> byEventId.putIfAbsent(booking.eventId(), booking)));
        return List.copyOf(byEventId.values());
    }
}
