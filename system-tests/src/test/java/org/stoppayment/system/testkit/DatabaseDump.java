package org.stoppayment.system.testkit;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.kernel.SystemTime;

/**
 * The rows of one service's database as text: {@code COPY} blocks, tables and rows in a fixed order. The schema is not in it: it is
 * made by the migrations that the dumped Flyway history names, and Flyway refuses to start on them if one of them has changed since.
 *
 * @param service whose database it is
 * @param file where the text is
 */
public record DatabaseDump(ServiceName service, Path file) {

    private static final String HISTORY = "flyway_schema_history";
    private static final String HISTORY_TABLE = """
            CREATE TABLE flyway_schema_history (
                installed_rank integer NOT NULL CONSTRAINT flyway_schema_history_pk PRIMARY KEY,
                version        varchar(50),
                description    varchar(200) NOT NULL,
                type           varchar(20) NOT NULL,
                script         varchar(1000) NOT NULL,
                checksum       integer,
                installed_by   varchar(100) NOT NULL,
                installed_on   timestamp NOT NULL DEFAULT now(),
                execution_time integer NOT NULL,
                success        boolean NOT NULL);
            CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history (success);
            """;
    private static final String WRITTEN = "-- written ";
    private static final String END = "\\.";
    private static final Pattern COPY = Pattern.compile("COPY (\\w+) \\(.*\\) FROM STDIN");

    /** As Postgres prints it, and as it stands in JSON. */
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)([ T])(\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)(\\+00|Z)");

    private static final List<Path> MIGRATIONS = Stream.of(
                    "service-kit/src/main/resources/db/kit",
                    "case-intake-service/src/main/resources/db/migration",
                    "account-freeze-service/src/main/resources/db/migration",
                    "fund-recovery-service/src/main/resources/db/migration")
            .map(Path.of("..")::resolve)
            .toList();

    /** Writes the rows of a database that nobody changes meanwhile. */
    public void write(Connection connection) throws SQLException, IOException {
        StringWriter text = new StringWriter();
        text.append(WRITTEN).append(SystemTime.SOURCE.instant().toString()).append('\n');
        run(connection, "SET TIME ZONE 'UTC'");
        for (String table : strings(
                connection,
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename <> '" + HISTORY
                        + "', tablename")) {
            String columns = String.join(
                    ", ",
                    strings(
                            connection,
                            "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public'"
                                    + " AND table_name = '" + table
                                    + "' AND is_generated = 'NEVER' ORDER BY ordinal_position"));
            text.append("COPY %s (%s) FROM STDIN\n".formatted(table, columns));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT %s FROM %s ORDER BY 1, 2) TO STDOUT".formatted(columns, table), text);
            text.append(END).append('\n');
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.toString());
    }

    /** Fills an empty database; all moments are moved, so that the rows are as old as they were when they were written. */
    public void restore(Connection connection) throws SQLException, IOException {
        List<String> lines = Files.readAllLines(file);
        Duration age =
                Duration.between(Instant.parse(lines.get(0).substring(WRITTEN.length())), SystemTime.SOURCE.instant());
        run(connection, "SET TIME ZONE 'UTC'");
        run(connection, HISTORY_TABLE);
        int at = 1;
        while (at < lines.size()) {
            Matcher copy = COPY.matcher(lines.get(at));
            if (!copy.matches()) {
                throw new IllegalStateException(file + ", line " + (at + 1) + " (expected: COPY)");
            }
            int end = at + lines.subList(at, lines.size()).indexOf(END);
            StringBuilder rows = new StringBuilder();
            lines.subList(at + 1, end)
                    .forEach(row -> rows.append(moved(row, age)).append('\n'));
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(lines.get(at), new StringReader(rows.toString()));
            if (copy.group(1).equals(HISTORY)) {
                migrate(connection);
            }
            at = end + 1;
        }
    }

    private static void migrate(Connection connection) throws SQLException, IOException {
        for (String script :
                strings(connection, "SELECT script FROM " + HISTORY + " WHERE type = 'SQL' ORDER BY installed_rank")) {
            Path found = MIGRATIONS.stream()
                    .map(folder -> folder.resolve(Path.of(script).getFileName()))
                    .filter(Files::exists)
                    .filter(migration -> script.endsWith(migration.getFileName().toString()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(script + ": no such migration any more"));
            run(connection, Files.readString(found));
        }
    }

    private static String moved(String row, Duration by) {
        return MOMENT.matcher(row).replaceAll(moment -> {
            Instant then = Instant.parse(moment.group(1) + "T" + moment.group(3) + "Z");
            String later = then.plus(by).toString();
            return later.substring(0, 10) + moment.group(2) + later.substring(11, later.length() - 1) + moment.group(4);
        });
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
