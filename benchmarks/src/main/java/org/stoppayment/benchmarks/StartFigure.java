package org.stoppayment.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.stoppayment.cli.suite.Progress;
import org.stoppayment.cli.suite.RecordedProcess;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;

/** {@code ./stoppay up} from built jars to the first accepted report, and the memory of it all. */
final class StartFigure {

    private static final int AIM_SECONDS = 25;

    private StartFigure() {}

    static void measure(Path home, Path directory, PrintStream out) throws Exception {
        Path state = directory.resolve("start");
        long begin = System.nanoTime();
        stoppay(home, "up", "--detach", "--fresh", "--ports", "free", "--state", state.toString());
        long up = System.nanoTime() - begin;
        Suite suite = Suite.attach(new StateDirectory(state), Progress.SILENT)
                .orElseThrow(() -> new IllegalStateException("no suite in " + state));
        try (Desks desks = new Desks(suite.grpcAddress(ServiceName.INTAKE), new Reports())) {
            CompletableFuture<Long> accepted = new CompletableFuture<>();
            desks.report(
                    desks.reports().next(),
                    accepted::complete,
                    () -> accepted.completeExceptionally(new IllegalStateException("the report was not accepted")));
            accepted.get(60, TimeUnit.SECONDS);
            long first = System.nanoTime() - begin;
            out.printf(
                    "%nfrom ./stoppay up to the first accepted report: %.1f s, of which up %.1f s (aim %d s)%n",
                    first / 1e9, up / 1e9, AIM_SECONDS);
            Thread.sleep(3000);
            long all = 0;
            out.printf("  memory, MiB:");
            for (Map.Entry<String, RecordedProcess> process :
                    suite.state().processes().entrySet()) {
                long resident = Cpu.residentMebibytes(process.getValue().pid());
                all += resident;
                out.printf(" %s %d", process.getKey(), resident);
            }
            out.printf(" = %d%n", all);
        } finally {
            suite.close();
        }
    }

    private static void stoppay(Path home, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("./stoppay");
        builder.command().addAll(java.util.List.of(arguments));
        builder.directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("./stoppay ended with " + code + " (expected: 0)");
        }
    }
}
