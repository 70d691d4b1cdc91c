package org.stoppayment.cli.waiting;

import java.time.Duration;
import java.util.function.BooleanSupplier;
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
        long end = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            pause(interval);
        }
        return true;
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
