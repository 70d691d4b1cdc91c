package org.stoppayment.kit.testing;

import java.util.UUID;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;

/** Ids that no test of the same database has used: each test has its own rows. */
public final class FreshIds {

    private static final Ids IDS = new Ids(SystemTime.SOURCE);

    private FreshIds() {}

    /** A new id. */
    public static UUID next() {
        return IDS.next();
    }
}
