package org.stoppayment.kit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A TCP proxy to a server. A test can cut and restore it, as if the server had crashed and been restarted. */
public final class TcpProxy implements AutoCloseable {

    private static final int BUFFER_BYTES = 65_536;

    private final InetSocketAddress server;
    private final int port;
    private final Set<Socket> open = new HashSet<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "link");
        thread.setDaemon(true);
        return thread;
    });
    private ServerSocket listener;
    private volatile boolean losesAnswers;
    private volatile int droppedFlows;
    private int flows;
    private boolean hangs;

    public TcpProxy(InetSocketAddress server) {
        this.server = server;
        this.listener = listen(Ports.free());
        this.port = listener.getLocalPort();
    }

    /** The port that clients connect to. */
    public int port() {
        return port;
    }

    /** The address of the server itself, for connections that bypass the link. */
    public InetSocketAddress server() {
        return server;
    }

    /** Drops all connections and refuses new ones; none is open when this returns. */
    public synchronized void cut() {
        close(listener);
        open.forEach(TcpProxy::close);
        open.clear();
    }

    /** Drops the open flows as a firewall does: nothing arrives on them any more, and neither end is told. New ones work. */
    public synchronized void dropFlows() {
        droppedFlows = flows;
    }

    /** From now on nothing arrives, on open and on new connections, until {@link #join}: the server hangs. */
    public synchronized void hang() {
        hangs = true;
    }

    /** From now on requests arrive, but every answer closes its connection instead. */
    public void loseAnswers() {
        losesAnswers = true;
    }

    /** Restores the link: connections are accepted and answers arrive. */
    public synchronized void join() {
        losesAnswers = false;
        hangs = false;
        notifyAll();
        if (listener.isClosed()) {
            listener = listen(port);
        }
    }

    @Override
    public void close() {
        cut();
        threads.shutdownNow();
    }

    private ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            threads.execute(() -> accept(socket));
            return socket;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                connect(from, from.accept());
            } catch (IOException cut) {
                // the loop ends when the listener is closed
            }
        }
    }

    /** A client that was accepted just before a cut is dropped, too. */
    private synchronized void connect(ServerSocket from, Socket client) throws IOException {
        if (from.isClosed()) {
            close(client);
            return;
        }
        Socket peer;
        try {
            peer = new Socket(server.getAddress(), server.getPort());
        } catch (IOException refused) {
            close(client);
            throw refused;
        }
        client.setTcpNoDelay(true);
        peer.setTcpNoDelay(true);
        open.add(client);
        open.add(peer);
        int flow = ++flows;
        threads.execute(() -> copy(client, peer, flow, false));
        threads.execute(() -> copy(peer, client, flow, true));
    }

    private void copy(Socket from, Socket to, int flow, boolean answers) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers && losesAnswers) {
                    return;
                }
                awaitServer();
                if (flow > droppedFlows) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException cut) {
            // both ends close
        } finally {
            remove(from, to);
        }
    }

    private synchronized void awaitServer() throws InterruptedException {
        while (hangs) {
            wait();
        }
    }

    private synchronized void remove(Socket from, Socket to) {
        open.remove(from);
        open.remove(to);
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyGone) {
            // it is closed
        }
    }
}
