package org.stoppayment.benchmarks.figures;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.stoppayment.benchmarks.harness.BankStub;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.FloorsTable;
import org.stoppayment.benchmarks.harness.Reports;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.waiting.Polling;

/**
 * A service is away while reports come in, and returns: how long after it is ready the first and the last of their orders arrive. A service
 * takes work as soon as it listens, while it still warms up, so the first may arrive before it is ready.
 * An order that was on its way when the gateway died is inquired about, and the institutions of the stub say that they have it.
 */
public final class ReturnsFigure {

    private static final List<ServiceName> SERVICES = List.of(ServiceName.FREEZE, ServiceName.GATEWAY);
    private static final int A_SECOND = 10;
    private static final int AIM_SECONDS = 1;
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private ReturnsFigure() {}

    /** Measures once a round after a single report, and once after reports for as long as a measurement takes. */
    public static void measure(Bench bench, Figure figure) throws Exception {
        WholeFigure.warmUp(bench, figure);
        bench.out()
                .printf(
                        "%na service is away while reports come in: seconds from its return to the arrival of their orders (aim: the"
                                + " first within %d s of ready)%n",
                        AIM_SECONDS);
        bench.out()
                .printf(
                        "  %-5s %-8s %8s %10s %10s   %s%n",
                        "round", "service", "reports", "first s", "last s", "arrived, of, inquiries");
        for (int round = 1; round <= figure.rounds(); round++) {
            for (ServiceName service : SERVICES) {
                measure(bench, service, 1, round);
                measure(bench, service, A_SECOND * figure.seconds(), round);
            }
        }
    }

    private static void measure(Bench bench, ServiceName service, int reports, int round) throws Exception {
        AtomicLong first = new AtomicLong();
        AtomicLong last = new AtomicLong();
        AtomicLong accepted = new AtomicLong();
        Set<String> arrived = ConcurrentHashMap.newKeySet();
        long othersBefore = bench.banks().others();
        bench.suite().kill(service);
        bench.banks().listen((position, number, nanoTime) -> {
            first.compareAndSet(0, nanoTime);
            last.set(nanoTime);
            arrived.add(number + " " + position);
        });
        FloorsTable.pace(reports, A_SECOND, i -> bench.desks()
                .report(bench.desks().reports().next(), number -> accepted.incrementAndGet(), () -> {}));
        CompletableFuture<Void> restarting =
                CompletableFuture.runAsync(() -> bench.suite().restart(service));
        Polling.until(LONGEST_START, LOOK, () -> bench.suite().isReady(service));
        long ready = System.nanoTime();
        restarting.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        bench.awaitHandedOver();
        bench.awaitAnswered();
        bench.banks().listen(BankStub.Listener.NONE);
        bench.out()
                .printf(
                        "  %-5d %-8s %8d %10.2f %10.2f   %d, %d, %d%n",
                        round,
                        service,
                        accepted.get(),
                        seconds(first, ready),
                        seconds(last, ready),
                        arrived.size(),
                        Reports.ORDERS * accepted.get(),
                        bench.banks().others() - othersBefore);
    }

    /** Not a number when none arrived. */
    private static double seconds(AtomicLong moment, long ready) {
        return moment.get() == 0 ? Double.NaN : (moment.get() - ready) / 1e9;
    }
}
