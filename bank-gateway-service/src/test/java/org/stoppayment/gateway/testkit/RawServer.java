package org.stoppayment.gateway.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP server that misbehaves. */
public final class RawServer implements AutoCloseable {

    /** What it does with a connection. */
    public enum Behaviour {
        /** Reads all and never answers. */
        HANG,
        /** Closes at once, before it reads a byte. */
        CLOSE,
        /** Closes with a reset after the first bytes. */
        RESET_AFTER_READ,
        /** Sends the head of an answer and a part of its body, and then nothing. */
        SLOW_BODY,
        /** Sends the head of an answer and a part of its body, and closes. */
        CUT_BODY
    }

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();

    public RawServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        thread(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Connections on which a byte came. */
    public int requests() {
        return requests.get();
    }

    /** Connections that the other side still holds open. */
    public int openConnections() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                thread(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (behaviour == Behaviour.CLOSE) {
                return;
            }
            byte[] buffer = new byte[64 * 1024];
            if (socket.getInputStream().read(buffer) > 0) {
                requests.incrementAndGet();
            }
            if (behaviour == Behaviour.RESET_AFTER_READ) {
                socket.setSoLinger(true, 0);
                return;
            }
            if (behaviour == Behaviour.SLOW_BODY || behaviour == Behaviour.CUT_BODY) {
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"applicationId\":"
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            if (behaviour != Behaviour.CUT_BODY) {
                while (socket.getInputStream().read(buffer) >= 0) {
                    requests.incrementAndGet();
                }
            }
        } catch (IOException gone) {
            // The other side may go at any time.
        } finally {
            open.remove(socket);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }
}
