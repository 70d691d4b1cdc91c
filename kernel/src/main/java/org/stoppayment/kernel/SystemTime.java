package org.stoppayment.kernel;

import java.time.Instant;
import java.time.InstantSource;

/** The one place where the clock of the host is read. Services correct it by their database's; see the service kit. */
public final class SystemTime implements InstantSource {

    /** The host's clock. */
    public static final SystemTime SOURCE = new SystemTime();

    private SystemTime() {}

    @Override
    public Instant instant() {
        return InstantSource.system().instant();
    }

    /** Nanoseconds since some moment, the same for the whole process; steps of the clock leave it alone. */
    public long nanoTime() {
        return System.nanoTime();
    }
}
