package org.stoppayment.freeze.shared.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

/**
 * Parses a moment as Postgres writes it in JSON. That is ISO 8601 only in the years 1 to 9999 of the session's time zone: other years
 * have more digits, or {@code BC} after the offset, and very old offsets have seconds. All of these are parsed: one odd moment must
 * not make a whole case unreadable.
 */
public final class StoredMoment {

    private static final long BEFORE_CHRIST = 0;
    private static final long ANNO_DOMINI = 1;
    private static final int MAX_YEAR_DIGITS = 6;
    private static final int FRACTION_DIGITS = 6;
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, MAX_YEAR_DIGITS, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, FRACTION_DIGITS, true)
            .appendOffset("+HH:MM:ss", "+00:00")
            .optionalStart()
            .appendLiteral(' ')
            .appendText(ChronoField.ERA, Map.of(BEFORE_CHRIST, "BC"))
            .optionalEnd()
            .parseDefaulting(ChronoField.ERA, ANNO_DOMINI)
            .toFormatter(Locale.ROOT);

    private StoredMoment() {}

    public static Instant parse(String text) {
        return OffsetDateTime.parse(text, FORM).toInstant();
    }
}
