package org.stoppayment.cli.drill.plan;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of durations, such as {@code 200ms..800ms}, or one duration, such as {@code 5s}.
 *
 * @param minMillis the minimum
 * @param maxMillis the maximum, inclusive
 */
public record DurationRange(long minMillis, long maxMillis) {

    /** The expected form, for error messages. */
    public static final String FORM = "such as 500ms, 5s, 2m or 200ms..800ms, at most 24h";

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,8})(ms|s|m|h)");
    private static final long MAX_DURATION_MILLIS = Duration.ofHours(24).toMillis();

    public DurationRange {
        if (!isValid(minMillis, maxMillis)) {
            throw new IllegalArgumentException(
                    minMillis + "ms.." + maxMillis + "ms (expected: " + FORM + ", the shorter first)");
        }
    }

    /** Reads a range; throws {@link IllegalArgumentException} with what was expected. */
    public static DurationRange parse(String text) {
        String[] ends = text.strip().split("\\.\\.", -1);
        if (ends.length > 2) {
            throw new IllegalArgumentException(text + " (expected: " + FORM + ")");
        }
        long min = millis(text, ends[0]);
        long max = millis(text, ends[ends.length - 1]);
        if (!isValid(min, max)) {
            throw new IllegalArgumentException(text + " (expected: " + FORM + ", the shorter first)");
        }
        return new DurationRange(min, max);
    }

    private static boolean isValid(long minMillis, long maxMillis) {
        return minMillis >= 0 && maxMillis >= minMillis && maxMillis <= MAX_DURATION_MILLIS;
    }

    /** Reads one duration, such as {@code 90s}; throws {@link IllegalArgumentException} with what was expected. */
    public static Duration parseDuration(String text) {
        return Duration.ofMillis(millis(text, text));
    }

    private static long millis(String text, String end) {
        Matcher matcher = DURATION.matcher(end.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text + " (expected: " + FORM + ")");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> count;
            case "s" -> count * 1_000;
            case "m" -> count * 60_000;
            default -> count * 3_600_000;
        };
    }

    /** Limits a duration to the range. */
    long clip(long millis) {
        return Math.max(minMillis, Math.min(maxMillis, millis));
    }

    /** The command line form. */
    @Override
    public String toString() {
        return minMillis == maxMillis ? text(minMillis) : text(minMillis) + ".." + text(maxMillis);
    }

    private static String text(long millis) {
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }
}
