package org.stoppayment.kit.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Free ports below the range that systems use for outgoing connections, so that a port that is released for a moment is not taken
 * by a connection.
 */
public final class Ports {

    private static final int MIN_PORT = 10_000;
    private static final int MAX_PORT = 20_000;
    private static final int MAX_TRIES = 10_000;
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private Ports() {}

    /** A port on which nothing listens. */
    public static int free() {
        return RANDOM.ints(MAX_TRIES, MIN_PORT, MAX_PORT)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
