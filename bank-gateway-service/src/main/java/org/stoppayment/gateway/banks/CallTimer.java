package org.stoppayment.gateway.banks;

/** Port: runs tasks later. */
public interface CallTimer {

    /** Runs a task once, after {@code delayNanos} or somewhat later; what is returned cancels it. */
    Runnable schedule(long delayNanos, Runnable task);
}
