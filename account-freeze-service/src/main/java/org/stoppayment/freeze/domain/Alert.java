package org.stoppayment.freeze.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a person should look at; told once an order and kind.
 *
 * @param alertId of the alert
 * @param kind what it is about
 * @param caseId of the case
 * @param applicationId of the order
 * @param raisedAt when it was raised
 * @param detail why, without personal data
 * @param deliveredAt when the webhook took it
 */
public record Alert(
        UUID alertId,
        Kind kind,
        UUID caseId,
        UUID applicationId,
        Instant raisedAt,
        String detail,
        Optional<Instant> deliveredAt) {

    /** What an alert is about. */
    public enum Kind {
        /** An order's first failure is a while ago and it is still not settled. */
        ORDER_FAILING,
        /** An order waits for a person. */
        ORDER_MANUAL,
        /** A stop is about to lapse. */
        LAPSE_NEAR,
        /** Bookings that an institution told of contradict each other or cannot be read. */
        BOOKING_UNCLEAR
    }
}
