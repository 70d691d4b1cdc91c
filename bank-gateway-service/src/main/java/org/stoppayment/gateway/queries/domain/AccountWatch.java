package org.stoppayment.gateway.queries.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A watch of an account. What is not told or cannot be read is empty.
 *
 * @param startedAt bookings from this moment on are reported
 * @param endsAt when the watch ends, or has ended
 * @param reports number of reports so far
 */
public record AccountWatch(Optional<Instant> startedAt, Optional<Instant> endsAt, Optional<Long> reports) {

    /** Nothing of it can be read. */
    public static final AccountWatch UNKNOWN = new AccountWatch(Optional.empty(), Optional.empty(), Optional.empty());
}
