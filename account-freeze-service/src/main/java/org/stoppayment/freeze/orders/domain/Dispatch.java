package org.stoppayment.freeze.orders.domain;

import java.time.Instant;

/**
 * How an order is sent.
 *
 * @param placedAt when it was placed
 * @param instruction what is sent, byte for byte the same for every attempt
 * @param urgent true when its case names a known mule: it goes out before others (emergencyLevel 01)
 */
public record Dispatch(Instant placedAt, byte[] instruction, boolean urgent) {

    Dispatch at(Instant at) {
        return new Dispatch(at, instruction, urgent);
    }

    Dispatch withUrgency(boolean isUrgent) {
        return new Dispatch(placedAt, instruction, isUrgent);
    }
}
