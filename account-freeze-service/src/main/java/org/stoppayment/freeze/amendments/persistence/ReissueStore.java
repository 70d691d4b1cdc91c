package org.stoppayment.freeze.amendments.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.Reissues;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.persistence.StopOrderRow;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.kit.postgres.SqlStatement;

/** Reissues stops in Postgres; the statement decides whether one is allowed. */
@ApplicationScoped
public class ReissueStore implements Reissues {

    private static final SqlStatement PLACE = SqlStatement.load(
            "sql/amendments/reissue_stop.sql",
            "institution_code text, account_number text, ended_application_id uuid, extension_counts boolean, "
                    + "max_stops int, application_id uuid, placed_at timestamptz, instruction bytea, reference text, "
                    + "timeline text, rule_set text");

    private final Pool pool;

    ReissueStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Refused>> place(StopOrder ended, Again again, RuleSet rules) {
        return PLACE.execute(
                        pool,
                        ended.account().institutionCode(),
                        ended.account().number(),
                        ended.applicationId(),
                        rules.stops().extensionCounts(),
                        rules.stops().stopsPerAccount(),
                        again.applicationId(),
                        again.at(),
                        again.instruction(),
                        again.reference(),
                        StopOrderRow.timeline(Phase.QUEUED, again.at(), "RESTOPPED"),
                        rules.name())
                .map(rows -> refused(rows.iterator().next()));
    }

    private static Optional<Refused> refused(Row row) {
        if (row.getBoolean("placed")) {
            return Optional.empty();
        }
        return Optional.of(
                !row.getBoolean("live") && row.getBoolean("used_up")
                        ? Refused.STOP_COUNT_EXCEEDED
                        : Refused.ACCOUNT_ALREADY_STOPPED);
    }
}
