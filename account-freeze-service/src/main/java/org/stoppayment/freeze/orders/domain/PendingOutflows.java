package org.stoppayment.freeze.orders.domain;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.orders.domain.BookingsUpdate.Extent;
import org.stoppayment.freeze.orders.domain.BookingsUpdate.Replacement;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Content;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Outflow;

/**
 * Pending outflows: told while more bookings were to come, and not listed by a complete answer since. An institution may give such a
 * booking another serial when it is final. Then the new one is its successor: same kind, sum and payee, booked within a tolerance,
 * and not known before.
 */
public final class PendingOutflows {

    private PendingOutflows() {}

    /**
     * An outflow as stored.
     *
     * @param serial of the booking
     * @param ordinal which of the bookings under this serial
     * @param content kind, sum and payee
     * @param bookedAt when it was booked
     * @param pending true when it was told by this order and is pending
     */
    public record Stored(String serial, int ordinal, Content content, Instant bookedAt, boolean pending) {

        private Key key() {
            return new Key(serial, content);
        }
    }

    private record Key(String serial, Content content) {
        static Key of(Outflow outflow) {
            return new Key(outflow.serial(), Content.of(outflow));
        }
    }

    /**
     * What a complete answer means for pending outflows. Each one that it does not list takes the earliest successor that is left, in
     * order of time: so as many as possible get one.
     *
     * @param reported by the complete answer
     * @param stored all outflows of the account, replaced ones included
     * @param tolerance by which the two may be apart
     */
    public static BookingsUpdate resolve(ReportedBookings reported, List<Stored> stored, Duration tolerance) {
        Map<Key, Outflow> listed = new LinkedHashMap<>();
        reported.outflows().forEach(outflow -> listed.putIfAbsent(Key.of(outflow), outflow));
        Set<Key> known = stored.stream().map(Stored::key).collect(toSet());
        List<Outflow> free = new ArrayList<>(listed.entrySet().stream()
                .filter(one -> !known.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(Outflow::bookedAt)
                        .thenComparing(Outflow::sequence)
                        .thenComparing(Outflow::serial))
                .toList());
        List<Replacement> replaced = new ArrayList<>();
        List<String> unlisted = new ArrayList<>();
        stored.stream()
                .filter(one -> one.pending() && !listed.containsKey(one.key()))
                .sorted(Comparator.comparing(Stored::bookedAt)
                        .thenComparing(Stored::serial)
                        .thenComparing(Stored::ordinal))
                .forEach(one -> successor(one, free, tolerance)
                        .ifPresentOrElse(
                                next -> {
                                    free.remove(next);
                                    replaced.add(new Replacement(one.serial(), one.ordinal(), next.serial()));
                                },
                                () -> unlisted.add(one.serial())));
        return new BookingsUpdate(reported, Extent.COMPLETE, replaced, unlisted);
    }

    private static Optional<Outflow> successor(Stored pending, List<Outflow> free, Duration tolerance) {
        return free.stream()
                .filter(next -> Content.of(next).equals(pending.content()))
                .filter(next -> Duration.between(next.bookedAt(), pending.bookedAt())
                                .abs()
                                .compareTo(tolerance)
                        <= 0)
                .findFirst();
    }
}
