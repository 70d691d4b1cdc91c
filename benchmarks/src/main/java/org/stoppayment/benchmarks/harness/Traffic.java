package org.stoppayment.benchmarks.harness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.stoppayment.cli.postgres.DatabaseServer;
import org.stoppayment.cli.waiting.Polling;

/** What the suite asks of its database server, counted by the server; what it asks without any report is taken off. */
public final class Traffic {

    /** The server shows what a connection has done up to ten seconds later. */
    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(11);

    /** Every statement of ours is a transaction of its own; one that writes takes the next transaction id. */
    private static final String COUNTS = """
            SELECT sum(xact_commit + xact_rollback)::bigint, pg_snapshot_xmax(pg_current_snapshot())::text::bigint
            FROM pg_stat_database WHERE datname IN ('stoppayment_intake', 'stoppayment_freeze', 'stoppayment_recovery')
            """;

    private final DatabaseServer server;
    private final double idleStatements;
    private final double idleCommits;

    private record Counts(long statements, long commits, long nanoTime) {}

    /**
     * What was asked.
     *
     * @param statements all of them
     * @param commits those that wrote
     */
    public record Asked(double statements, double commits) {}

    /** Work whose traffic is counted. */
    @FunctionalInterface
    public interface Work {

        /** Does it. */
        void run() throws Exception;
    }

    /** Counts, for a while, what is asked while nothing happens. */
    public Traffic(DatabaseServer server) {
        this.server = server;
        awaitShown();
        Counts before = counts();
        awaitShown();
        Counts after = counts();
        double seconds = seconds(before, after);
        idleStatements = (after.statements() - before.statements()) / seconds;
        idleCommits = (after.commits() - before.commits()) / seconds;
    }

    /** Does the work and counts what it asks. */
    public Asked of(Work work) throws Exception {
        Counts before = counts();
        work.run();
        awaitShown();
        Counts after = counts();
        double seconds = seconds(before, after);
        return new Asked(
                after.statements() - before.statements() - idleStatements * seconds,
                after.commits() - before.commits() - idleCommits * seconds);
    }

    /** Nothing happens that could be waited for: the length of it is what is wanted. */
    private static void awaitShown() {
        Polling.until(UNTIL_SHOWN, Duration.ofSeconds(1), () -> false);
    }

    private static double seconds(Counts before, Counts after) {
        return (after.nanoTime() - before.nanoTime()) / 1e9;
    }

    private Counts counts() {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COUNTS)) {
            rows.next();
            return new Counts(rows.getLong(1), rows.getLong(2), System.nanoTime());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
