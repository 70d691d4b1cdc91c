package org.stoppayment.cli.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stoppayment.cli.output.CliException;

/**
 * Ports on the loopback interface that nothing listens on, below the range of outgoing connections. That range begins at
 * 32,768 on Linux and at 16,000 in gVisor; a port inside it can be taken between the check here and the bind. A port is
 * tried once per JVM, so that suites that start at the same time do not get the same one.
 */
public final class FreePorts {

    private static final int MIN_PORT = 10_000;
    private static final int MAX_PORT = 15_000;
    private static final int MAX_ATTEMPTS = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<Integer> TRIED = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** {@code count} different free ports. */
    public static List<Integer> find(int count) {
        List<Integer> found = new ArrayList<>();
        for (int attempts = 0; found.size() < count && attempts < MAX_ATTEMPTS; attempts++) {
            int port = MIN_PORT + RANDOM.nextInt(MAX_PORT - MIN_PORT);
            // Taken before it is tried: the trial binds the port for a moment, and no other thread may try it then.
            if (TRIED.add(port) && isFree(port)) {
                found.add(port);
            }
        }
        if (found.size() < count) {
            throw CliException.failed(
                    SuiteText.NO_FREE_PORTS, count, Integer.toString(MIN_PORT), Integer.toString(MAX_PORT));
        }
        return List.copyOf(found);
    }

    /** True when nothing listens on the port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
