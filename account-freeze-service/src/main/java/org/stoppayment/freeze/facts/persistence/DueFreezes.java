package org.stoppayment.freeze.facts.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.stoppayment.freeze.facts.application.DueFacts;
import org.stoppayment.freeze.facts.application.FactEvents;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** The freezes that are to be told. */
@ApplicationScoped
class DueFreezes implements DueFacts {

    private static final SqlStatement CLAIM = SqlStatement.load("sql/facts/claim_freezes.sql", "max_rows int");

    private final Publication publication;
    private final FactEvents events;
    private final InstantSource clock;

    DueFreezes(Publication publication, FactEvents events, InstantSource clock) {
        this.publication = publication;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Uni<Published> publish() {
        return publication.commit(
                connection -> CLAIM.execute(connection, MAX_ROWS).map(rows -> {
                    Instant now = clock.instant();
                    return new Published(
                            Rows.list(rows, row -> events.hold(FactRows.hold(row), now)), rows.size() == MAX_ROWS);
                }));
    }
}
