package org.stoppayment.system.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.suite.Suite;

/** What fund-recovery was told, beside the rows of account-freeze. */
public final class ToldFacts {

    private static final String UNTOLD = """
            SELECT (SELECT count(*) FROM reported_transfer WHERE unpublished) + (SELECT count(*) FROM outflow WHERE unpublished)
                 + (SELECT count(*) FROM inflow WHERE unpublished)
                 + (SELECT count(*) FROM stop_order WHERE unpublished AND (counted OR publications > 0))
                 + (SELECT count(*) FROM freeze_order WHERE unpublished AND (began_at IS NOT NULL OR publications > 0))
                 + (SELECT count(*) FROM case_status WHERE unpublished) + (SELECT count(*) FROM inbox WHERE status_due) + (SELECT count(*) FROM trace WHERE losses_due)
                 + (SELECT count(*) FROM outbox)""";

    private final Suite suite;

    public ToldFacts(Suite suite) {
        this.suite = suite;
    }

    /** Awaits that nothing is left to be told, and compares the tables row by row. Nobody changes them meanwhile. */
    public void assertComplete() {
        await().atMost(RunningSuite.TIMEOUT).untilAsserted(() -> assertThat(freeze(UNTOLD))
                .as("rows that are still to be told, and events on their way")
                .containsExactly("0"));

        assertThat(recovery("SELECT (transfer_id, revision, case_id, payer_institution_code, payer_number, payer_name,"
                        + " institution_code, account_number, account_name, account_kind, amount_fen, transferred_at, serial,"
                        + " corrects, duplicate_of, is_loss)::text FROM reported_transfer"))
                .as("transfers")
                .containsExactlyInAnyOrderElementsOf(freeze(
                        "SELECT (transfer_id, publications, case_id, payer_institution_code, payer_number, payer_name,"
                                + " institution_code, account_number, account_name, account_kind, amount_fen, transferred_at,"
                                + " serial, corrects, duplicate_of, published_loss)::text FROM reported_transfer"
                                + " WHERE account_number <> ''"));
        assertThat(recovery(
                        "SELECT (institution_code, account_number, serial, ordinal, revision, kind, amount_fen, booked_at,"
                                + " sequence, counterparty_institution_code, counterparty_number, counterparty_name, is_replaced)::text"
                                + " FROM booking WHERE direction = 'OUT'"))
                .as("what left accounts")
                .containsAll(freeze(
                        "SELECT (institution_code, account_number, serial, ordinal, publications, kind, amount_fen,"
                                + " booked_at, sequence, payee_institution_code, payee_number, payee_name, replaced_by IS NOT NULL)::text"
                                + " FROM outflow"));
        assertThat(recovery(
                        "SELECT (institution_code, account_number, serial, ordinal, revision, amount_fen, booked_at,"
                                + " counterparty_institution_code, counterparty_number, counterparty_name)::text"
                                + " FROM booking WHERE direction = 'IN'"))
                .as("what came into accounts")
                .containsAll(
                        freeze("SELECT (institution_code, account_number, serial, ordinal, publications, amount_fen,"
                                + " booked_at, payer_institution_code, payer_number, payer_name)::text FROM inflow"));
        assertThat(recovery(
                        "SELECT (hold_id, revision, case_id, institution_code, account_number, is_in_effect, held_fen,"
                                + " began_at, expires_at)::text FROM hold WHERE measure = 'STOP'"))
                .as("stops")
                .containsExactlyInAnyOrderElementsOf(
                        freeze("SELECT (application_id, publications, case_id, institution_code,"
                                + " account_number, state = 'IN_EFFECT', coalesce(balance_fen, 0), coalesce(stopped_at, placed_at),"
                                + " coalesce(expires_at, placed_at))::text FROM stop_order WHERE publications > 0"));
        assertThat(recovery(
                        "SELECT (hold_id, revision, case_id, institution_code, account_number, is_in_effect, held_fen,"
                                + " began_at, expires_at, approval_level)::text FROM hold WHERE measure = 'FREEZE'"))
                .as("freezes")
                .containsExactlyInAnyOrderElementsOf(
                        freeze("SELECT (application_id, publications, case_id, institution_code,"
                                + " account_number, state IN ('IN_EFFECT', 'PARTIAL'), coalesce(frozen_fen, 0), began_at, expires_at,"
                                + " approval_level)::text FROM freeze_order WHERE publications > 0"));
        assertThat(recovery("SELECT (application_id, balance_fen, as_of)::text FROM balance"))
                .as("balances")
                .containsAll(freeze("SELECT (application_id, balance_fen, stopped_at)::text FROM stop_order"
                        + " WHERE counted AND balance_fen IS NOT NULL"));
        assertThat(recovery("SELECT (case_id, victim_name)::text FROM recovery_case WHERE victim_name <> ''"))
                .as("victims")
                .containsExactlyInAnyOrderElementsOf(freeze("SELECT (case_id, max(victim_name))::text FROM inbox"
                        + " WHERE victim_name <> '' AND EXISTS (SELECT FROM reported_transfer t"
                        + " WHERE t.case_id = inbox.case_id AND t.account_number <> '') GROUP BY case_id"));
        assertThat(
                        recovery(
                                "SELECT (case_id, received_at, organisation)::text FROM recovery_case WHERE received_at IS NOT NULL"))
                .as("first reports of cases")
                .containsExactlyInAnyOrderElementsOf(
                        freeze("SELECT DISTINCT ON (case_id) (case_id, received_at, organisation)::text FROM inbox"
                                + " ORDER BY case_id, received_at, event_id"));
        assertThat(recovery("SELECT count(*) FROM (SELECT institution_code, account_number FROM booking UNION"
                        + " SELECT institution_code, account_number FROM hold UNION"
                        + " SELECT institution_code, account_number FROM reported_transfer EXCEPT"
                        + " SELECT institution_code, account_number FROM attributed_account) missing"))
                .as("accounts that nobody would attribute")
                .containsExactly("0");
    }

    /** Number of rows of a table of fund-recovery. */
    public long count(String table) {
        return Long.parseLong(recovery("SELECT count(*) FROM " + table).get(0));
    }

    private List<String> freeze(String query) {
        return rows("stoppayment_freeze", query);
    }

    private List<String> recovery(String query) {
        return rows("stoppayment_recovery", query);
    }

    private List<String> rows(String database, String query) {
        try (Connection connection = suite.database().connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
