package org.stoppayment.gateway.queries.domain;

import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * A page of the bookings of an account since a moment, oldest first.
 *
 * @param bookings the bookings that can be read
 * @param openingBalance the balance before the first of them; empty when it is not told or cannot be read
 * @param nextPageToken asks for the next page; empty on the last one
 */
public record AccountTransactions(List<AccountBooking> bookings, Optional<Money> openingBalance, String nextPageToken) {

    /** Nothing of it can be read. */
    public static final AccountTransactions UNKNOWN = new AccountTransactions(List.of(), Optional.empty(), "");

    public AccountTransactions {
        bookings = List.copyOf(bookings);
    }
}
