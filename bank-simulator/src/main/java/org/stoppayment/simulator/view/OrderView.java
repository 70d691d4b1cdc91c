package org.stoppayment.simulator.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stoppayment.simulator.wire.Order;

/**
 * An order at one institution.
 *
 * @param applicationId the idempotency key
 * @param institutionCode the institution
 * @param accountNumber the account's number
 * @param kind what it requests
 * @param effects how often it changed the books: 0 or 1; 2 for a refund that was paid twice
 * @param arrivals when it arrived, one entry for each attempt
 * @param inquiries when inquiries about it arrived
 * @param resultCode its result; null until the institution has processed it
 * @param emergencyLevel 01 or 02, if a stop order says so
 * @param applicationType 04 or 05, if a stop order says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderView(
        String applicationId,
        String institutionCode,
        String accountNumber,
        Order.Kind kind,
        int effects,
        List<Instant> arrivals,
        List<Instant> inquiries,
        @Nullable String resultCode,
        @Nullable String emergencyLevel,
        @Nullable String applicationType) {}
