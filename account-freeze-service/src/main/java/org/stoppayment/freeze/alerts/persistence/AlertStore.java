package org.stoppayment.freeze.alerts.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.alerts.application.Alerts;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.alerts.domain.AlertView;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.AlertId;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.kit.postgres.ValueParameters;

/** Alerts in Postgres. */
@ApplicationScoped
public class AlertStore implements Alerts {

    static final BatchStatement<Search> FIND_NEW = BatchStatement.<Search>of("sql/alerts/find_new_alerts.sql")
            .rows(
                    "failing",
                    RowParameters.<Map.Entry<String, Instant>>of()
                            .text("rule_set", Map.Entry::getKey)
                            .instant("since", Map.Entry::getValue),
                    Search::failing)
            .values(
                    ValueParameters.<Search>of().instant("now", Search::now).integer("max_alerts", Search::max),
                    search -> search)
            .build();
    private static final SqlStatement ENDING =
            SqlStatement.load("sql/alerts/find_ending_stops.sql", "now timestamptz, max_stops int");
    private static final BatchStatement<List<Ending>> SET_NEXT_WARNING = BatchStatement.<List<Ending>>of(
                    "sql/alerts/set_next_warning.sql")
            .rows(
                    "warnings",
                    RowParameters.<Ending>of()
                            .id("application_id", Ending::applicationId)
                            .instant("expires_at", Ending::expiresAt)
                            .optionalInstant("reported_expires_at", Ending::reportedExpiresAt)
                            .optionalInstant("warn_at", Ending::warnAt),
                    endings -> endings)
            .build();
    private static final BatchStatement<Raised> RAISE = BatchStatement.<Raised>of("sql/alerts/raise_alerts.sql")
            .rows("alerts", AlertInsert.ALERTS, Raised::alerts)
            .values(ValueParameters.<Raised>of().optionalInstant("due_at", Raised::dueAt), raised -> raised)
            .build();
    private static final SqlStatement CLAIM_DUE = SqlStatement.load(
            "sql/alerts/claim_due_alerts.sql", "now timestamptz, lease_millis bigint, max_alerts int");
    private static final SqlStatement DELIVERED =
            SqlStatement.load("sql/alerts/mark_delivered.sql", "alert_id uuid, delivered_at timestamptz");

    /** For each rule set, the latest first failure that raises an alert. */
    private record Search(List<Map.Entry<String, Instant>> failing, Instant now, int max) {}

    private record Raised(List<Alert> alerts, Optional<Instant> dueAt) {}

    private final Pool pool;

    public AlertStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<NewAlert>> newAlerts(Instant now, Map<String, Instant> failing, int max) {
        return FIND_NEW.execute(pool, new Search(List.copyOf(failing.entrySet()), now, max))
                .map(rows -> Rows.stream(rows)
                        .map(row -> new NewAlert(
                                Alert.Kind.valueOf(row.getString("kind")),
                                new CaseId(row.getUUID("case_id")),
                                new ApplicationId(row.getUUID("application_id")),
                                row.getInteger("occurrence"),
                                row.getString("detail")))
                        .toList());
    }

    @Override
    public Uni<List<Ending>> ending(Instant now, int max) {
        return ENDING.execute(pool, now, max).map(rows -> Rows.stream(rows)
                .map(row -> new Ending(
                        new CaseId(row.getUUID("case_id")),
                        new ApplicationId(row.getUUID("application_id")),
                        row.getString("rule_set"),
                        row.getOffsetDateTime("expires_at").toInstant(),
                        Rows.instant(row, "reported_expires_at"),
                        row.getInteger("term"),
                        Optional.of(row.getOffsetDateTime("warn_at").toInstant())))
                .toList());
    }

    @Override
    public Uni<Void> warned(List<Ending> endings) {
        return SET_NEXT_WARNING.execute(pool, endings).replaceWithVoid();
    }

    @Override
    public Uni<List<Alert>> raise(List<Alert> alerts, Optional<Instant> dueAt) {
        return RAISE.execute(pool, new Raised(alerts, dueAt)).map(rows -> {
            Set<AlertId> raised = new HashSet<>();
            rows.forEach(row -> raised.add(new AlertId(row.getUUID("alert_id"))));
            return alerts.stream()
                    .filter(alert -> raised.contains(alert.alertId()))
                    .toList();
        });
    }

    @Override
    public Uni<List<AlertView>> claimDue(Instant now, Duration lease, int max) {
        return CLAIM_DUE.execute(pool, now, lease.toMillis(), max).map(rows -> Rows.list(rows, AlertStore::view));
    }

    private static AlertView view(Row row) {
        return new AlertView(alert(row), subject(row), Optional.empty(), Optional.empty());
    }

    private static AlertView.Subject subject(Row row) {
        return new AlertView.Subject(
                Optional.ofNullable(row.getUUID("order_id")).map(ApplicationId::new),
                row.getString("institution_code"),
                row.getString("order_state"),
                row.getString("result_code"),
                Rows.instant(row, "stop_ends_at"),
                Money.ofFen(row.getLong("at_stake_fen")));
    }

    private static Alert alert(Row row) {
        return new Alert(
                new AlertId(row.getUUID("alert_id")),
                Alert.Kind.valueOf(row.getString("kind")),
                new CaseId(row.getUUID("case_id")),
                AlertViewEntity.subject(row.getUUID("application_id"), row.getUUID("case_id")),
                row.getInteger("occurrence"),
                row.getOffsetDateTime("raised_at").toInstant(),
                row.getString("detail"),
                Optional.empty());
    }

    @Override
    public Uni<Void> delivered(AlertId alertId, Instant at) {
        return DELIVERED.execute(pool, alertId, at).replaceWithVoid();
    }
}
