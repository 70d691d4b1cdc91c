package org.stoppayment.cli.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.IntSupplier;

/** A port whose server is started by the first byte that a caller sends: connections are relayed to it. */
final class LazyPort {

    private final IntSupplier serverPort;

    private LazyPort(IntSupplier serverPort) {
        this.serverPort = serverPort;
    }

    /**
     * Listens on {@code port} until the process ends.
     *
     * @param serverPort is asked for the port of the server when a connection needs it
     */
    static void listen(int port, IntSupplier serverPort) {
        try {
            ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            LazyPort relay = new LazyPort(serverPort);
            start(() -> relay.serve(socket));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void serve(ServerSocket socket) {
        while (true) {
            try {
                Socket caller = socket.accept();
                start(() -> relay(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void relay(Socket caller) {
        try (caller) {
            PushbackInputStream in = new PushbackInputStream(caller.getInputStream());
            int first = in.read();
            if (first < 0) {
                return;
            }
            in.unread(first);
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort.getAsInt())) {
                start(() -> pump(server, caller));
                copy(in, server.getOutputStream());
            }
        } catch (IOException gone) {
            // one side has closed the connection, so the other is closed too
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream());
        } catch (IOException gone) {
            // one side has closed the connection, so the other is closed too
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] bytes = new byte[8192];
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
            out.write(bytes, 0, read);
            out.flush();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
