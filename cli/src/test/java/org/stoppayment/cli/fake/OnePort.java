package org.stoppayment.cli.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** gRPC and HTTP on one port, as the services have them: who speaks HTTP/2 is led to the one server, all others to the other. */
final class OnePort {

    private static final int FIRST_OF_HTTP_2 = 'P'; // "PRI * HTTP/2.0"; the tests send no POST and no PUT by HTTP/1

    private final int grpcPort;
    private final int httpPort;

    private OnePort(int grpcPort, int httpPort) {
        this.grpcPort = grpcPort;
        this.httpPort = httpPort;
    }

    /** Listens on {@code port} until the process ends. */
    static void listen(int port, int grpcPort, int httpPort) {
        try {
            ServerSocket door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            OnePort relay = new OnePort(grpcPort, httpPort);
            start(() -> relay.serve(door));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void serve(ServerSocket door) {
        while (true) {
            try {
                Socket caller = door.accept();
                start(() -> lead(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lead(Socket caller) {
        try (caller) {
            PushbackInputStream in = new PushbackInputStream(caller.getInputStream());
            int first = in.read();
            if (first < 0) {
                return;
            }
            in.unread(first);
            int target = first == FIRST_OF_HTTP_2 ? grpcPort : httpPort;
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                start(() -> pump(server, caller));
                copy(in, server.getOutputStream());
            }
        } catch (IOException gone) {
            // either side has left: so does the other
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream());
        } catch (IOException gone) {
            // either side has left: so does the other
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
