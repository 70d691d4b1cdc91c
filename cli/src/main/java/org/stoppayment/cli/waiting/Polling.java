package org.stoppayment.cli.waiting;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.stoppayment.cli.output.CliException;

/** Waiting for what cannot tell us when it happens. */
public final class Polling {

    private Polling() {}

    /**
     * Asks again and again until the answer is yes or the time is over.
     *
     * @return the last answer
     */
    public static boolean until(Duration atMost, Duration every, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            pause(every);
        }
        return true;
    }

    /** Lets some time pass. */
    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CliException.failed("interrupted");
        }
    }
}
