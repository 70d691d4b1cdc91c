package org.stoppayment.benchmarks.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.ClosedLoop;
import org.stoppayment.benchmarks.harness.Samples;
import org.stoppayment.cli.suite.SuiteState;
import org.stoppayment.cli.waiting.Polling;

/** SQL statements a report, counted in the server's log; what runs without any report is taken off. */
public final class StatementsFigure {

    private static final Pattern LINE =
            Pattern.compile("\\] (stoppayment_[a-z]+) LOG: {2}(?:execute [^:]*|statement): *(.*)");
    private static final int IDLE_SECONDS = 10;
    private static final int MAX_LETTERS = 60;

    private StatementsFigure() {}

    public static void measure(Bench bench, Figure figure) throws Exception {
        bench.setParameter("log_parameter_max_length", "0");
        bench.setParameter("log_statement", "all");
        try {
            Map<String, Long> before = counts(bench);
            // Nothing happens that could be waited for: the length of it is what is wanted.
            Polling.until(Duration.ofSeconds(IDLE_SECONDS), Duration.ofSeconds(1), () -> false);
            Map<String, Long> idle = minus(counts(bench), before);
            for (int callers : new int[] {1, figure.callers()}) {
                measure(bench, figure, callers, idle);
            }
        } finally {
            bench.setParameter("log_statement", "none");
        }
    }

    private static void measure(Bench bench, Figure figure, int callers, Map<String, Long> idle) throws Exception {
        ClosedLoop loop = new ClosedLoop(bench.desks(), bench.banks(), ClosedLoop.End.ANSWERED);
        Map<String, Long> before = counts(bench);
        long begin = System.nanoTime();
        ClosedLoop.Done done = WholeFigure.run(bench, loop, callers, figure.seconds());
        bench.awaitHandedOver();
        double seconds = (System.nanoTime() - begin) / 1e9;
        Map<String, Long> during = minus(counts(bench), before);
        bench.out().printf("%nSQL statements a report, %d callers, %d reports%n", callers, done.reports());
        double all = 0;
        for (Map.Entry<String, Long> entry : during.entrySet()) {
            double idleShare = idle.getOrDefault(entry.getKey(), 0L) * seconds / IDLE_SECONDS;
            double each = Samples.ratio(Math.max(0, entry.getValue() - idleShare), done.reports());
            all += each;
            if (each >= 0.005) {
                bench.out().printf("  %6.2f  %s%n", each, entry.getKey());
            }
        }
        bench.out().printf("  %6.2f  in all%n", all);
    }

    private static Map<String, Long> counts(Bench bench) throws IOException {
        Path log = bench.suite().directory().log(SuiteState.POSTGRES);
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.map(LINE::matcher)
                    .filter(Matcher::find)
                    .filter(line -> !line.group(2).startsWith("SELECT count(*) FROM"))
                    .map(line -> line.group(1) + ": " + shortened(line.group(2)))
                    .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        }
    }

    private static String shortened(String sql) {
        return sql.length() > MAX_LETTERS ? sql.substring(0, MAX_LETTERS) : sql;
    }

    private static Map<String, Long> minus(Map<String, Long> after, Map<String, Long> before) {
        Map<String, Long> between = new TreeMap<>();
        after.forEach((name, count) -> between.put(name, count - before.getOrDefault(name, 0L)));
        return between;
    }
}
