package org.stoppayment.system.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.stoppayment.cli.suite.Suite;

/** Rows or tables of a service's database that are locked, so that the service stops in the middle of what it does with them. */
public final class HeldRows implements AutoCloseable {

    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    private final Suite suite;
    private final String database;
    private final Connection connection;

    private HeldRows(Suite suite, String database, Connection connection) {
        this.suite = suite;
        this.database = database;
        this.connection = connection;
    }

    /** Locks what a statement locks, until it is closed. */
    public static HeldRows of(Suite suite, String database, String lock) throws SQLException {
        Connection connection = suite.database().connect(database);
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(lock);
            }
            return new HeldRows(suite, database, connection);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Waits until so many transactions wait for locks. */
    public void awaitWaiting(int transactions) {
        await(transactions + " transactions wait")
                .atMost(RunningSuite.TIMEOUT)
                .untilAsserted(() -> assertThat(waiting()).isEqualTo(transactions));
    }

    private int waiting() throws SQLException {
        try (Connection other = suite.database().connect(database);
                Statement statement = other.createStatement();
                ResultSet rows = statement.executeQuery(WAITING)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Lets go of the locks. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
