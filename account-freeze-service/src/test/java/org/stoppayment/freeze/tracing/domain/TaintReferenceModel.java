package org.stoppayment.freeze.tracing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.domain.TaintPropagation.Booking;

/**
 * The rule of taint in its simplest form: looks through all bookings for the next one, moves its money, and begins again. Slow, but
 * easy to check by reading.
 */
public final class TaintReferenceModel {

    private final Map<AccountRef.Key, Long> purse = new HashMap<>();
    private final Map<AccountRef.Key, Integer> level = new HashMap<>();
    private final Map<Booking, Long> tainted = new HashMap<>();
    private final Map<Booking, Integer> levels = new HashMap<>();

    private TaintReferenceModel() {}

    /** What each booking carried; those that carried nothing are not in it. */
    public static TaintReferenceModel over(List<Booking> bookings) {
        TaintReferenceModel reference = new TaintReferenceModel();
        List<Booking> open = new ArrayList<>(bookings);
        while (!open.isEmpty()) {
            Booking next = open.get(0);
            for (Booking other : open) {
                if (reference.isBefore(other, next)) {
                    next = other;
                }
            }
            open.remove(next);
            reference.move(next);
        }
        return reference;
    }

    public Map<Booking, Long> tainted() {
        return tainted;
    }

    public Map<Booking, Integer> levels() {
        return levels;
    }

    public Map<AccountRef.Key, Long> left() {
        return purse;
    }

    private boolean isBefore(Booking a, Booking b) {
        if (!a.at().equals(b.at())) {
            return a.at().isBefore(b.at());
        }
        if (a.sequence() != b.sequence()) {
            return a.sequence() < b.sequence();
        }
        if (levelOf(a) != levelOf(b)) {
            return levelOf(a) < levelOf(b);
        }
        int byAccount = name(a.payer()).compareTo(name(b.payer()));
        if (byAccount != 0) {
            return byAccount < 0;
        }
        int bySerial = a.serial().compareTo(b.serial());
        return bySerial != 0 ? bySerial < 0 : a.ordinal() < b.ordinal();
    }

    private int levelOf(Booking booking) {
        return booking.fixedLevel().orElse(level.getOrDefault(booking.payer(), Integer.MAX_VALUE));
    }

    private void move(Booking booking) {
        boolean fixed = booking.fixedLevel().isPresent();
        long carried = fixed ? booking.fen() : Math.min(booking.fen(), purse.getOrDefault(booking.payer(), 0L));
        if (carried == 0) {
            return;
        }
        int next = levelOf(booking) + 1;
        tainted.put(booking, carried);
        levels.put(booking, next);
        if (!fixed) {
            purse.put(booking.payer(), purse.get(booking.payer()) - carried);
        }
        booking.payee().ifPresent(payee -> {
            purse.put(payee, purse.getOrDefault(payee, 0L) + carried);
            level.put(payee, Math.min(next, level.getOrDefault(payee, Integer.MAX_VALUE)));
        });
    }

    private static String name(AccountRef.Key account) {
        return account.institutionCode() + "/" + account.number();
    }

    /** A victim's money that came into an account. */
    public static Booking reported(AccountRef.Key account, String serial, Instant at, long fen) {
        return new Booking(account, serial, 1, at, Long.MIN_VALUE, fen, Optional.of(0), Optional.of(account));
    }
}
