package org.stoppayment.cli.suite;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.postgres.DatabaseServer;
import org.stoppayment.cli.settings.Settings;

/**
 * A running suite: database, services and simulated institutions, each in its own process. The processes outlive this JVM;
 * {@link #attach} finds them by the state directory.
 *
 * <p>Tests crash single services with {@link #kill} and bring them back with {@link #restart}, on the same ports and data.
 */
public final class Suite implements AutoCloseable {

    private static final Duration RESTART_TIMEOUT = Duration.ofMinutes(1);

    /** Services look for changed certificates every 30 s. */
    private static final Duration CERTIFICATE_RELOAD = Duration.ofSeconds(35);

    private final StateDirectory directory;
    private final Processes processes;
    private final Progress progress;
    private SuiteState state;

    Suite(StateDirectory directory, SuiteState state, Progress progress) {
        this.directory = directory;
        this.processes = new Processes(directory);
        this.state = state;
        this.progress = progress;
    }

    /**
     * Starts a suite and waits until all of it is ready. Nothing is left running when that fails.
     *
     * @throws CliException with the reason, a fix and the end of the failing service's log
     */
    public static Suite start(SuiteOptions options, Progress progress) {
        return new SuiteStarter(options, progress).start();
    }

    /**
     * Starts a suite and waits until all of it is ready. When a service does not become ready, the others keep running, and
     * {@link #restartStopped} can start the rest.
     *
     * @throws CliException with the reason, a fix and the end of the failing service's log
     */
    public static Suite startAndKeep(SuiteOptions options, Progress progress) {
        return new SuiteStarter(options, progress).startAndKeep();
    }

    /** The suite that runs in a state directory, empty when none of its processes is alive. */
    public static Optional<Suite> attach(StateDirectory directory, Progress progress) {
        return directory.read().filter(SuiteState::isAlive).map(state -> new Suite(directory, state, progress));
    }

    /** The processes and their addresses. */
    public synchronized SuiteState state() {
        return state;
    }

    /** The directory of its files. */
    public StateDirectory directory() {
        return directory;
    }

    /** The rules that account-freeze was started with. */
    public Rules rules() {
        return Rules.read(Path.of(ServiceCommand.environment(ServiceName.FREEZE, state(), directory)
                .get(Settings.RULES)));
    }

    /** The gRPC address of a service, {@code host:port}. */
    public String grpcAddress(ServiceName service) {
        return state().ports().grpcAddress(service);
    }

    /** The HTTP address of a service's health and metrics; for the simulator, its control API. */
    public URI httpAddress(ServiceName service) {
        return URI.create(state().ports().httpAddress(service));
    }

    /** Where institutions call the gateway back, by HTTPS. */
    public URI callbackAddress() {
        return URI.create(state().ports().callbackAddress());
    }

    /** The gRPC address of a service; the HTTP address of the simulator. */
    public String address(ServiceName service) {
        return service.speaksGrpc()
                ? grpcAddress(service)
                : httpAddress(service).toString();
    }

    /** The database server; a service's database is {@link ServiceName#database}. */
    public DatabaseServer database() {
        return state().database();
    }

    /** True when the service's process runs. */
    public boolean isAlive(ServiceName service) {
        return isAlive(service.id());
    }

    private boolean isAlive(String process) {
        return process(process).map(RecordedProcess::isAlive).orElse(false);
    }

    /** True when the readiness check of the service passes. */
    public boolean isReady(ServiceName service) {
        return Processes.isReady(service, state().ports());
    }

    /** The last started process of that short name. */
    public Optional<RecordedProcess> process(String name) {
        return Optional.ofNullable(state().processes().get(name));
    }

    /** Crashes a service (SIGKILL) and waits until it is gone. */
    public void kill(ServiceName service) {
        process(service.id()).ifPresent(Processes::kill);
    }

    /** Stops a service (SIGTERM) and waits until it is gone. */
    public void stop(ServiceName service) {
        process(service.id()).map(List::of).ifPresent(Processes::stop);
    }

    /** Starts a service again on the same port and data, and waits until it is ready. */
    public void restart(ServiceName service) {
        if (isAlive(service)) {
            stop(service);
        }
        launch(service);
        awaitReady(List.of(service), System.nanoTime(), RESTART_TIMEOUT);
    }

    /**
     * Starts every process that is not running, on the same ports and data, and waits until it is ready.
     *
     * @return the short names of the started processes
     */
    public List<String> restartStopped() {
        try (StateLock lock = StateLock.take(directory)) {
            reload();
            SuiteStarter.provideCertificates(directory, progress, CERTIFICATE_RELOAD);
            List<String> started = new ArrayList<>();
            long begin = System.nanoTime();
            if (state.ownsDatabase() && !isAlive(SuiteState.POSTGRES)) {
                started.add(SuiteState.POSTGRES);
                launchPostgres();
            }
            List<ServiceName> dead = Arrays.stream(ServiceName.values())
                    .filter(service -> !isAlive(service))
                    .toList();
            dead.forEach(service -> {
                started.add(service.id());
                launch(service);
            });
            if (!dead.isEmpty()) {
                awaitReady(dead, begin, RESTART_TIMEOUT);
            }
            return List.copyOf(started);
        }
    }

    private synchronized void reload() {
        state = directory
                .read()
                .filter(SuiteState::isAlive)
                .orElseThrow(() -> CliException.failed(SuiteText.NO_LONGER_RUNNING, directory.path()));
    }

    /** Crashes the suite's own database server (SIGKILL). */
    public void killPostgres() {
        process(SuiteState.POSTGRES).ifPresent(Processes::kill);
    }

    /** Starts the suite's own database server again; what was committed is there. */
    public void restartPostgres() {
        launchPostgres();
    }

    /** Stops everything that the suite started, the database last. */
    public void shutdown() {
        try (StateLock lock = StateLock.take(directory)) {
            stopProcesses();
        }
    }

    /** The same as {@link #shutdown}. */
    @Override
    public void close() {
        shutdown();
    }

    synchronized void launch(ServiceName service) {
        record(service.id(), processes.start(service, state));
    }

    synchronized void launchPostgres() {
        record(SuiteState.POSTGRES, processes.startPostgres(state));
    }

    private void record(String name, RecordedProcess process) {
        state = state.with(name, process);
        directory.write(state);
    }

    /** Waits for services in parallel, and reports each when it is ready. */
    void awaitReady(List<ServiceName> services, long begin, Duration timeout) {
        new ServiceStart(this, progress, begin, timeout).await(services);
    }

    synchronized void stopProcesses() {
        List<RecordedProcess> services = new ArrayList<>();
        for (Map.Entry<String, RecordedProcess> entry : state.processes().entrySet()) {
            if (!entry.getKey().equals(SuiteState.POSTGRES)) {
                services.add(entry.getValue());
            }
        }
        Processes.stop(services);
        if (isAlive(SuiteState.POSTGRES)) {
            processes.postgres().stop();
        }
        directory.deleteState();
    }
}
