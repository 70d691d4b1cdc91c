package org.stoppayment.system.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.output.LogTail;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.postgres.FileTrees;
import org.stoppayment.cli.suite.Home;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.suite.SuiteOptions;

/** A running suite of packaged services, with all that a test needs to talk to it. Its state is kept below {@code target/}. */
public final class RunningSuite implements AutoCloseable {

    /** Maximum time of anything here, far more than it needs. */
    public static final Duration TIMEOUT = Duration.ofSeconds(45);

    /** Processes that live for seconds are ready sooner without the second compiler, and after a short warm-up. */
    public static final Map<String, String> SHORT_LIVED =
            Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1", "STOPPAYMENT_WARM_UP_RUNS", "12");

    /** What is killed and started again and again does not warm up at all. */
    private static final Map<String, String> COLD =
            Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1", "STOPPAYMENT_WARM_UP_RUNS", "0");

    private static final List<RunningSuite> OPEN = new ArrayList<>();

    private final Suite suite;
    private final ServiceClients clients;
    private final SimulatorClient simulator;
    private final Thread atExit = new Thread(this::shutdown);
    private final AtomicBoolean closed = new AtomicBoolean();

    private RunningSuite(Suite suite) {
        this.suite = suite;
        this.clients = ServiceClients.of(suite);
        this.simulator = new SimulatorClient(suite.httpAddress(ServiceName.SIMULATOR));
    }

    /** Starts a suite of its own, whose freeze is told {@code freezeSettings} and whose gateway {@code gatewaySettings}. */
    public static RunningSuite start(
            String name, Map<String, String> freezeSettings, Map<String, String> gatewaySettings) {
        return launch(
                name, SHORT_LIVED, Map.of(ServiceName.FREEZE, freezeSettings, ServiceName.GATEWAY, gatewaySettings));
    }

    /** The same, for services that the test kills: they are ready without a warm-up. */
    public static RunningSuite startCold(
            String name, Map<String, String> freezeSettings, Map<String, String> gatewaySettings) {
        return startCold(name, Map.of(ServiceName.FREEZE, freezeSettings, ServiceName.GATEWAY, gatewaySettings));
    }

    /** The same, with what each service is told. */
    public static RunningSuite startCold(String name, Map<ServiceName, Map<String, String>> told) {
        return launch(name, COLD, told);
    }

    private static RunningSuite launch(
            String name, Map<String, String> settings, Map<ServiceName, Map<String, String>> told) {
        StateDirectory directory = new StateDirectory(Path.of("target", "suites", name));
        Suite.attach(directory, Progress.SILENT).ifPresent(Suite::shutdown); // left by a run that was killed
        FileTrees.delete(directory.path());
        SuiteOptions options = SuiteOptions.isolated(Home.find(Path.of("")), directory.path());
        for (ServiceName service : ServiceName.values()) {
            Map<String, String> environment = new HashMap<>(settings);
            environment.putAll(told.getOrDefault(service, Map.of()));
            options = options.withEnvironment(service, environment);
        }
        RunningSuite running = new RunningSuite(Suite.start(options, Progress.SILENT));
        Runtime.getRuntime().addShutdownHook(running.atExit);
        synchronized (OPEN) {
            OPEN.add(running);
        }
        return running;
    }

    /** The ends of the logs of all suites that run, to be read after a failure. */
    public static String logsOfOpenHouses() {
        StringBuilder text = new StringBuilder();
        synchronized (OPEN) {
            for (RunningSuite running : OPEN) {
                running.logs().forEach(log -> text.append(LogTail.of(log)).append('\n'));
            }
        }
        return text.toString();
    }

    public Suite suite() {
        return suite;
    }

    public ServiceClients clients() {
        return clients;
    }

    public SimulatorClient simulator() {
        return simulator;
    }

    /** The desk that reports to it and looks at what became of it. */
    public DispatchDesk desk() {
        return new DispatchDesk(clients);
    }

    /** What the institutions saw. */
    public SimulatedBanks banks() {
        return new SimulatedBanks(simulator, suite.httpAddress(ServiceName.SIMULATOR));
    }

    /** The log of every process. */
    public List<Path> logs() {
        return logs(suite);
    }

    /** The log of every process of a suite. */
    public static List<Path> logs(Suite suite) {
        List<Path> logs = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            logs.add(suite.directory().log(service.id()));
        }
        logs.add(suite.directory().log("postgres"));
        return logs;
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            OPEN.remove(this);
        }
        shutdown();
    }

    private void shutdown() {
        if (closed.compareAndSet(false, true)) {
            clients.close();
            suite.shutdown();
        }
    }
}
