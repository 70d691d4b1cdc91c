package org.stoppayment.recovery.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between the service and its database, to be cut and mended. */
public final class DatabaseLine {

    private final int databasePort;
    private final InetSocketAddress address;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listener;
    private volatile boolean answersAreLost;

    DatabaseLine(int databasePort) throws IOException {
        this.databasePort = databasePort;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
        accept(listener);
    }

    int port() {
        return address.getPort();
    }

    /** The database itself, for looking at it from outside. */
    public int databasePort() {
        return databasePort;
    }

    /** From now on connections break and new ones are refused. */
    public void cut() {
        closeAll();
    }

    /** From now on what the service says arrives, and every answer breaks its connection instead. */
    public void loseAnswers() {
        answersAreLost = true;
    }

    /** All is well again. */
    public void mend() {
        answersAreLost = false;
        if (listener.isClosed()) {
            try {
                ServerSocket again = new ServerSocket();
                again.setReuseAddress(true);
                again.bind(address);
                listener = again;
                accept(again);
            } catch (IOException cannotListen) {
                throw new UncheckedIOException(cannotListen);
            }
        }
    }

    private void accept(ServerSocket from) {
        daemon(() -> {
            while (!from.isClosed()) {
                Socket service = from.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
                open.add(service);
                open.add(database);
                daemon(() -> pump(service, database, false));
                daemon(() -> pump(database, service, true));
            }
        });
    }

    private void pump(Socket from, Socket to, boolean answers) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers && answersAreLost) {
                    return;
                }
                out.write(buffer, 0, read);
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    void closeAll() {
        close(listener);
        open.forEach(DatabaseLine::close);
    }

    private static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException alreadyBroken) {
            // which is what is wanted
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void daemon(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException broken) {
                // the line was cut
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
