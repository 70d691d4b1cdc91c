package org.stoppayment.kit.testing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The plans of statements. Connections plan them once, usually while tables are almost empty. Such a plan may be very slow when the
 * tables are full, so every table must be read by an index.
 */
public final class StatementPlans {

    private static final String TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
            + " AND tablename <> 'flyway_schema_history'";
    private static final String VIEWS =
            "SELECT 'CREATE VIEW ' || quote_ident(viewname) || ' AS ' || definition FROM pg_views"
                    + " WHERE schemaname = current_schema()";
    private static final String COLUMN_OPTIONS =
            "SELECT format('ALTER TABLE %I ALTER COLUMN %I SET (%s)', attrelid::regclass, attname, array_to_string(attoptions, ', '))"
                    + " FROM pg_attribute WHERE attoptions IS NOT NULL AND attrelid::regclass IN"
                    + " (SELECT tablename::regclass FROM pg_tables WHERE schemaname = current_schema())";
    private static final Set<String> INDEX_SCANS = Set.of("Index Scan", "Index Only Scan", "Bitmap Index Scan");

    private final Pool pool;

    /** Plans with the settings of the connections of {@code pool}. */
    public StatementPlans(Pool pool) {
        this.pool = pool;
    }

    /** The parts of a statement's plan that read a whole table or index, on empty tables. */
    public List<String> wholeReads(String sql) {
        return wholeReads(List.of(sql), "").get(0);
    }

    /**
     * The parts of each statement's plan that read a whole table or index, on copies of the tables that {@code filling} has filled and
     * analyzed, such as {@code INSERT INTO claim …; ANALYZE claim}. The copies have no foreign keys.
     */
    public List<List<String>> wholeReads(List<String> statements, String filling) {
        return plans(statements, filling).stream()
                .map(plan -> {
                    List<String> found = new ArrayList<>();
                    collect(plan, found);
                    return found;
                })
                .toList();
    }

    /** The generic plan of a statement on empty copies of the tables; everything is rolled back. */
    public JsonObject plan(String sql) {
        return plans(List.of(sql), "").get(0);
    }

    private List<JsonObject> plans(List<String> statements, String filling) {
        return pool.getConnection()
                .chain(connection -> connection
                        .begin()
                        .chain(transaction ->
                                onCopies(connection, statements, filling).eventually(transaction::rollback))
                        .eventually(connection::close))
                .await()
                .indefinitely();
    }

    /**
     * The number of rows of a table that the statement reads, including those that it filters out; everything is rolled back.
     *
     * @param values of its parameters, as SQL literals
     */
    public long rowsRead(String table, String sql, String... values) {
        JsonObject plan = pool.getConnection()
                .chain(connection -> connection
                        .begin()
                        .chain(transaction -> executed(connection, sql, values).eventually(transaction::rollback))
                        .eventually(connection::close))
                .await()
                .indefinitely();
        return rowsRead(table, plan);
    }

    private static Uni<JsonObject> executed(SqlConnection connection, String sql, String... values) {
        return connection
                .query("PREPARE counted AS " + sql)
                .execute()
                .chain(prepared -> connection
                        .query("EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE counted (" + String.join(", ", values) + ")")
                        .execute())
                .map(StatementPlans::plan)
                .call(counted -> connection.query("DEALLOCATE counted").execute());
    }

    private static long rowsRead(String table, JsonObject node) {
        boolean scan = table.equals(node.getString("Relation Name"))
                && node.getString("Node Type").endsWith("Scan");
        long own = scan
                ? node.getLong("Actual Loops")
                        * (node.getLong("Actual Rows")
                                + node.getLong("Rows Removed by Filter", 0L)
                                + node.getLong("Rows Removed by Index Recheck", 0L))
                : 0;
        return own
                + node.getJsonArray("Plans", new JsonArray()).stream()
                        .mapToLong(child -> rowsRead(table, (JsonObject) child))
                        .sum();
    }

    private static Uni<List<JsonObject>> onCopies(SqlConnection connection, List<String> statements, String filling) {
        return copies(connection)
                .chain(copies -> connection.query(copies + filling).execute())
                .onItem()
                .transformToMulti(copied -> Multi.createFrom().iterable(statements))
                .onItem()
                .transformToUniAndConcatenate(sql -> connection
                        .query("EXPLAIN (GENERIC_PLAN, FORMAT JSON) " + sql)
                        .execute())
                .map(StatementPlans::plan)
                .collect()
                .asList();
    }

    private static Uni<String> copies(SqlConnection connection) {
        return texts(connection, TABLES).chain(tables -> texts(connection, COLUMN_OPTIONS)
                .chain(options -> texts(connection, VIEWS).map(views -> copies(tables, options, views))));
    }

    private static Uni<List<String>> texts(SqlConnection connection, String sql) {
        return connection.query(sql).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .toList());
    }

    private static JsonObject plan(RowSet<Row> explained) {
        Row row = explained.iterator().next();
        JsonArray plans = row.getValue(0) instanceof JsonArray json ? json : new JsonArray(row.getString(0));
        return plans.getJsonObject(0).getJsonObject("Plan");
    }

    private static String copies(List<String> tables, List<String> columnOptions, List<String> views) {
        StringBuilder sql = new StringBuilder("CREATE SCHEMA copies;");
        tables.forEach(table -> sql.append("CREATE TABLE copies.%1$s (LIKE %1$s INCLUDING ALL);".formatted(table)));
        sql.append("SET LOCAL search_path = copies;");
        columnOptions.forEach(option -> sql.append(option).append(';'));
        views.forEach(sql::append); // each ends with a semicolon; they read the copies
        return sql.toString();
    }

    private static void collect(JsonObject node, List<String> found) {
        String type = node.getString("Node Type");
        boolean whole = type.equals("Seq Scan") || INDEX_SCANS.contains(type) && !node.containsKey("Index Cond");
        if (whole) {
            found.add("%s of %s %s%s"
                    .formatted(
                            type,
                            node.getString("Relation Name", ""),
                            node.getString("Index Name", ""),
                            node.containsKey("Filter") ? " for " + node.getString("Filter") : ""));
        }
        node.getJsonArray("Plans", new JsonArray()).forEach(child -> collect((JsonObject) child, found));
    }
}
