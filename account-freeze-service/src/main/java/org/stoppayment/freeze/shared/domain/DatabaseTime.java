package org.stoppayment.freeze.shared.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as Postgres keeps them: what was stored and is read again equals what was given. */
public final class DatabaseTime {

    private DatabaseTime() {}

    /** The moment, to the microsecond. */
    public static Instant truncated(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
