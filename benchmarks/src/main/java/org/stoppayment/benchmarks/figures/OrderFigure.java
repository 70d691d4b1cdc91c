package org.stoppayment.benchmarks.figures;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Predicate;
import org.stoppayment.benchmarks.harness.BankStub;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.FloorsTable;
import org.stoppayment.benchmarks.harness.Reports;

/** From the call to the arrival of the last of three orders, at 50 reports a second, beside two commits and three hops. */
public final class OrderFigure {

    private static final int A_SECOND = 50;

    private OrderFigure() {}

    public static void measure(Bench bench, Figure figure) throws Exception {
        WholeFigure.warmUp(bench, figure);
        FloorsTable.measure(
                bench,
                figure,
                "call to arrival of the last order, %d reports/s".formatted(A_SECOND),
                A_SECOND,
                count -> times(bench, count, A_SECOND));
    }

    /** The times of so many reports, so many a second. */
    static long[] times(Bench bench, int count, int aSecond) throws InterruptedException {
        return times(bench, count, aSecond, code -> true);
    }

    /** The same, of the orders to those institutions only whose code the predicate takes. */
    static long[] times(Bench bench, int count, int aSecond, Predicate<String> institutions)
            throws InterruptedException {
        Reports.Report[] reports = new Reports.Report[count];
        for (int i = 0; i < count; i++) {
            reports[i] = bench.desks().reports().next();
        }
        long first = reports[0].number();
        AtomicLongArray begun = new AtomicLongArray(count);
        AtomicLongArray taken = new AtomicLongArray(count);
        AtomicIntegerArray missing = new AtomicIntegerArray(count);
        CountDownLatch all = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            missing.set(i, Reports.orders(reports[i].number(), institutions));
        }
        bench.banks().listen((position, number, nanoTime) -> {
            int i = Math.toIntExact(number - first);
            if (i >= 0 && i < count && institutions.test(bench.code(position)) && missing.decrementAndGet(i) == 0) {
                taken.set(i, nanoTime - begun.get(i));
                all.countDown();
            }
        });
        FloorsTable.pace(count, aSecond, i -> {
            begun.set(i, System.nanoTime());
            bench.desks().report(reports[i], number -> {}, () -> {});
        });
        long[] times = FloorsTable.arrived(all, taken, bench);
        bench.banks().listen(BankStub.Listener.NONE);
        return times;
    }
}
