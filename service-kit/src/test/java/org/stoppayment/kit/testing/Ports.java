package org.stoppayment.kit.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Ports that nobody listens on, below the range that systems give to outgoing connections: one that is left for a moment is
 * still there for whoever comes back to it.
 */
public final class Ports {

    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 20_000;
    private static final int MAX_TRIES = 10_000;
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private Ports() {}

    public static int free() {
        return RANDOM.ints(MAX_TRIES, LOWEST, HIGHEST)
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
