package org.stoppayment.freeze.facts.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.stoppayment.freeze.facts.application.DueFacts;
import org.stoppayment.freeze.facts.application.FactEvents;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** The cases of which is to be told what they have come to. */
@ApplicationScoped
class DueStatuses implements DueFacts {

    private static final SqlStatement CLAIM = SqlStatement.load("sql/facts/claim_statuses.sql", "max_rows int");
    private static final SqlStatement READ = SqlStatement.load("sql/facts/read_statuses.sql", "case_ids uuid[]");

    private final Publication publication;
    private final FactEvents events;
    private final InstantSource clock;

    DueStatuses(Publication publication, FactEvents events, InstantSource clock) {
        this.publication = publication;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Uni<Published> publish() {
        return publication.commit(connection -> CLAIM.execute(connection, MAX_ROWS)
                .map(rows -> Rows.list(rows, row -> new CaseId(row.getUUID("case_id"))))
                .chain(taken -> read(connection, taken)));
    }

    private Uni<Published> read(SqlConnection connection, List<CaseId> taken) {
        if (taken.isEmpty()) {
            return Uni.createFrom().item(new Published(List.of(), false));
        }
        return READ.execute(connection, taken).map(rows -> {
            Instant now = clock.instant();
            return new Published(
                    Rows.list(rows, row -> events.status(FactRows.status(row), now)), taken.size() == MAX_ROWS);
        });
    }
}
