package org.stoppayment.gateway.queries.domain;

import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * What a watch has seen.
 *
 * @param sequence number of the report within its watch, from 1; empty when it is not told or cannot be read
 * @param bookings the new bookings that can be read
 * @param balance the balance after the last of them; empty when it is not told
 */
public record WatchReport(Optional<Long> sequence, List<AccountBooking> bookings, Optional<Money> balance) {

    /** Nothing of it can be read. */
    public static final WatchReport UNKNOWN = new WatchReport(Optional.empty(), List.of(), Optional.empty());

    public WatchReport {
        bookings = List.copyOf(bookings);
    }
}
