package org.stoppayment.benchmarks.figures;

import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.ClosedLoop;
import org.stoppayment.benchmarks.harness.Reports;

/** The whole job: reports whose three orders are answered, settled in freeze and booked in recovery. */
public final class WholeFigure {

    private static final double AIM = 0.09;

    private WholeFigure() {}

    public static void measure(Bench bench, Figure figure) throws Exception {
        ClosedLoop loop = new ClosedLoop(bench.desks(), bench.banks(), ClosedLoop.End.ANSWERED);
        warmUp(bench, figure);
        double ratio = RateFigure.measure(
                bench,
                figure,
                "the whole job, " + figure.callers() + " callers (each waits for the answers to its orders)",
                (callers, seconds) -> run(bench, loop, callers, seconds));
        bench.out()
                .printf(
                        "  median ratio %.3f (aim %.2f), failures %d, inquiries %d%n",
                        ratio, AIM, bench.desks().failures(), bench.banks().others());
    }

    /** A cold suite first hears single reports, as it would in life: a burst would only measure time-outs. */
    static void warmUp(Bench bench, Figure figure) throws Exception {
        ClosedLoop loop = new ClosedLoop(bench.desks(), bench.banks(), ClosedLoop.End.ANSWERED);
        run(bench, loop, 1, Math.max(2, figure.warmUpSeconds() / 10));
        run(bench, loop, figure.callers(), figure.warmUpSeconds());
    }

    /** Reports, and then waits until the last of it is booked; that is part of the time. */
    static ClosedLoop.Done run(Bench bench, ClosedLoop loop, int callers, int seconds) throws Exception {
        long before = bench.booked();
        long begin = System.nanoTime();
        ClosedLoop.Done done = loop.run(callers, seconds);
        bench.awaitBooked(before + Reports.ORDERS * done.reports());
        return new ClosedLoop.Done(done.reports(), System.nanoTime() - begin);
    }
}
