package org.stoppayment.benchmarks.figures;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.stoppayment.benchmarks.harness.Desks;
import org.stoppayment.benchmarks.harness.Reports;
import org.stoppayment.cli.command.suite.Memory;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.waiting.Polling;

/** {@code ./stoppay up} from built jars to the first accepted report, and the memory of it all. */
public final class StartFigure {

    private static final int AIM_SECONDS = 25;
    private static final Duration LONGEST_UNREST = Duration.ofSeconds(10);
    private static final long REST_MEBIBYTES = 2;

    private StartFigure() {}

    public static void measure(Path home, Path directory, PrintStream out) throws Exception {
        Path state = directory.resolve("start");
        long begin = System.nanoTime();
        stoppay(home, "up", "--detach", "--fresh", "--ports", "free", "--state", state.toString());
        long up = System.nanoTime() - begin;
        Suite suite = Suite.attach(new StateDirectory(state), Progress.SILENT)
                .orElseThrow(() -> new IllegalStateException("no suite in " + state));
        try (Desks desks = new Desks(suite, new Reports())) {
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
            print(memoryAtRest(suite), out);
        } finally {
            suite.close();
        }
    }

    /** Resident MiB by process, once the work of the first report has died away. */
    private static Map<String, Long> memoryAtRest(Suite suite) {
        AtomicLong before = new AtomicLong();
        Polling.until(LONGEST_UNREST, Duration.ofSeconds(1), () -> {
            long now = sum(memory(suite));
            return Math.abs(now - before.getAndSet(now)) <= REST_MEBIBYTES;
        });
        return memory(suite);
    }

    private static Map<String, Long> memory(Suite suite) {
        Map<String, Long> resident = new LinkedHashMap<>();
        suite.state()
                .processes()
                .forEach((name, process) ->
                        resident.put(name, Memory.usedMebibytes(process.pid()).orElse(0)));
        return resident;
    }

    private static void print(Map<String, Long> memory, PrintStream out) {
        out.printf("  memory, MiB:");
        memory.forEach((name, resident) -> out.printf(" %s %d", name, resident));
        out.printf(" = %d%n", sum(memory));
    }

    private static long sum(Map<String, Long> memory) {
        return memory.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void stoppay(Path home, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("./stoppay");
        builder.command().addAll(List.of(arguments));
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
