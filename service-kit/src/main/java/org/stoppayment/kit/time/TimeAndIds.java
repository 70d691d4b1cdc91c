package org.stoppayment.kit.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.SystemTime;

/** Gives every bean of a service the same clock and the same maker of ids. */
@ApplicationScoped
public class TimeAndIds {

    /** The host's clock, until {@link DatabaseOffset} anchors it to the database's where there is one. */
    @Produces
    @Singleton
    CorrectedTime correctedTime() {
        return new CorrectedTime(SystemTime.SOURCE, SystemTime.SOURCE::nanoTime);
    }

    /** Ids that carry the corrected time. */
    @Produces
    @Singleton
    Ids ids(InstantSource clock) {
        return new Ids(clock);
    }
}
