package org.stoppayment.kit.warmup;

import io.smallrye.mutiny.Uni;

/** A part of a service's hot path that runs before the service is ready, so that its first request is not slow. Any bean. */
public interface WarmUp {

    /** What is warmed up, for the log; such as {@code placing orders}. */
    String name();

    /**
     * Runs the part once. Nothing may be left of it: no row, no message to another process, no metric. Runs many times, several times
     * at once, on a Vert.x context.
     */
    Uni<Void> run();

    /** The warm-up is over: releases what the runs needed. */
    default void end() {}
}
