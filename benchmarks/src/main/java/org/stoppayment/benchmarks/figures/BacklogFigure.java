package org.stoppayment.benchmarks.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.FloorsTable;
import org.stoppayment.benchmarks.harness.Reports;
import org.stoppayment.benchmarks.harness.Samples;

/**
 * One bank of ten is away while orders to it queue up, and returns: how long until it has them all, and how long orders of new reports
 * take meanwhile.
 */
public final class BacklogFigure {

    private static final int BANK = 0;
    private static final int QUEUED_A_SECOND = 150;
    private static final int NEW_MILLIS = 100;
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final String WAITING = "SELECT count(*) FROM stop_order WHERE state = 'QUEUED'";

    /** When the first order with each report's number arrived, by that number. */
    private final Map<Long, Long> arrivals = new ConcurrentHashMap<>();

    private final AtomicLong orders = new AtomicLong();
    private final Map<Long, Long> begun = new ConcurrentHashMap<>();
    private final Bench bench;
    private final int position;

    private BacklogFigure(Bench bench) {
        this.bench = bench;
        this.position = bench.position(Reports.code(BANK));
    }

    /** Measures once for each number of orders. */
    public static void measure(Bench bench, Figure figure, List<Integer> sizes) throws Exception {
        WholeFigure.warmUp(bench, figure);
        bench.out()
                .printf(
                        "%norders that queue up while their bank is away; limit 500 calls/s; new report every %d ms"
                                + " meanwhile%n",
                        NEW_MILLIS);
        bench.out()
                .printf(
                        "  %-8s %10s %10s %10s %8s %10s %10s %10s %10s   %s%n",
                        "queued",
                        "closed s",
                        "drained s",
                        "settled s",
                        "max/s",
                        "new",
                        "p50 ms",
                        "max ms",
                        "inquiries",
                        "sent twice");
        for (int size : sizes) {
            new BacklogFigure(bench).measure(size);
        }
    }

    private void measure(int size) throws Exception {
        bench.banks().listen((position, number, nanoTime) -> {
            orders.incrementAndGet();
            arrivals.putIfAbsent(number, nanoTime);
        });
        long othersBefore = bench.banks().others();
        bench.banks().leave(position);
        List<Long> backlog = new ArrayList<>();
        FloorsTable.pace(size, QUEUED_A_SECOND, i -> backlog.add(report()));
        bench.await("queued", () -> bench.number("stoppayment_freeze", WAITING), size);
        bench.banks().comeBack(position);
        long back = System.nanoTime();
        bench.await("closing of the circuit", arrivals::size, 1);
        long closed = arrivals.values().stream().mapToLong(nanos -> nanos).min().orElseThrow();

        List<Long> fresh = new ArrayList<>();
        ScheduledExecutorService desk = Executors.newSingleThreadScheduledExecutor();
        desk.scheduleAtFixedRate(() -> fresh.add(report()), 0, NEW_MILLIS, TimeUnit.MILLISECONDS);
        bench.await(
                "arrival of the orders",
                () -> backlog.stream().filter(arrivals::containsKey).count(),
                size);
        desk.shutdown();
        desk.awaitTermination(10, TimeUnit.SECONDS);
        bench.awaitAnswered();
        double settled = seconds(System.nanoTime() - closed);
        long last = backlog.stream()
                .mapToLong(number -> moment(arrivals, number))
                .max()
                .orElseThrow();
        long[] waits = fresh.stream()
                .filter(arrivals::containsKey)
                .mapToLong(number -> moment(arrivals, number) - moment(begun, number))
                .toArray();
        bench.out()
                .printf(
                        "  %-8d %10.1f %10.1f %10.1f %8d %10d %10.1f %10.1f %10d   %d%n",
                        size,
                        seconds(closed - back),
                        seconds(last - closed),
                        settled,
                        mostInASecond(),
                        waits.length,
                        Samples.percentile(waits, 50) / 1e6,
                        Samples.percentile(waits, 100) / 1e6,
                        bench.banks().others() - othersBefore,
                        orders.get() - arrivals.size());
        if (waits.length < fresh.size()) {
            throw new IllegalStateException(
                    "new orders that arrived: " + waits.length + " (expected: " + fresh.size() + ")");
        }
    }

    /** Sends a report of a payment to the bank; returns its number. */
    private long report() {
        Reports.Report report = bench.desks().reports().nextAt(BANK);
        begun.put(report.number(), System.nanoTime());
        bench.desks().report(report, number -> {}, () -> {});
        return report.number();
    }

    private int mostInASecond() {
        long[] times =
                arrivals.values().stream().mapToLong(nanos -> nanos).sorted().toArray();
        int most = 0;
        for (int from = 0, to = 0; to < times.length; to++) {
            while (times[to] - times[from] >= SECOND_NANOS) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    private static long moment(Map<Long, Long> moments, long report) {
        return Objects.requireNonNull(moments.get(report), () -> "report " + report + " has no moment");
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
