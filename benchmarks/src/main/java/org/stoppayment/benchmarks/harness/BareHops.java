package org.stoppayment.benchmarks.harness;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.stoppayment.cli.postgres.DatabaseServer;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;

/**
 * The floor of an order's way to the institution: hop, commit, hop, commit, hop. A hop is a message of a report's size from
 * one thread to another through a loopback connection, a commit one insert of that size. Several chains, used in turn, so
 * that one message does not wait for the one before.
 */
final class BareHops implements AutoCloseable {

    private static final String DATABASE = "stoppayment_floor";
    private static final String TABLE = "CREATE TABLE IF NOT EXISTS hop (id uuid PRIMARY KEY, data bytea NOT NULL)";
    private static final String INSERT = "INSERT INTO hop (id, data) VALUES (?, ?)";
    private static final int BYTES = 600;
    private static final int CHAINS = 8;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Closeable> sockets = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<DataOutputStream> firsts = new ArrayList<>();
    private final Arrivals arrivals;

    /** Told of what arrived at the end. */
    @FunctionalInterface
    interface Arrivals {

        /** A message arrived. */
        void arrived(int number, long nanoTime);
    }

    private interface Step {
        void take(int number) throws IOException, SQLException;
    }

    BareHops(DatabaseServer server, Arrivals arrivals) throws SQLException, IOException {
        this.arrivals = arrivals;
        server.create(DATABASE);
        for (int i = 0; i < CHAINS; i++) {
            DataOutputStream third = hop(this::arrive);
            DataOutputStream second = hop(commitThen(server, third));
            firsts.add(hop(commitThen(server, second)));
        }
    }

    /** Sends a message on its way. */
    void send(int number) {
        try {
            write(firsts.get(number % CHAINS), number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void arrive(int number) {
        arrivals.arrived(number, System.nanoTime());
    }

    private Step commitThen(DatabaseServer server, DataOutputStream next) throws SQLException {
        Connection connection = server.connect(DATABASE);
        connections.add(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        PreparedStatement insert = connection.prepareStatement(INSERT);
        insert.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
        Ids ids = new Ids(SystemTime.SOURCE, () -> ThreadLocalRandom.current().nextLong());
        return number -> {
            insert.setObject(1, ids.next());
            insert.setBytes(2, new byte[BYTES]);
            insert.executeUpdate();
            write(next, number);
        };
    }

    private static void write(DataOutputStream out, int number) throws IOException {
        byte[] message = new byte[BYTES];
        message[0] = (byte) (number >>> 24);
        message[1] = (byte) (number >>> 16);
        message[2] = (byte) (number >>> 8);
        message[3] = (byte) number;
        out.write(message);
    }

    private DataOutputStream hop(Step step) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Socket out = new Socket(server.getInetAddress(), server.getLocalPort());
            Socket in = server.accept();
            out.setTcpNoDelay(true);
            sockets.add(out);
            sockets.add(in);
            threads.execute(() -> read(in, step));
            return new DataOutputStream(out.getOutputStream());
        }
    }

    private static void read(Socket socket, Step step) {
        byte[] rest = new byte[BYTES - 4];
        try (DataInputStream in = new DataInputStream(socket.getInputStream())) {
            while (true) {
                int number = in.readInt();
                in.readFully(rest);
                step.take(number);
            }
        } catch (IOException closed) {
            // The end.
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        for (Closeable socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
