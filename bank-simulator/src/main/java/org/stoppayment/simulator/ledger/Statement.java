package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.simulator.wire.QueryParts;

/**
 * The bookings of an account from some point on, oldest first, with the balance after each.
 *
 * @param entries the bookings
 * @param openingFen the balance before the first of them; negative when a world does not add up
 */
record Statement(List<Entry> entries, long openingFen) {

    /** Maximum number of bookings in one page. */
    static final int PAGE = 100;

    private static final Comparator<Entry> OLDEST_FIRST = Comparator.comparing(Entry::booking, Booking.BY_TIME);

    /** A booking, and whether it came in. */
    record Entry(Booking booking, boolean isInflow) {

        private long changeFen() {
            return isInflow ? booking.amountFen() : -booking.amountFen();
        }

        /** Names this entry for the page after it. */
        private String token() {
            return booking.bookedAt() + "/" + booking.sequence();
        }
    }

    /** All bookings since a moment. */
    static Statement since(Account account, Instant since) {
        List<Entry> entries = new ArrayList<>();
        account.inflows().forEach(booking -> entries.add(new Entry(booking, true)));
        account.outflows().forEach(booking -> entries.add(new Entry(booking, false)));
        entries.removeIf(entry -> entry.booking().bookedAt().isBefore(since));
        entries.sort(OLDEST_FIRST);
        long changeFen = entries.stream().mapToLong(Entry::changeFen).sum();
        return new Statement(entries, Math.subtractExact(account.balanceFen(), changeFen));
    }

    /** The page after the entry that {@code token} names; the first page when there is none. */
    QueryParts.Transactions page(Optional<String> token, Parties parties) {
        int from = token.map(this::indexAfter).orElse(0);
        int to = Math.min(entries.size(), from + PAGE);
        List<QueryParts.Booking> all = bookings(parties);
        long opening = openingFen
                + entries.subList(0, from).stream().mapToLong(Entry::changeFen).sum();
        String next = to < entries.size() ? entries.get(to - 1).token() : null;
        return new QueryParts.Transactions(all.subList(from, to), known(opening), next);
    }

    /** The bookings after this number of the ledger's sequence and not before {@code start}. */
    List<QueryParts.Booking> after(long sequence, Instant start, Instant end, Parties parties) {
        List<QueryParts.Booking> all = bookings(parties);
        List<QueryParts.Booking> later = new ArrayList<>();
        for (QueryParts.Booking booking : all) {
            boolean isWithin =
                    !booking.bookedAt().isBefore(start) && !booking.bookedAt().isAfter(end);
            if (booking.sequence() > sequence && isWithin) {
                later.add(booking);
            }
        }
        return later;
    }

    private int indexAfter(String token) {
        for (int index = 0; index < entries.size(); index++) {
            if (entries.get(index).token().equals(token)) {
                return index + 1;
            }
        }
        return entries.size();
    }

    private List<QueryParts.Booking> bookings(Parties parties) {
        List<QueryParts.Booking> bookings = new ArrayList<>();
        long balanceFen = openingFen;
        for (Entry entry : entries) {
            balanceFen += entry.changeFen();
            Booking booking = entry.booking();
            bookings.add(new QueryParts.Booking(
                    booking.serial(),
                    entry.isInflow() ? "IN" : "OUT",
                    kind(booking),
                    booking.amountFen(),
                    booking.bookedAt(),
                    booking.sequence(),
                    parties.of(booking.counterparty()),
                    known(balanceFen)));
        }
        return bookings;
    }

    /** A deposit comes from an account of another institution, or is cash. */
    private static String kind(Booking booking) {
        if (booking.kind() != Booking.Kind.DEPOSIT) {
            return booking.kind().name();
        }
        return (booking.counterparty().isPresent() ? Booking.Kind.TRANSFER : Booking.Kind.CASH).name();
    }

    private static @Nullable Long known(long balanceFen) {
        return balanceFen < 0 ? null : balanceFen;
    }
}
