package org.stoppayment.formats;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses moments and durations; a text of another form is empty. */
final class TimeParser {

    private static final String LOCAL = "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?";
    private static final Pattern MOMENT = Pattern.compile(LOCAL + "([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern SHORT_OFFSET = Pattern.compile("(" + LOCAL + "[+-][0-9]{2})([0-9]{2})?");

    private TimeParser() {}

    /** The moment in {@code text}, RFC 3339. */
    static Optional<Instant> moment(String text) {
        return MOMENT.matcher(text).matches()
                ? tryParse(text, OffsetDateTime::parse).map(OffsetDateTime::toInstant)
                : Optional.empty();
    }

    /** The moment in {@code text}, RFC 3339, or with an offset of ISO 8601 without a colon: {@code +0800} or {@code +08}. */
    static Optional<Instant> momentWithAnyOffset(String text) {
        Matcher shortOffset = SHORT_OFFSET.matcher(text);
        return shortOffset.matches()
                ? moment(shortOffset.group(1) + ":" + Objects.requireNonNullElse(shortOffset.group(2), "00"))
                : moment(text);
    }

    /** The duration in {@code text}, ISO 8601. */
    static Optional<Duration> duration(String text) {
        return tryParse(text, Duration::parse);
    }

    private static <T> Optional<T> tryParse(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException invalid) {
            return Optional.empty();
        }
    }
}
