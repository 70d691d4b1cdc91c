package org.stoppayment.freeze.facts.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.stoppayment.freeze.facts.application.DueFacts;
import org.stoppayment.freeze.facts.application.FactEvents;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** The cases of which is to be told what they are and have come to: reported, filed, closed, withdrawn. */
@ApplicationScoped
class DueStatuses implements DueFacts {

    private static final SqlStatement MARK_REPORTED =
            SqlStatement.load("sql/facts/mark_reported_cases.sql", "max_rows int");
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
        return publication.commit(connection -> MARK_REPORTED
                .execute(connection, MAX_ROWS)
                .map(rows -> rows.iterator().next().getInteger("reports"))
                .chain(reports -> CLAIM.execute(connection, MAX_ROWS)
                        .map(rows -> Rows.list(rows, row -> new CaseId(row.getUUID("case_id"))))
                        .chain(taken -> read(connection, taken)
                                .map(told -> new Published(told, reports == MAX_ROWS || taken.size() == MAX_ROWS)))));
    }

    private Uni<List<OutboxEvent>> read(SqlConnection connection, List<CaseId> taken) {
        if (taken.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return READ.execute(connection, taken).map(rows -> {
            Instant now = clock.instant();
            return Rows.list(rows, row -> events.status(FactRows.status(row), now));
        });
    }
}
