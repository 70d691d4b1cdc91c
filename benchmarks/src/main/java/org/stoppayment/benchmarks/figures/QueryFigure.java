package org.stoppayment.benchmarks.figures;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.ClosedLoop;
import org.stoppayment.benchmarks.harness.Samples;

/** The real time of {@code ./stoppay list} against a running suite, beside that of a JVM that does nothing. */
public final class QueryFigure {

    private static final double AIM_SECONDS = 0.8;
    private static final int QUERIES_A_ROUND = 5;

    private QueryFigure() {}

    public static void measure(Path home, Bench bench, Figure figure) throws Exception {
        new ClosedLoop(bench.desks(), bench.banks(), ClosedLoop.End.ACCEPTED).run(1, 1);
        bench.awaitHandedOver();
        List<String> query = List.of(
                home.resolve("stoppay").toString(),
                "list",
                "--state",
                bench.suite().directory().path().toString());
        List<String> floor = List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(), "-version");
        // Once each, so that the files are in memory.
        seconds(query);
        seconds(floor);
        bench.out().printf("%nstoppay list, real time, medians of %d%n", QUERIES_A_ROUND);
        bench.out().printf("  %-5s %10s %14s %8s%n", "round", "list s", "java -version", "ratio");
        double[] medians = new double[figure.rounds()];
        for (int i = 0; i < figure.rounds(); i++) {
            double bare = median(floor);
            medians[i] = median(query);
            bench.out()
                    .printf("  %-5d %10.2f %14.2f %8.1f%n", i + 1, medians[i], bare, Samples.ratio(medians[i], bare));
        }
        bench.out().printf("  median %.2f s (aim %.1f s)%n", Samples.median(medians), AIM_SECONDS);
    }

    private static double median(List<String> command) throws IOException, InterruptedException {
        double[] seconds = new double[QUERIES_A_ROUND];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = seconds(command);
        }
        return Samples.median(seconds);
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code + " (expected: 0)");
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
