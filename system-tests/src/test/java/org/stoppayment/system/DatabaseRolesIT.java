package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.postgres.DatabaseServer;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;

/** What the database roles of the running services may not do. What they may do, all other system tests need. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class DatabaseRolesIT {

    private static final String DENIED = "42501";

    private final Suite suite;

    DatabaseRolesIT(RunningSuite running) {
        this.suite = running.suite();
    }

    @ParameterizedTest
    @CsvSource({
        "stoppayment_intake, fraud_case, submission",
        "stoppayment_intake, fraud_case, transfer",
        "stoppayment_intake, fraud_case, withdrawal",
        "stoppayment_intake, fraud_case, filing",
        "stoppayment_intake, fraud_case, closing",
        "stoppayment_freeze, stop_order, rule_set",
        "stoppayment_freeze, stop_order, attention_closure",
        "stoppayment_freeze, stop_order, withdrawn_case",
        "stoppayment_recovery, ledger_entry, ledger_entry",
        "stoppayment_recovery, ledger_entry, inbox",
        "stoppayment_recovery, refund_approval, refund_approval_earlier"
    })
    void roleReadsButChangesNeitherTablesNorWhatIsAppendOnly(String role, String readable, String appendOnly)
            throws SQLException {
        DatabaseServer server = suite.database();
        DatabaseServer asRole = new DatabaseServer(
                server.host(), server.port(), role, suite.directory().rolePassword(role));
        try (Connection connection = asRole.connect(role);
                Statement statement = connection.createStatement()) {
            assertThatNoException().isThrownBy(() -> statement.executeQuery("SELECT 1 FROM " + readable + " LIMIT 1"));
            for (String forbidden : List.of(
                    "DELETE FROM " + appendOnly,
                    "TRUNCATE " + readable,
                    "CREATE TABLE of_a_stranger (fen bigint)",
                    "ALTER TABLE " + readable + " ADD COLUMN of_a_stranger bigint",
                    "DELETE FROM flyway_schema_history")) {
                assertThatExceptionOfType(SQLException.class)
                        .as(forbidden)
                        .isThrownBy(() -> statement.execute(forbidden))
                        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
            }
        }
    }
}
