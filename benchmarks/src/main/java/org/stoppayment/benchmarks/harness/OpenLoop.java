package org.stoppayment.benchmarks.harness;

import io.grpc.Status;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Reports at a fixed rate, whether or not those before have been answered; none is sent twice. */
public final class OpenLoop {

    private static final int SECONDS_FOR_STRAGGLERS = 60;

    private OpenLoop() {}

    /**
     * What became of the reports.
     *
     * @param sent all of them
     * @param accepted that were made durable
     * @param p99Nanos that 99 % of those took at most, from the moment when they were due
     * @param failures the others, by status
     */
    public record Outcome(int sent, long accepted, long p99Nanos, Map<Status.Code, Long> failures) {}

    /** Sends so many a second for so many seconds, and waits for the answers. */
    public static Outcome run(Desks desks, int aSecond, int seconds) throws InterruptedException {
        int count = Math.multiplyExact(aSecond, seconds);
        AtomicLongArray taken = new AtomicLongArray(count);
        AtomicLong accepted = new AtomicLong();
        Map<Status.Code, Long> failures = new ConcurrentHashMap<>();
        CountDownLatch all = new CountDownLatch(count);
        FloorsTable.pace(count, aSecond, i -> {
            long begun = System.nanoTime();
            desks.send(
                    desks.reports().next(),
                    number -> {
                        taken.set(i, System.nanoTime() - begun);
                        accepted.incrementAndGet();
                        all.countDown();
                    },
                    code -> {
                        failures.merge(code, 1L, Long::sum);
                        all.countDown();
                    });
        });
        if (!all.await(SECONDS_FOR_STRAGGLERS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not answered: " + all.getCount() + " reports (expected: none)");
        }
        return new Outcome(count, accepted.get(), p99(taken, accepted.get()), new TreeMap<>(failures));
    }

    private static long p99(AtomicLongArray taken, long accepted) {
        long[] times = new long[Math.toIntExact(accepted)];
        int next = 0;
        for (int i = 0; i < taken.length(); i++) {
            if (taken.get(i) > 0) {
                times[next++] = taken.get(i);
            }
        }
        return times.length == 0 ? 0 : Samples.percentile(times, 99);
    }
}
