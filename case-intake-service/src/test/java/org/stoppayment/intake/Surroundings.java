package org.stoppayment.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.stoppayment.kit.testing.Link;
import org.stoppayment.kit.testing.PostgresResource;

/** A Postgres that can be cut off, and a port on which a test may or may not run account-freeze. Sweeping is done by hand. */
public class Surroundings extends PostgresResource {

    private Link database;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        String[] address = settings.get("stoppayment.db.address").split(":");
        database = new Link(new InetSocketAddress(address[0], Integer.parseInt(address[1])));
        settings.put("stoppayment.db.address", "127.0.0.1:" + database.port());
        settings.put("stoppayment.freeze.address", "127.0.0.1:" + freePort());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.scheduler.enabled", "false");
        settings.put("stoppayment.progress-timeout", "PT0.5S");
        settings.put("quarkus.log.category.\"io.quarkus.micrometer\".level", "DEBUG");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        Consumer<Boolean> reachable = there -> {
            if (there) {
                database.join();
            } else {
                database.cut();
            }
        };
        injector.injectIntoFields(reachable, field -> field.getName().equals("databaseReachable"));
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
        super.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noneLeft) {
            throw new UncheckedIOException(noneLeft);
        }
    }
}
