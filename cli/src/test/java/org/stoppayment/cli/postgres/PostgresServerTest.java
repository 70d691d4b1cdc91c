package org.stoppayment.cli.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.suite.FreePorts;
import org.stoppayment.cli.suite.RecordedProcess;
import org.stoppayment.cli.waiting.Polling;

class PostgresServerTest {

    private static final String PASSWORD = "a 'quoted' pässword";

    @TempDir
    private Path directory;

    private final int port = FreePorts.find(1).get(0);
    private PostgresServer server;
    private RecordedProcess process;

    private DatabaseServer start(RunAs runAs) {
        server = new PostgresServer(directory.resolve("with space"), directory.resolve("postgres.log"), runAs);
        process = RecordedProcess.of(
                ProcessHandle.of(server.start(port, PASSWORD)).orElseThrow());
        return PostgresServer.address(port, PASSWORD);
    }

    @AfterEach
    void stopSuite() {
        if (process != null && process.isAlive()) {
            server.stop();
        }
        if (server != null) {
            server.delete();
        }
    }

    @Test
    void committedDataIsDurable() throws SQLException {
        DatabaseServer database = start(RunAs.forThisUser());

        assertThat(setting(database, "fsync")).isEqualTo("on");
        assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
        assertThat(setting(database, "full_page_writes")).isEqualTo("on");
        assertThat(setting(database, "data_checksums")).isEqualTo("on");
        assertThat(setting(database, "server_version")).startsWith("17.");
    }

    @Test
    void roleConnectsToItsOwnDatabaseOnlyAndCannotCreateTables() throws SQLException {
        DatabaseServer server = start(RunAs.forThisUser());
        server.create("books");
        server.create("cases");
        server.allow("books", "aa");
        server.allow("cases", "bb");
        server.allow("cases", "cc");

        assertThat(query(as(server, "cases", "cc"), "cases", "select 1")).isEqualTo("1");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> as(server, "cases", "cc").connect("books"))
                .withMessageContaining("permission denied");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> as(server, "cases", "bb").connect("cases"))
                .withMessageContaining("password");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(as(server, "books", "aa"), "create table t(fen bigint)"))
                .withMessageContaining("permission denied");
    }

    private static DatabaseServer as(DatabaseServer server, String role, String password) {
        return new DatabaseServer(server.host(), server.port(), role, password);
    }

    @Test
    void dataSurvivesACrashAndARestart() throws SQLException {
        DatabaseServer database = start(RunAs.forThisUser());
        database.create("books");
        execute(database, "create table t(fen bigint); insert into t values (14000000)");

        process.find().orElseThrow().destroyForcibly();
        assertThat(Polling.until(Duration.ofSeconds(10), Duration.ofMillis(20), () -> !process.isAlive()))
                .isTrue();
        start(RunAs.forThisUser());

        assertThat(query(database, "books", "select fen from t")).isEqualTo("14000000");
    }

    @Test
    void stoppingEndsTheProcess() {
        start(RunAs.forThisUser());

        server.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(FreePorts.isFree(port)).isTrue();
    }

    @Test
    void aWrongPasswordIsRefused() {
        start(RunAs.forThisUser());

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> PostgresServer.address(port, "wrong").connect("postgres"));
    }

    @Test
    void aFailingRowIsNotLogged() throws Exception {
        DatabaseServer database = start(RunAs.forThisUser());
        database.create("books");
        execute(database, "create table t(number text check (number <> '6228480000000000125'))");

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(database, "insert into t values ('6228480000000000125')"));

        assertThat(Files.readString(directory.resolve("postgres.log")))
                .contains("violates check constraint")
                .doesNotContain("6228480000000000125");
    }

    @Test
    void itRunsAsNobodyWhereNamespacesAreForbidden() throws SQLException {
        assumeTrue(RunAs.forThisUser() != RunAs.CURRENT_USER, "only root can become nobody");

        DatabaseServer database = start(RunAs.NOBODY);

        assertThat(setting(database, "fsync")).isEqualTo("on");
    }

    @Test
    void aDatabaseIsCreatedOnceAndDroppedWithItsConnections() throws SQLException {
        DatabaseServer database = start(RunAs.forThisUser());

        database.create("books");
        database.create("books");
        try (Connection open = database.connect("books")) {
            assertThat(open.isValid(1)).isTrue();
            database.drop("books");
        }

        assertThat(query(database, "postgres", "select count(*) from pg_database where datname = 'books'"))
                .isEqualTo("0");
    }

    @Test
    void failedStartIsReportedWithTheEndOfTheLog() {
        start(RunAs.forThisUser());
        PostgresServer second = new PostgresServer(directory.resolve("second"), directory.resolve("second.log"));

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> second.start(port, PASSWORD))
                .withMessageContaining("did not start")
                .withMessageContaining("Address already in use");
    }

    private static String setting(DatabaseServer database, String name) throws SQLException {
        return query(database, "postgres", "show " + name);
    }

    private static String query(DatabaseServer server, String database, String sql) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }

    private static void execute(DatabaseServer server, String sql) throws SQLException {
        try (Connection connection = server.connect("books");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
