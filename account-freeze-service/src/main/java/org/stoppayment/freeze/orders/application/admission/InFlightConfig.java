package org.stoppayment.freeze.orders.application.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much this process takes on: {@code stoppayment.freeze.in-flight}. Durations are ISO 8601. */
@ConfigMapping(prefix = "stoppayment.freeze.in-flight")
public interface InFlightConfig {

    /**
     * Orders in flight from which on new events wait; an institution counts for half of it at most. About as many as the suite handles in
     * a second: an order then takes about a second.
     */
    @WithDefault("400")
    int maxOrders();

    /** Longest time that a delivery of events waits; shorter than the sender's deadline. */
    @WithDefault("PT2S")
    Duration maxDeliveryWait();
}
