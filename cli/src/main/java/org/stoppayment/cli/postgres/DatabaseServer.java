package org.stoppayment.cli.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.stoppayment.cli.output.CliException;

/**
 * A Postgres server and its login.
 *
 * @param host its host
 * @param port its port
 * @param user a user that may create databases and roles
 * @param password may be empty
 */
public record DatabaseServer(String host, int port, String user, String password) {

    private static final int DEFAULT_PORT = 5432;
    private static final int LOGIN_TIMEOUT_SECONDS = 10;

    /** The server that a URL of the form {@code postgresql://user:password@host:port/} names. */
    public static DatabaseServer parse(String url) {
        try {
            URI uri = URI.create(url);
            String scheme = String.valueOf(uri.getScheme());
            String[] login = String.valueOf(uri.getRawUserInfo()).split(":", 2);
            boolean complete = (scheme.equals("postgresql") || scheme.equals("postgres"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() != null;
            if (complete) {
                return new DatabaseServer(
                        uri.getHost(),
                        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                        decode(login[0]),
                        login.length > 1 ? decode(login[1]) : "");
            }
        } catch (IllegalArgumentException e) {
            // Falls through: the message must not repeat the URL, since it holds a password.
        }
        throw CliException.usage(PostgresText.URL_INVALID);
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** {@code host:port}. */
    public String address() {
        return host + ":" + port;
    }

    /** A connection to one of its databases; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        DriverManager.setLoginTimeout(LOGIN_TIMEOUT_SECONDS);
        return DriverManager.getConnection("jdbc:postgresql://" + address() + "/" + database, user, password);
    }

    /** Creates a database unless it exists. */
    public void create(String database) {
        try (Connection connection = connect("postgres");
                PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, database);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    execute(connection, "create database " + quoted(database) + " encoding 'UTF8' template template0");
                }
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /**
     * Lets a role of the same name connect to a database, and nobody else. Creates the role if it is missing and sets its password.
     * The service's migrations grant it what it needs there.
     *
     * @param password hexadecimal digits
     */
    public void allow(String database, String password) {
        String role = quoted(database);
        try (Connection connection = connect("postgres");
                PreparedStatement query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, database);
            try (ResultSet found = query.executeQuery()) {
                execute(
                        connection,
                        (found.next() ? "alter" : "create") + " role " + role + " login password '" + password + "'");
            }
            execute(connection, "revoke connect on database " + role + " from public");
            execute(connection, "grant connect on database " + role + " to " + role);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** Drops a database and closes its connections. */
    public void drop(String database) {
        try (Connection connection = connect("postgres")) {
            execute(connection, "drop database if exists " + quoted(database) + " with (force)");
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private CliException unreachable(SQLException e) {
        return CliException.failed(PostgresText.UNREACHABLE, address(), DatabaseReason.of(e));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "postgresql://" + user + "@" + address() + "/";
    }
}
