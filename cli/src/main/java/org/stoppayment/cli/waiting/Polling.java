package org.stoppayment.cli.waiting;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.stoppayment.cli.output.CliException;

/** Waits for conditions by polling. */
public final class Polling {

    private Polling() {}

    /**
     * Polls the condition until it holds or the timeout has passed.
     *
     * @return whether it held
     */
    public static boolean until(Duration timeout, Duration interval, BooleanSupplier condition) {
        return until(timeout, interval, condition::getAsBoolean, isMet -> isMet);
    }

    /**
     * Reads until what is read is as wanted or the timeout has passed.
     *
     * @return what was read last
     */
    public static <T> T until(Duration timeout, Duration interval, Supplier<T> read, Predicate<T> isWanted) {
        long end = System.nanoTime() + timeout.toNanos();
        T last = read.get();
        while (!isWanted.test(last) && System.nanoTime() - end < 0) {
            pause(interval);
            last = read.get();
        }
        return last;
    }

    /** Sleeps. */
    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw CliException.interrupted();
        }
    }
}
