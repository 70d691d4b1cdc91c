package org.stoppayment.freeze.tracing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.stoppayment.freeze.shared.domain.AccountRef;

/**
 * The rule of taint: all known bookings of a case in order of time; a transfer carries the lesser of its sum and the payer's
 * remaining taint at that moment, and adds it to the receiver's. Sums are in fen.
 *
 * <p>Bookings of the same time and sequence follow the money: first those of the payer that is fewest transfers from a victim
 * at that moment, then by account, serial and ordinal.
 */
public final class TaintPropagation {

    /** Accounts in a fixed order. */
    public static final Comparator<AccountRef.Key> BY_ACCOUNT =
            Comparator.comparing(AccountRef.Key::institutionCode).thenComparing(AccountRef.Key::number);

    private static final Comparator<Booking> BY_TIME =
            Comparator.comparing(Booking::at).thenComparingLong(Booking::sequence);
    private static final Comparator<Turn> BY_TURN = Comparator.comparingInt(Turn::level)
            .thenComparing(turn -> turn.booking().payer(), BY_ACCOUNT)
            .thenComparing(turn -> turn.booking().serial())
            .thenComparingInt(turn -> turn.booking().ordinal());
    private static final int UNREACHED = Integer.MAX_VALUE;

    /**
     * A booking.
     *
     * @param payer the account that it left; for money from a victim the account that it entered
     * @param serial at the payer's institution; with the ordinal it identifies the booking among the payer's
     * @param ordinal which of the bookings under this serial, from 1
     * @param at when it was booked
     * @param sequence order among bookings of the same moment
     * @param fen the sum, or its tainted part where that is fixed
     * @param fixedLevel the level of its payer where the taint is fixed; empty where it is to be computed
     * @param payee the account that it entered; empty when it left for cash or a merchant
     */
    public record Booking(
            AccountRef.Key payer,
            String serial,
            int ordinal,
            Instant at,
            long sequence,
            long fen,
            Optional<Integer> fixedLevel,
            Optional<AccountRef.Key> payee) {}

    /**
     * What a booking carried.
     *
     * @param booking the booking
     * @param taintedFen of its sum, 0 when nothing
     * @param level the payer's level at that moment plus one; 0 when it carried nothing
     */
    public record Carried(Booking booking, long taintedFen, int level) {}

    private record Turn(int level, Booking booking) {}

    private final Map<AccountRef.Key, Long> remaining = new HashMap<>();
    private final Map<AccountRef.Key, Integer> levels = new HashMap<>();
    private final List<Carried> carried = new ArrayList<>();

    private TaintPropagation() {}

    /** What each of the bookings carried, in order of time. Those with a fixed level carry all of their sum. */
    public static List<Carried> over(Collection<Booking> bookings) {
        List<Booking> sorted = bookings.stream().sorted(BY_TIME).toList();
        TaintPropagation propagation = new TaintPropagation();
        for (int from = 0; from < sorted.size(); ) {
            int to = from + 1;
            while (to < sorted.size() && BY_TIME.compare(sorted.get(from), sorted.get(to)) == 0) {
                to++;
            }
            propagation.moment(sorted.subList(from, to));
            from = to;
        }
        return propagation.carried;
    }

    private void moment(List<Booking> together) {
        if (together.size() == 1) {
            carry(together.get(0));
            return;
        }
        Map<AccountRef.Key, List<Booking>> byPayer = new HashMap<>();
        PriorityQueue<Turn> turns = new PriorityQueue<>(BY_TURN);
        for (Booking booking : together) {
            turns.add(turn(booking));
            if (booking.fixedLevel().isEmpty()) {
                byPayer.computeIfAbsent(booking.payer(), key -> new ArrayList<>())
                        .add(booking);
            }
        }
        Set<Booking> done = new HashSet<>();
        while (!turns.isEmpty()) {
            Booking booking = turns.remove().booking();
            if (done.add(booking) && carry(booking)) {
                // The receiver is nearer to a victim than before: its own bookings of this moment come sooner.
                byPayer.getOrDefault(booking.payee().orElseThrow(), List.of()).forEach(next -> turns.add(turn(next)));
            }
        }
    }

    private Turn turn(Booking booking) {
        return new Turn(levelOf(booking), booking);
    }

    private int levelOf(Booking booking) {
        return booking.fixedLevel().orElseGet(() -> levels.getOrDefault(booking.payer(), UNREACHED));
    }

    /** Carries what the payer has left; true when the receiver has come nearer to a victim. */
    private boolean carry(Booking booking) {
        long tainted = booking.fixedLevel().isPresent()
                ? booking.fen()
                : Math.min(booking.fen(), remaining.getOrDefault(booking.payer(), 0L));
        if (tainted == 0) {
            carried.add(new Carried(booking, 0, 0));
            return false;
        }
        int level = levelOf(booking) + 1;
        carried.add(new Carried(booking, tainted, level));
        if (booking.fixedLevel().isEmpty()) {
            remaining.merge(booking.payer(), -tainted, Math::addExact);
        }
        return booking.payee().isPresent() && enter(booking.payee().get(), tainted, level);
    }

    private boolean enter(AccountRef.Key payee, long tainted, int level) {
        remaining.merge(payee, tainted, Math::addExact);
        boolean nearer = level < levels.getOrDefault(payee, UNREACHED);
        if (nearer) {
            levels.put(payee, level);
        }
        return nearer;
    }
}
