package org.stoppayment.freeze.queries.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the suite asks institutions by itself: {@code stoppayment.freeze.requests}. Durations are ISO 8601. */
@ConfigMapping(prefix = "stoppayment.freeze.requests")
public interface RequestsConfig {

    /**
     * How long after something new is told of a held account it is looked at whether a statement is needed; until then feedbacks tell their own
     * bookings, and the trace finds more. Zero: statements are never asked for without a person.
     */
    @WithDefault("PT10S")
    Duration statementDelay();

    /** How long after a statement was asked for it is looked at again whether it lists all that is known. */
    @WithDefault("PT10M")
    Duration statementRetry();

    /** How often the balance of a held account is asked for. Zero: never without a person. */
    @WithDefault("PT24H")
    Duration balanceInterval();
}
