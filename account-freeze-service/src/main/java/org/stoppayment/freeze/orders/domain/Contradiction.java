package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stoppayment.freeze.alerts.domain.Alert;

/**
 * Something that an institution reports and a person should look at. Alerted once for each order, kind and content, however often
 * the institution repeats it, and whatever was alerted before.
 *
 * @param kind of the alert
 * @param content what exactly, without personal data; cut to 500 characters
 */
public record Contradiction(Alert.Kind kind, String content) {

    private static final int MAX_CHARACTERS = 500;
    private static final Pattern FIELD_NAME =
            Pattern.compile("[A-Za-z._\\[\\]]{1,40}([0-9]{1,3}[A-Za-z._\\[\\]]{1,40}){0,3}");

    public Contradiction {
        content = content.substring(0, Math.min(content.length(), MAX_CHARACTERS));
    }

    /** Bookings are unclear, as {@code flag} says. */
    static Contradiction unclear(OrderFlag flag, String where) {
        return new Contradiction(Alert.Kind.BOOKING_UNCLEAR, (flag + " " + where).trim());
    }

    /** These fields of the feedback that stopped the account are missing or cannot be read. */
    static Contradiction unreadable(List<String> fields) {
        return new Contradiction(Alert.Kind.BOOKING_UNCLEAR, "FEEDBACK_UNREADABLE " + String.join(" ", fields));
    }

    /** The institution contradicts what it said before. */
    static Contradiction conflict(String summary) {
        return new Contradiction(Alert.Kind.FEEDBACK_CONFLICT, summary);
    }

    /** The {@code reported} stop moment is odd, as {@code flag} says. */
    static Contradiction oddMoment(OrderFlag flag, Instant reported) {
        return new Contradiction(Alert.Kind.STOP_MOMENT_UNCLEAR, flag + " " + reported.truncatedTo(ChronoUnit.SECONDS));
    }

    /** What people are alerted to when {@code event} moves an order: nothing of ours holds the account. */
    static List<Contradiction> in(StopOrderEvent event) {
        if (event instanceof StopOrderEvent.Held held) {
            return List.of(new Contradiction(
                    Alert.Kind.HELD_BY_OTHER, held.code() + ": a waiting freeze (轮候) is to be proposed"));
        }
        return event instanceof StopOrderEvent.Declined declined ? List.of(declined(declined)) : List.of();
    }

    /** The names of the fields that did not match; what does not look like one may be a value, and is left out. */
    private static Contradiction declined(StopOrderEvent.Declined declined) {
        String names = declined.mismatched().stream()
                .map(name -> FIELD_NAME.matcher(name).matches() ? name : "?")
                .collect(Collectors.joining(" "));
        return new Contradiction(Alert.Kind.ORDER_DECLINED, (declined.code() + " " + names).trim());
    }

    /** Announced bookings have not come in time. */
    static List<Contradiction> incomplete() {
        return List.of(unclear(OrderFlag.BOOKINGS_INCOMPLETE, ""));
    }
}
