package org.stoppayment.cli.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.certificates.SuiteCertificates;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.postgres.DatabaseServer;
import org.stoppayment.cli.postgres.PostgresServer;
import org.stoppayment.cli.settings.RulesCheck;
import org.stoppayment.cli.text.Text;
import org.stoppayment.cli.waiting.Polling;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.SystemTime;

/** Starts a suite. */
final class SuiteStarter {

    private final SuiteOptions options;
    private final StateDirectory directory;
    private final Progress progress;
    private final InstantSource clock = SystemTime.SOURCE;

    SuiteStarter(SuiteOptions options, Progress progress) {
        this.options = options;
        this.directory = options.directory();
        this.progress = progress;
    }

    /** Starts a suite. When that fails, stops what it has started. */
    Suite start() {
        return start(false);
    }

    /** Starts a suite. When only some services become ready, they keep running, so that the rest can be started later. */
    Suite startAndKeep() {
        return start(true);
    }

    private Suite start(boolean keepStarted) {
        directory.create();
        try (StateLock lock = StateLock.take(directory)) {
            requireNotRunning();
            requirePackaged();
            requireUsable(ServiceName.FREEZE, RulesCheck.Kind.STOPS);
            requireUsable(ServiceName.FREEZE, RulesCheck.Kind.HOLDS);
            requireUsable(ServiceName.RECOVERY, RulesCheck.Kind.REFUNDS);
            requireUsable(ServiceName.RECOVERY, RulesCheck.Kind.WORKING_DAYS);
            SuiteRegistry registry = SuiteRegistry.read(options);
            Ports ports = Ports.choose(options.ports(), registry.simulated());
            if (options.ports() == Ports.Choice.DEFAULT) {
                ports.requireFree(options.databaseUrl().isEmpty());
            }
            if (options.fresh()) {
                directory.clear();
                directory.create();
            }
            registry.write(ports.institutions());
            provideCertificates(directory, progress, Duration.ZERO);
            Suite suite = new Suite(directory, firstState(ports), progress);
            long begin = System.nanoTime();
            progress.say(SuiteText.STARTING, directory.path().resolve("log"));
            boolean launched = false;
            try {
                launchAll(suite, begin);
                launched = true;
                suite.awaitReady(List.of(ServiceName.values()), begin, options.readyWithin());
            } catch (RuntimeException e) {
                if (keepStarted && launched && !Thread.currentThread().isInterrupted()) {
                    throw CliException.failed(
                            SuiteText.OTHERS_KEEP_RUNNING,
                            reason(e),
                            Hint.of("up", directory),
                            Hint.of("down", directory));
                }
                stopEvenIfInterrupted(suite);
                throw e;
            }
            return suite;
        }
    }

    /**
     * Makes the certificates that are missing, and all anew when they end soon.
     *
     * @param trusting how long services that run take to read again whom they trust
     */
    static void provideCertificates(StateDirectory directory, Progress progress, Duration trusting) {
        List<CertificateSubject> subjects =
                new ArrayList<>(List.of(CertificateFiles.COMMAND, CertificateFiles.DISPATCH));
        Arrays.stream(ServiceName.values())
                .filter(ServiceName::speaksGrpc)
                .map(ServiceName::subject)
                .forEach(subjects::add);
        RegistryDocument.readIfPresent(directory.simulated()).byCode().keySet().stream()
                .map(CertificateFiles::institution)
                .forEach(subjects::add);
        new SuiteCertificates(directory.certificates(), SystemTime.SOURCE)
                .provide(subjects, () -> Polling.pause(trusting))
                .ifPresent(end -> progress.say(
                        SuiteText.CERTIFICATES_MADE, directory.certificates().directory(), (Text)
                                texts -> texts.moment(end)));
    }

    private static Text reason(RuntimeException failed) {
        return failed instanceof CliException known ? known::message : texts -> String.valueOf(failed.getMessage());
    }

    private void requireUsable(ServiceName service, RulesCheck.Kind kind) {
        Path packaged = service.jar(options.home()).resolveSibling("");
        options.rules(kind.setting())
                .filter(rules -> !rules.equals(Home.demoHoldRules(options.home()))) // the tests have checked them
                .ifPresent(rules -> RulesCheck.requireUsable(packaged, kind, rules));
    }

    /** An interrupt must not end the cleanup. */
    private static void stopEvenIfInterrupted(Suite suite) {
        boolean interrupted = Thread.interrupted();
        suite.stopProcesses();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireNotRunning() {
        Optional<SuiteState> last = directory.read();
        if (last.map(SuiteState::isAlive).orElse(false)) {
            throw CliException.failed(
                    SuiteText.ALREADY_RUNNING,
                    directory.path(),
                    Hint.of("status", directory),
                    Hint.of("up", directory),
                    Hint.of("down", directory));
        }
        if (last.isPresent()) {
            progress.say(SuiteText.NOT_STOPPED_BEFORE, directory.path());
        }
    }

    private void requirePackaged() {
        List<String> missing = Arrays.stream(ServiceName.values())
                .map(service -> service.jar(options.home()))
                .filter(jar -> !Files.isRegularFile(jar))
                .map(jar -> options.home().relativize(jar).toString())
                .toList();
        if (!missing.isEmpty()) {
            throw CliException.failed(SuiteText.NOT_PACKAGED, String.join(", ", missing), options.home());
        }
    }

    private SuiteState firstState(Ports ports) {
        Map<String, Map<String, String>> environment = options.environment().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue));
        DatabaseServer database = options.databaseUrl()
                .map(DatabaseServer::parse)
                .orElseGet(() -> PostgresServer.address(ports.postgres(), password()));
        return new SuiteState(
                options.home().toString(),
                clock.instant(),
                ports,
                database,
                options.databaseUrl().isEmpty(),
                environment,
                Map.of());
    }

    private String password() {
        if (options.fresh()) {
            new Processes(directory).postgres().delete();
        }
        return directory.databasePassword();
    }

    private void launchAll(Suite suite, long begin) {
        suite.launch(ServiceName.SIMULATOR);
        suite.launch(ServiceName.GATEWAY);
        startDatabase(suite);
        progress.say("%-10s %6d ms  %s"
                .formatted(
                        SuiteState.POSTGRES, millisSince(begin), suite.state().database()));
        if (Thread.currentThread().isInterrupted()) {
            throw CliException.interrupted();
        }
        List.of(ServiceName.RECOVERY, ServiceName.FREEZE, ServiceName.INTAKE).forEach(suite::launch);
    }

    private void startDatabase(Suite suite) {
        if (suite.state().ownsDatabase()) {
            suite.launchPostgres();
        }
        DatabaseServer server = suite.state().database();
        for (ServiceName service : ServiceName.values()) {
            service.database().ifPresent(name -> {
                if (options.fresh() && !suite.state().ownsDatabase()) {
                    server.drop(name);
                }
                server.create(name);
                server.allow(name, directory.rolePassword(name));
            });
        }
    }

    static long millisSince(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
    }
}
