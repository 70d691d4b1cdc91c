package org.stoppayment.recovery.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.stoppayment.kit.testing.TcpProxy;

/** The database seen from outside the service. */
public final class Books {

    private final String url;

    public Books(TcpProxy link) {
        this.url = "jdbc:postgresql://127.0.0.1:" + link.server().getPort() + "/postgres";
    }

    /** Entries of a case. */
    public long entriesOf(String caseId) {
        return number("SELECT count(*) FROM ledger_entry WHERE case_id = '" + caseId + "'");
    }

    /** Inbox rows of a case. */
    public long eventsOf(String caseId) {
        return number("SELECT count(*) FROM inbox WHERE case_id = '" + caseId + "'");
    }

    /** The one number that {@code query} answers. */
    public long number(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The one text that {@code query} answers. */
    public String text(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Runs some SQL. */
    public void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A new connection. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }
}
