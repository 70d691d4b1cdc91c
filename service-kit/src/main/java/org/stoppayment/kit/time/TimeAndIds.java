package org.stoppayment.kit.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;

/** Produces the clock and the id generator of a service. */
@ApplicationScoped
public class TimeAndIds {

    /** The host's clock until {@link DatabaseOffset} anchors it to the database's clock, in services with a database. */
    @Produces
    @Singleton
    CorrectedTime correctedTime() {
        return new CorrectedTime(SystemTime.SOURCE, SystemTime.SOURCE::nanoTime);
    }

    /** Makes ids with the corrected time. */
    @Produces
    @Singleton
    Ids ids(InstantSource clock) {
        return new Ids(clock);
    }
}
