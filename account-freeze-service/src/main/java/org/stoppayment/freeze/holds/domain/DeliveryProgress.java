package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * How delivering a message to an institution has gone so far.
 *
 * @param attempts number of times that it was sent, or may have been
 * @param failures number of times in a row that it brought no result
 * @param firstFailureAt since when nobody knows whether the institution has acted; empty when that is certain
 */
public record DeliveryProgress(int attempts, int failures, Optional<Instant> firstFailureAt) {

    /** Nothing has happened yet. */
    public static final DeliveryProgress NONE = new DeliveryProgress(0, 0, Optional.empty());

    /** True, while it is on its way, when that is not the first attempt. */
    public boolean isResend() {
        return attempts > 1;
    }

    DeliveryProgress after(FreezeEvent.Kind event, Instant at) {
        return switch (event) {
            case SENT -> sent();
            case NOT_SENT -> notSent();
            case UNANSWERED, OVERDUE, UNCLEAR -> failed(at);
            case NOT_KNOWN, TAKEN -> heardOf();
            default -> settled();
        };
    }

    /** It is sent once more. */
    public DeliveryProgress sent() {
        return new DeliveryProgress(attempts + 1, failures, firstFailureAt);
    }

    /** The last attempt certainly did not reach the institution. */
    public DeliveryProgress notSent() {
        return new DeliveryProgress(Math.max(0, attempts - 1), failures + 1, firstFailureAt);
    }

    /** The institution said something of it, but no result. */
    public DeliveryProgress heardOf() {
        return new DeliveryProgress(attempts, 0, firstFailureAt);
    }

    /** There is a result. */
    public DeliveryProgress settled() {
        return new DeliveryProgress(attempts, 0, Optional.empty());
    }

    /** It brought no result. */
    public DeliveryProgress failed(Instant at) {
        return new DeliveryProgress(attempts, failures + 1, firstFailureAt.or(() -> Optional.of(at)));
    }
}
