package org.stoppayment.cli.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a suite is started.
 *
 * @param home the repository, whose jars are packaged
 * @param directory where its state is kept
 * @param fresh true to begin with empty databases and logs
 * @param ports how its ports are chosen
 * @param databaseUrl {@code postgresql://user:password@host:port/} of a server to use instead of one of its own
 * @param environment further environment variables, by service
 * @param readyWithin longest time that the services may take to become ready
 */
public record SuiteOptions(
        Path home,
        StateDirectory directory,
        boolean fresh,
        Ports.Choice ports,
        Optional<String> databaseUrl,
        Map<ServiceName, Map<String, String>> environment,
        Duration readyWithin) {

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    /** An empty suite of its own on free ports: what tests and benchmarks want. */
    public static SuiteOptions isolated(Path home, Path directory) {
        return new SuiteOptions(
                home, new StateDirectory(directory), true, Ports.Choice.FREE, Optional.empty(), Map.of(), TWO_MINUTES);
    }

    /** A suite for people: on the documented ports unless told otherwise, with the data of the last time. */
    public static SuiteOptions ordinary(Path home, StateDirectory directory) {
        return new SuiteOptions(home, directory, false, Ports.Choice.DEFAULT, Optional.empty(), Map.of(), TWO_MINUTES);
    }

    /** The same, fresh or not. */
    public SuiteOptions withFresh(boolean choice) {
        return new SuiteOptions(home, directory, choice, ports, databaseUrl, environment, readyWithin);
    }

    /** The same with other ports. */
    public SuiteOptions withPorts(Ports.Choice choice) {
        return new SuiteOptions(home, directory, fresh, choice, databaseUrl, environment, readyWithin);
    }

    /** The same on another database server. */
    public SuiteOptions withDatabaseUrl(Optional<String> url) {
        return new SuiteOptions(home, directory, fresh, ports, url, environment, readyWithin);
    }

    /**
     * The same with what the caller's environment says of a service, {@code STOPPAYMENT_…}, but for what the suite decides
     * itself. It is kept with the suite: a service that is started again later, from another shell, is told the same.
     *
     * @param workingDirectory where the relative path of a rule set begins
     */
    public SuiteOptions withVariablesOf(Map<String, String> caller, Path workingDirectory) {
        Map<String, String> kept = new HashMap<>();
        caller.forEach((name, value) -> {
            if (ServiceCommand.isCallersToDecide(name) && !value.isEmpty()) {
                kept.put(name, value);
            }
        });
        kept.computeIfPresent(
                ServiceCommand.RULES,
                (name, file) -> workingDirectory.resolve(file).toString());
        SuiteOptions options = this;
        for (ServiceName service : ServiceName.values()) {
            options = service.speaksGrpc() ? options.withEnvironment(service, kept) : options;
        }
        return options;
    }

    /** The same with further environment variables for one service, such as shorter time-outs. */
    public SuiteOptions withEnvironment(ServiceName service, Map<String, String> variables) {
        Map<ServiceName, Map<String, String>> more = new EnumMap<>(ServiceName.class);
        more.putAll(environment);
        more.put(service, Map.copyOf(variables));
        return new SuiteOptions(home, directory, fresh, ports, databaseUrl, Map.copyOf(more), readyWithin);
    }
}
