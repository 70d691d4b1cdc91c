package org.stoppayment.intake;

import java.util.HashMap;
import java.util.Map;
import org.stoppayment.kit.testing.Ports;
import org.stoppayment.kit.testing.ProxiedPostgresResource;

/** A Postgres behind a link, a port for a fake account-freeze, and no scheduler: tests call the sweeper. */
public class IntakeTestResource extends ProxiedPostgresResource {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        settings.put("stoppayment.freeze.address", "127.0.0.1:" + Ports.free());
        settings.put("quarkus.scheduler.enabled", "false");
        settings.put("stoppayment.progress-timeout", "PT0.5S");
        settings.put("stoppayment.overload.read-wait", "PT0.5S"); // long enough for tests that block commits
        settings.put("stoppayment.overload.commit-wait", "PT2S");
        settings.put("stoppayment.grpc.request-time", "PT4S");
        settings.put("stoppayment.grpc.max-streams.ServerReflectionInfo", "4");
        settings.put("quarkus.log.category.\"io.quarkus.micrometer\".level", "DEBUG");
        return settings;
    }
}
