package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.stoppayment.freeze.alerts.domain.Alert;

/**
 * Something in what an institution tells that a person should look at: told once an order, kind and content, however often the
 * institution says it, and whatever was told before.
 *
 * @param kind of the alert
 * @param content what exactly, without personal data; cut to 500 characters
 */
public record Contradiction(Alert.Kind kind, String content) {

    private static final int MAX_CHARACTERS = 500;

    public Contradiction {
        content = content.substring(0, Math.min(content.length(), MAX_CHARACTERS));
    }

    /** Bookings are unclear in the way that {@code flag} names. */
    static Contradiction unclear(OrderFlag flag, String where) {
        return new Contradiction(Alert.Kind.BOOKING_UNCLEAR, (flag + " " + where).trim());
    }

    /** The institution's {@code word} goes against what it said before. */
    static Contradiction conflict(String word) {
        return new Contradiction(Alert.Kind.FEEDBACK_CONFLICT, word);
    }

    /** The stop moment {@code told} is odd in the way that {@code flag} names. */
    static Contradiction oddMoment(OrderFlag flag, Instant told) {
        return new Contradiction(Alert.Kind.STOP_MOMENT_UNCLEAR, flag + " " + told.truncatedTo(ChronoUnit.SECONDS));
    }

    /** What people are told of when {@code event} moves an order: another authority holds the account. */
    static List<Contradiction> in(StopOrderEvent event) {
        return event instanceof StopOrderEvent.Held held
                ? List.of(new Contradiction(
                        Alert.Kind.HELD_BY_OTHER, held.code() + ": a waiting freeze (轮候) is to be proposed"))
                : List.of();
    }

    /** Bookings that were to come have not come in time. */
    static List<Contradiction> incomplete() {
        return List.of(unclear(OrderFlag.BOOKINGS_INCOMPLETE, ""));
    }
}
