package org.stoppayment.freeze.facts.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.stoppayment.freeze.facts.application.DueFacts;
import org.stoppayment.freeze.facts.application.FactEvents;
import org.stoppayment.freeze.facts.domain.Hold;
import org.stoppayment.freeze.facts.persistence.HeldAccountMarks.Mark;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** The freezes that are to be told. */
@ApplicationScoped
class DueFreezes implements DueFacts {

    private static final SqlStatement CLAIM = SqlStatement.load("sql/facts/claim_freezes.sql", "max_rows int");

    private final Publication publication;
    private final FactEvents events;
    private final HeldAccountMarks marks;
    private final InstantSource clock;

    DueFreezes(Publication publication, FactEvents events, HeldAccountMarks marks, InstantSource clock) {
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
                    List<Hold> holds = Rows.list(rows, FactRows::hold);
                    return marks.mark(connection, holds.stream().map(Mark::of).toList())
                            .replaceWith(new Published(
                                    holds.stream()
                                            .map(hold -> events.hold(hold, now))
                                            .toList(),
                                    rows.size() == MAX_ROWS));
                }));
    }
}
