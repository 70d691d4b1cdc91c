package org.stoppayment.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.SqlStatement;

/** Events that the next service has not accepted. */
@ApplicationScoped
public class UndeliveredEvents {

    private static final SqlStatement FIND_OLDEST =
            SqlStatement.load("sql/outbox/find_oldest_event_of_case.sql", "case_id uuid");

    private final Pool pool;

    UndeliveredEvents(Pool pool) {
        this.pool = pool;
    }

    /** When the oldest undelivered event of a case occurred; empty when the next service has accepted all. */
    public Uni<Optional<Instant>> oldestOf(CaseId caseId) {
        return FIND_OLDEST.execute(pool, caseId).map(rows -> Optional.ofNullable(
                        rows.iterator().next().getOffsetDateTime("oldest"))
                .map(OffsetDateTime::toInstant));
    }
}
