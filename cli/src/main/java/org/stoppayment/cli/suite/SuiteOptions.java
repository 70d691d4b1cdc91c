package org.stoppayment.cli.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.cli.settings.Settings;

/**
 * How a suite is started.
 *
 * @param home the repository, whose jars are packaged
 * @param directory where its state is kept
 * @param fresh true to begin with empty databases and logs
 * @param ports how its ports are chosen
 * @param databaseUrl {@code postgresql://user:password@host:port/} of a server to use; empty to start one
 * @param registry a registry file in the place of the repository's; empty for the repository's
 * @param environment further environment variables, by service
 * @param readyWithin timeout until the services are ready
 */
public record SuiteOptions(
        Path home,
        StateDirectory directory,
        boolean fresh,
        Ports.Choice ports,
        Optional<String> databaseUrl,
        Optional<Path> registry,
        Map<ServiceName, Map<String, String>> environment,
        Duration readyWithin) {

    private static final List<String> FILES = List.of(
            Settings.RULES,
            Settings.HOLD_RULES,
            Settings.REFUND_RULES,
            Settings.WORKING_DAYS,
            Settings.FORM_FONT,
            Settings.FORM_RARE_FONT);
    private static final Duration READY_TIMEOUT = Duration.ofMinutes(2);

    /** A new, empty suite on free ports, for tests and benchmarks. */
    public static SuiteOptions isolated(Path home, Path directory) {
        return new SuiteOptions(
                home,
                new StateDirectory(directory),
                true,
                Ports.Choice.FREE,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                READY_TIMEOUT);
    }

    /** A suite on the default ports that keeps its data. */
    public static SuiteOptions ordinary(Path home, StateDirectory directory) {
        return new SuiteOptions(
                home,
                directory,
                false,
                Ports.Choice.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                READY_TIMEOUT);
    }

    /** A copy with {@code fresh} set. */
    public SuiteOptions withFresh(boolean choice) {
        return new SuiteOptions(home, directory, choice, ports, databaseUrl, registry, environment, readyWithin);
    }

    /** A copy with other ports. */
    public SuiteOptions withPorts(Ports.Choice choice) {
        return new SuiteOptions(home, directory, fresh, choice, databaseUrl, registry, environment, readyWithin);
    }

    /** A copy with another database server. */
    public SuiteOptions withDatabaseUrl(Optional<String> url) {
        return new SuiteOptions(home, directory, fresh, ports, url, registry, environment, readyWithin);
    }

    /** A copy with another registry file, which must be an absolute path. */
    public SuiteOptions withRegistry(Optional<Path> file) {
        return new SuiteOptions(
                home, directory, fresh, ports, databaseUrl, file.map(Path::normalize), environment, readyWithin);
    }

    /** The same as {@link #withRegistry}, from the variable of the caller, if it is set. */
    public SuiteOptions withRegistryOf(Map<String, String> caller, Path workingDirectory) {
        return withRegistry(Optional.ofNullable(caller.get(Settings.REGISTRY))
                .filter(file -> !file.isEmpty())
                .map(file -> workingDirectory.resolve(file).toAbsolutePath()));
    }

    /**
     * A copy with the {@code STOPPAYMENT_…} variables of the caller, except those that the suite sets itself. They are stored
     * with the suite: a service that is restarted later from another shell gets the same.
     *
     * @param workingDirectory resolves a relative path of a rule set or a font
     */
    public SuiteOptions withVariablesOf(Map<String, String> caller, Path workingDirectory) {
        Map<String, String> tuning = new HashMap<>();
        caller.forEach((name, value) -> {
            if (Settings.isTuning(name) && !value.isEmpty()) {
                tuning.put(name, value);
            }
        });
        for (String setting : FILES) {
            tuning.computeIfPresent(
                    setting, (name, file) -> workingDirectory.resolve(file).toString());
        }
        SuiteOptions options = this;
        for (ServiceName service : ServiceName.values()) {
            options = service.speaksGrpc() ? options.withEnvironment(service, tuning) : options;
        }
        return options;
    }

    /** The file of the caller that {@code setting} names, empty for that of the repository. */
    Optional<Path> rules(String setting) {
        return Optional.ofNullable(
                        environment.getOrDefault(ServiceName.FREEZE, Map.of()).get(setting))
                .map(Path::of);
    }

    /** A copy with further environment variables of one service, such as shorter timeouts. */
    public SuiteOptions withEnvironment(ServiceName service, Map<String, String> variables) {
        Map<ServiceName, Map<String, String>> more = new EnumMap<>(ServiceName.class);
        more.putAll(environment);
        more.put(service, Map.copyOf(variables));
        return new SuiteOptions(home, directory, fresh, ports, databaseUrl, registry, Map.copyOf(more), readyWithin);
    }
}
