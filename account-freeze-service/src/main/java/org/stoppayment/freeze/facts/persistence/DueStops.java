package org.stoppayment.freeze.facts.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.freeze.facts.application.DueFacts;
import org.stoppayment.freeze.facts.application.FactEvents;
import org.stoppayment.freeze.facts.domain.Balance;
import org.stoppayment.freeze.facts.domain.Hold;
import org.stoppayment.freeze.facts.persistence.HeldAccountMarks.Mark;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** The stops that are to be told, each with the balance that its institution told with it. */
@ApplicationScoped
class DueStops implements DueFacts {

    private static final SqlStatement CLAIM = SqlStatement.load("sql/facts/claim_stops.sql", "max_rows int");

    private final Publication publication;
    private final FactEvents events;
    private final HeldAccountMarks marks;
    private final InstantSource clock;

    DueStops(Publication publication, FactEvents events, HeldAccountMarks marks, InstantSource clock) {
        this.publication = publication;
        this.events = events;
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public Uni<Published> publish() {
        return publication.commit(
                connection -> CLAIM.execute(connection, MAX_ROWS).chain(rows -> {
                    Instant now = clock.instant();
                    List<OutboxEvent> told =
                            Rows.stream(rows).flatMap(row -> told(row, now)).toList();
                    return marks.mark(connection, Rows.list(rows, row -> Mark.of(FactRows.hold(row))))
                            .replaceWith(new Published(told, rows.size() == MAX_ROWS));
                }));
    }

    private Stream<OutboxEvent> told(Row row, Instant now) {
        Hold stop = FactRows.hold(row);
        return Stream.concat(
                Stream.of(events.hold(stop, now)),
                stop.held().filter(balance -> row.getBoolean("is_stopped")).stream()
                        .map(balance -> events.balance(
                                new Balance(
                                        stop.id(),
                                        stop.caseId(),
                                        stop.revision(),
                                        stop.account(),
                                        balance,
                                        stop.beganAt(),
                                        Optional.empty()),
                                now)));
    }
}
