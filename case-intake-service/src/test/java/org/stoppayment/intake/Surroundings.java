package org.stoppayment.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.stoppayment.kit.testing.LinkedPostgresResource;

/** A Postgres that can be cut off, and a port on which a test may or may not run account-freeze. Sweeping is done by hand. */
public class Surroundings extends LinkedPostgresResource {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        settings.put("stoppayment.freeze.address", "127.0.0.1:" + freePort());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.scheduler.enabled", "false");
        settings.put("stoppayment.progress-timeout", "PT0.5S");
        settings.put("quarkus.log.category.\"io.quarkus.micrometer\".level", "DEBUG");
        return settings;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noneLeft) {
            throw new UncheckedIOException(noneLeft);
        }
    }
}
