package org.stoppayment.benchmarks.harness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.stoppayment.cli.postgres.DatabaseServer;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;

/**
 * The floor of the rates: what Postgres alone does. Five inserts in one explicit transaction on each of 32 connections,
 * prepared, one round trip each, and the commit; the durable settings of the suite's own server.
 */
public final class BareWrites implements AutoCloseable {

    private static final String DATABASE = "stoppayment_floor";
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS bare (id uuid PRIMARY KEY, case_id uuid NOT NULL, data bytea NOT NULL)";
    private static final String INSERT = "INSERT INTO bare (id, case_id, data) VALUES (?, ?, ?)";
    private static final int INSERTS = 5;
    private static final int BYTES = 300;

    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads;
    private final Ids ids =
            new Ids(SystemTime.SOURCE, () -> ThreadLocalRandom.current().nextLong());

    public BareWrites(DatabaseServer server, int callers) throws SQLException {
        server.create(DATABASE);
        threads = Executors.newFixedThreadPool(callers);
        for (int i = 0; i < callers; i++) {
            connections.add(server.connect(DATABASE));
        }
        try (Statement statement = connections.get(0).createStatement()) {
            statement.execute(TABLE);
        }
    }

    /** Transactions a second. */
    public double run(int seconds) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        List<Future<Long>> runs = connections.stream()
                .map(connection -> threads.submit(() -> write(connection, end)))
                .toList();
        long done = 0;
        for (Future<Long> run : runs) {
            done += run.get();
        }
        return Samples.perSecond(done, System.nanoTime() - begin);
    }

    private long write(Connection connection, long end) throws SQLException {
        connection.setAutoCommit(false);
        byte[] data = new byte[BYTES];
        long done = 0;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
            while (System.nanoTime() - end < 0) {
                Object caseId = ids.next();
                for (int i = 0; i < INSERTS; i++) {
                    insert.setObject(1, ids.next());
                    insert.setObject(2, caseId);
                    insert.setBytes(3, data);
                    insert.executeUpdate();
                }
                connection.commit();
                done++;
            }
        }
        return done;
    }

    @Override
    public void close() throws SQLException {
        threads.shutdownNow();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
