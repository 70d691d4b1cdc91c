package org.stoppayment.freeze.facts.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.stoppayment.freeze.facts.application.DueFacts;
import org.stoppayment.freeze.facts.application.FactEvents;
import org.stoppayment.freeze.facts.domain.Booking;
import org.stoppayment.freeze.facts.persistence.HeldAccountMarks.Mark;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** The inflows that are to be told. */
@ApplicationScoped
class DueInflows implements DueFacts {

    private static final SqlStatement CLAIM = SqlStatement.load("sql/facts/claim_inflows.sql", "max_rows int");

    private final Publication publication;
    private final FactEvents events;
    private final HeldAccountMarks marks;
    private final InstantSource clock;

    DueInflows(Publication publication, FactEvents events, HeldAccountMarks marks, InstantSource clock) {
        this.publication = publication;
        this.events = events;
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public Uni<Published> publish() {
        return publication.commit(
                connection -> CLAIM.execute(connection, MAX_ROWS).chain(rows -> {
                    List<Booking> bookings = Rows.list(rows, FactRows::booking);
                    return marks.mark(
                                    connection,
                                    bookings.stream().flatMap(Mark::of).toList())
                            .replaceWith(new Published(
                                    events.bookings(bookings, clock.instant()), bookings.size() == MAX_ROWS));
                }));
    }
}
