package org.stoppayment.cli.suite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stoppayment.cli.postgres.DatabaseServer;

/**
 * The state of a running suite: the content of {@code suite.json}. Contains the database password.
 *
 * @param home the repository
 * @param startedAt when the suite was started
 * @param ports its ports
 * @param database its database server
 * @param ownsDatabase true when the suite started the database server itself
 * @param environment further environment variables, by the short name of the service
 * @param processes what was started, by short name; {@code postgres} is the database server
 */
public record SuiteState(
        String home,
        Instant startedAt,
        Ports ports,
        DatabaseServer database,
        boolean ownsDatabase,
        Map<String, Map<String, String>> environment,
        Map<String, RecordedProcess> processes) {

    /** Short name of the database server. */
    public static final String POSTGRES = "postgres";

    public SuiteState {
        environment = Map.copyOf(environment);
        processes = Map.copyOf(processes);
    }

    /** A copy with that process added or replaced. */
    SuiteState with(String name, RecordedProcess process) {
        Map<String, RecordedProcess> more = new LinkedHashMap<>(processes);
        more.put(name, process);
        return new SuiteState(home, startedAt, ports, database, ownsDatabase, environment, more);
    }

    /** The repository. */
    Path homePath() {
        return Path.of(home);
    }

    /** True when any of its processes still runs. */
    public boolean isAlive() {
        return processes.values().stream().anyMatch(RecordedProcess::isAlive);
    }
}
