package org.stoppayment.benchmarks.harness;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Callers that report one after the other, each waiting for the end of its last report. */
public final class ClosedLoop {

    /** What a caller waits for before it reports again. */
    public enum End {
        /** That the report is durable. */
        ACCEPTED(1),
        /** That, and that an institution has answered each order. */
        ANSWERED(1 + Reports.ORDERS);

        private final int signals;

        End(int signals) {
            this.signals = signals;
        }
    }

    private static final int SECONDS_FOR_STRAGGLERS = 60;

    private final Desks desks;
    private final BankStub banks;
    private final End end;
    private final Map<Long, AtomicInteger> open = new ConcurrentHashMap<>();
    private final Map<Long, Runnable> after = new ConcurrentHashMap<>();
    private final AtomicLong done = new AtomicLong();

    public ClosedLoop(Desks desks, BankStub banks, End end) {
        this.desks = desks;
        this.banks = banks;
        this.end = end;
    }

    /**
     * What was done, and in how long.
     *
     * @param reports that came to their end
     * @param nanos until the last one did
     */
    public record Done(long reports, long nanos) {

        public double perSecond() {
            return Samples.perSecond(reports, nanos);
        }
    }

    /** Reports for so many seconds; ends when all that was begun has ended. */
    public Done run(int callers, int seconds) throws InterruptedException {
        done.set(0);
        banks.listen((position, number, nanoTime) -> {
            if (end == End.ANSWERED) {
                signal(number);
            }
        });
        CountDownLatch stopped = new CountDownLatch(callers);
        long begin = System.nanoTime();
        long until = begin + TimeUnit.SECONDS.toNanos(seconds);
        for (int i = 0; i < callers; i++) {
            next(until, stopped);
        }
        if (!stopped.await(seconds + SECONDS_FOR_STRAGGLERS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("reports without an end: " + open.size() + " (expected: none)");
        }
        banks.listen(BankStub.Listener.NONE);
        return new Done(done.get(), System.nanoTime() - begin);
    }

    private void next(long until, CountDownLatch stopped) {
        if (System.nanoTime() - until >= 0) {
            stopped.countDown();
            return;
        }
        Reports.Report report = desks.reports().next();
        open.put(report.number(), new AtomicInteger(end.signals));
        after.put(report.number(), () -> next(until, stopped));
        desks.report(report, this::signal, () -> finish(report.number(), false));
    }

    private void signal(long number) {
        AtomicInteger missing = open.get(number);
        if (missing != null && missing.decrementAndGet() == 0) {
            finish(number, true);
        }
    }

    private void finish(long number, boolean well) {
        open.remove(number);
        Runnable then = after.remove(number);
        if (then == null) {
            return;
        }
        if (well) {
            done.incrementAndGet();
        }
        then.run();
    }
}
