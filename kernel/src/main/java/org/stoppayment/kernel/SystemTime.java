package org.stoppayment.kernel;

import java.time.Instant;
import java.time.InstantSource;

/** The only class that reads the host's clock. Services correct it by their database's clock; see the service kit. */
public final class SystemTime implements InstantSource {

    /** The host's clock. */
    public static final SystemTime SOURCE = new SystemTime();

    private SystemTime() {}

    @Override
    public Instant instant() {
        return InstantSource.system().instant();
    }

    /** Nanoseconds since an arbitrary origin; not affected by steps of the host's clock. */
    public long nanoTime() {
        return System.nanoTime();
    }
}
