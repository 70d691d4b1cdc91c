package org.stoppayment.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A TCP connection to a server that a test can cut and join again, as if the server had died and come back. */
public final class Link implements AutoCloseable {

    private final InetSocketAddress server;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "link");
        thread.setDaemon(true);
        return thread;
    });
    private ServerSocket entrance;

    public Link(InetSocketAddress server) {
        this.server = server;
        this.entrance = listen(0);
        this.port = entrance.getLocalPort();
    }

    /** Where clients connect. */
    public int port() {
        return port;
    }

    /** Drops all connections and refuses new ones. */
    public synchronized void cut() {
        close(entrance);
        open.forEach(Link::close);
        open.clear();
    }

    /** Takes connections again. */
    public synchronized void join() {
        if (entrance.isClosed()) {
            entrance = listen(port);
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

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket peer = new Socket(server.getAddress(), server.getPort());
                client.setTcpNoDelay(true);
                peer.setTcpNoDelay(true);
                open.add(client);
                open.add(peer);
                threads.execute(() -> copy(client, peer));
                threads.execute(() -> copy(peer, client));
            } catch (IOException cut) {
                // the loop ends when the entrance is closed
            }
        }
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // both ends close
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyGone) {
            // it is closed
        }
    }
}
