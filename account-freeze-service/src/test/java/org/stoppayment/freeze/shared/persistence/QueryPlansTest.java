package org.stoppayment.freeze.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.kit.testing.KeptStatements;
import org.stoppayment.kit.testing.StatementPlans;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;

/**
 * Statements are planned once, when tables are as good as empty: all that money waits for, and all that people page through or
 * watch, has to go by a key whatever they hold.
 */
@QuarkusTest
class QueryPlansTest extends FreezeFixture {

    /** What nothing waits for, and few ask for. */
    private static final Set<String> RARE = Set.of(
            "sql/alerts/find_new_alerts.sql",
            "sql/alerts/mark_delivered.sql",
            "sql/alerts/raise_alerts.sql",
            "sql/amendments/insert_amendment.sql",
            "sql/orders/count_live_orders.sql",
            "sql/dissuasion/release_entry.sql",
            "sql/shared/insert_event.sql",
            "sql/orders/is_account_known.sql",
            "sql/orders/lock_account_transfers.sql",
            "sql/orders/move_claims.sql",
            "sql/orders/move_other_orders.sql",
            "sql/orders/move_outflows.sql",
            "sql/orders/move_transfers.sql",
            "sql/orders/note_repeated_account.sql",
            "sql/rules/find_rule_set.sql",
            "sql/rules/keep_rule_set.sql");

    @Inject
    Pool pool;

    @Test
    void everyStatementIsPreparedOnARealServer() {
        KeptStatements.requireUsable(pool);
    }

    @Test
    void noStatementReadsAWholeTable() {
        StatementPlans plans = new StatementPlans(pool);
        Map<String, List<String>> found = new TreeMap<>();

        KeptStatements.all().stream()
                .filter(statement -> !RARE.contains(statement.path()))
                .forEach(statement -> found.put(statement.path(), plans.wholeReads(statement.sql())));

        found.values().removeIf(List::isEmpty);
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01890000-0000-7000-8000-000000000000"})
    void pageOfAlertsReadsNoWholeTable(String token) {
        freeze().officer()
                .listAlerts(ListAlertsRequest.newBuilder().setPageToken(token).build());

        assertThat(database.rows(
                        "SELECT DISTINCT query FROM pg_stat_activity WHERE query LIKE 'select % from alert %'"))
                .as("what the last page was read with")
                .singleElement()
                .satisfies(sent -> assertThat(new StatementPlans(pool).wholeReads(sent.get(0)))
                        .isEmpty());
    }
}
