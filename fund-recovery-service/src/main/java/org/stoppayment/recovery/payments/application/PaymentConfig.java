package org.stoppayment.recovery.payments.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How payments are sent: {@code stoppayment.payments}. */
@ConfigMapping(prefix = "stoppayment.payments")
public interface PaymentConfig {

    /** How often payments that are due are looked for; zero turns it off. */
    @WithDefault("PT0.5S")
    Duration lookForDuePayments();

    /** How long a replica has for a message; longer than the deadline of a call to the gateway. */
    @WithDefault("PT30S")
    Duration lease();

    /** Maximum number of messages in flight in one process. */
    @WithDefault("100")
    int maxInFlight();

    /** First pause before a message or an inquiry is repeated; it doubles with each failure. */
    @WithDefault("PT1S")
    Duration firstPause();

    /** Longest pause. */
    @WithDefault("PT30S")
    Duration longestPause();

    /** How often an institution that took a payment, or a person has to act on, is asked what became of it. */
    @WithDefault("PT10M")
    Duration inquiry();

    /** How long a payment may be in doubt before a person must act. */
    @WithDefault("PT10M")
    Duration doubt();

    /**
     * How long after a payment the shares of its account are computed again. By then account-freeze has told what its freeze still holds, which
     * would have them computed once more.
     */
    @WithDefault("PT0.5S")
    Duration recomputeAfter();
}
