package org.stoppayment.benchmarks.figures.recovery;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.drill.figures.DrillReport;
import org.stoppayment.cli.drill.plan.DrillOptions;
import org.stoppayment.cli.drill.plan.DurationRange;
import org.stoppayment.cli.drill.plan.FaultRates;
import org.stoppayment.cli.drill.plan.LevelRange;
import org.stoppayment.cli.drill.plan.Rate;
import org.stoppayment.cli.drill.run.DrillRun;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.suite.Registry;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.suite.SuiteOptions;

/**
 * Ready to go home: a drill with shared mules against the simulated institutions. How much of the money that was stopped has a draft plan with
 * all statements a minute after the cases of its ring settled, and how much of it is certainly its victims'.
 */
public final class ReadyFigure {

    private static final int CASES = 200;
    private static final List<Integer> SECONDS_AFTER = List.of(5, 20, 60);
    private static final int LOOKS_AT_ONCE = 4;
    private static final DrillOptions OPTIONS = new DrillOptions(
            CASES,
            Rate.parse("5"),
            DurationRange.parse("5s..30s"),
            DurationRange.parse("200ms..800ms"),
            DurationRange.parse("5s..20s"),
            LevelRange.parse("1..5"),
            FaultRates.parse("none"),
            7,
            true);

    private ReadyFigure() {}

    public static void measure(Path home, Path directory, PrintStream out) throws Exception {
        StateDirectory state = new StateDirectory(directory.resolve("ready"));
        try (Suite suite = Suite.start(SuiteOptions.isolated(home, state.path()), Progress.SILENT);
                ServiceClients clients = ServiceClients.of(suite)) {
            drill(suite, clients, out);
        }
    }

    private static void drill(Suite suite, ServiceClients clients, PrintStream out) throws Exception {
        ScheduledExecutorService looks = Executors.newScheduledThreadPool(LOOKS_AT_ONCE);
        Map<Integer, ReadyMoney> money = new TreeMap<>();
        SECONDS_AFTER.forEach(seconds -> money.put(seconds, new ReadyMoney(clients)));
        List<Future<?>> planned = new ArrayList<>();
        try {
            DrillReport report = new DrillRun(
                            clients,
                            new SimulatorClient(suite.httpAddress(ServiceName.SIMULATOR)),
                            InstantSource.system(),
                            Registry.simulatedIn(suite.directory()).institutions(),
                            suite.rules(),
                            Progress.SILENT)
                    .run(
                            OPTIONS,
                            ring -> money.forEach((seconds, sums) ->
                                    planned.add(looks.schedule(() -> sums.add(ring), seconds, TimeUnit.SECONDS))));
            for (Future<?> look : planned) {
                look.get();
            }
            out.printf(
                    "%nready to go home: %d of %d cases settled, %.2f yuan stopped of %.2f reported%n",
                    report.cases().over(),
                    CASES,
                    report.money().stoppedFen() / 100.0,
                    report.money().reportedFen() / 100.0);
            money.forEach((seconds, sums) -> {
                out.printf("%n  %d s after each ring settled%n", seconds);
                sums.print(out);
            });
        } finally {
            looks.shutdownNow();
        }
    }
}
