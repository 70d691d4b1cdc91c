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
import org.stoppayment.kit.postgres.SqlText;
import org.stoppayment.kit.testing.KeptStatements;
import org.stoppayment.kit.testing.StatementPlans;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;

/**
 * Statements are planned when tables are as good as empty, and again when autovacuum has analyzed them: all that money waits for,
 * and all that people page through or watch, has to go by a key whatever they hold.
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

    /** All rows are of one case, one account and one payer, as when one company reports each of its payments. */
    private static final String ONE_PARTY = """
            INSERT INTO reported_transfer (transfer_id, case_id, institution_code, account_number, account_name, account_kind,
                                           amount_fen, serial, payer_institution_code, payer_number, reported_at, corrects)
            SELECT gen_random_uuid(), :case, 'B', '1', '', 'CARD', i, 's' || i, 'A', '2', now(),
                   CASE WHEN i > 2000 THEN gen_random_uuid() END FROM generate_series(1, 3000) i;
            INSERT INTO claim (case_id, institution_code, account_number, account_name, account_kind, level, claimed_at,
                               revision, traced_revision)
            SELECT :case, 'B', i, '', 'CARD', 1, now(), 1, 1 FROM generate_series(1, 3000) i;
            INSERT INTO inflow (institution_code, account_number, serial, application_id, amount_fen, booked_at,
                                payer_institution_code, payer_number, payer_name, payer_kind, ordinal)
            SELECT 'B', '1', 's' || i, :case, i, now(), 'A', '2', '', 'CARD', 1 FROM generate_series(1, 3000) i;
            INSERT INTO outflow (institution_code, account_number, serial, application_id, kind, amount_fen, booked_at, sequence,
                                 payee_institution_code, payee_number, payee_name, payee_kind, ordinal)
            SELECT 'B', '1', 's' || i, :case, 'TRANSFER', i, now(), i, 'A', '2', '', 'CARD', 1 FROM generate_series(1, 3000) i;
            INSERT INTO stop_order (application_id, case_id, institution_code, account_number, account_name, account_kind, level,
                                    tainted_fen, placed_at, instruction, state, live, counted, attempts, inquiries, unsent,
                                    result_code, reference, flags, mismatched, candidates, manual_reason, timeline, version, rule_set,
                                    urgent, due_at)
            SELECT gen_random_uuid(), :case, 'B', '1', '', 'CARD', 1, 1, now(), '', 'DECLINED', false, false, 1, 0, 0,
                   '', '', '{}', '{}', '{}', '', '[]', 1, 'r', i > 2000,
                   CASE WHEN i % 30 = 0 THEN now() END FROM generate_series(1, 3000) i;
            INSERT INTO inbox (event_id, case_id, received_at, reason, organisation, badge_number)
            SELECT gen_random_uuid(), :case, now(), '', '', '' FROM generate_series(1, 3000) i;
            ANALYZE reported_transfer, claim, inflow, outflow, stop_order, inbox;
            """.replace(":case", "'01890000-0000-7000-8000-000000000000'::uuid");

    @Inject
    Pool pool;

    @Test
    void everyStatementIsPreparedOnARealServer() {
        KeptStatements.requireUsable(pool);
    }

    @Test
    void noStatementReadsAWholeTable() {
        assertThat(wholeReads("")).isEmpty();
    }

    @Test
    void noStatementReadsAWholeTableWhenAllRowsAreOfOneParty() {
        assertThat(wholeReads(ONE_PARTY)).isEmpty();
    }

    /** What is read whole, by statement. */
    private Map<String, List<String>> wholeReads(String filling) {
        List<SqlText> statements = KeptStatements.all().stream()
                .filter(statement -> !RARE.contains(statement.path()))
                .toList();
        List<List<String>> reads = new StatementPlans(pool)
                .wholeReads(statements.stream().map(SqlText::sql).toList(), filling);
        Map<String, List<String>> found = new TreeMap<>();
        for (int i = 0; i < statements.size(); i++) {
            found.put(statements.get(i).path(), reads.get(i));
        }
        found.values().removeIf(List::isEmpty);
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01890000-0000-7000-8000-000000000000"})
    void pageOfAlertsReadsNoWholeTable(String token) {
        freeze().officer()
                .listAlerts(ListAlertsRequest.newBuilder().setPageToken(token).build());

        assertThat(database.rows(
                        "SELECT DISTINCT query FROM pg_stat_activity WHERE query LIKE 'select % from alert_view %'"))
                .as("what the last page was read with")
                .singleElement()
                .satisfies(sent -> assertThat(new StatementPlans(pool).wholeReads(sent.get(0)))
                        .isEmpty());
    }
}
