package org.stoppayment.cli.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a simulated institution saw it.
 *
 * @param applicationId id of the order
 * @param institutionCode the institution
 * @param accountNumber the account
 * @param kind {@code STOP} or {@code LIFT}
 * @param effects how often it took effect: at most once
 * @param arrivals when it arrived, once for every attempt
 * @param inquiries when it was inquired about
 * @param resultCode what was answered, null before that
 */
public record SimulatedOrder(
        String applicationId,
        String institutionCode,
        String accountNumber,
        String kind,
        int effects,
        List<Instant> arrivals,
        List<Instant> inquiries,
        @Nullable String resultCode) {

    public SimulatedOrder {
        arrivals = arrivals == null ? List.of() : List.copyOf(arrivals);
        inquiries = inquiries == null ? List.of() : List.copyOf(inquiries);
    }
}
