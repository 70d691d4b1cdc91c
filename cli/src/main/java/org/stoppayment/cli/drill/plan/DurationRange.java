package org.stoppayment.cli.drill.plan;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of durations, such as {@code 200ms..800ms}, or one duration, such as {@code 5s}.
 *
 * @param leastMillis the shortest
 * @param mostMillis the longest, included
 */
public record DurationRange(long leastMillis, long mostMillis) {

    /** What a text must look like. */
    public static final String FORM = "such as 500ms, 5s, 2m or 200ms..800ms, at most 24h";

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,8})(ms|s|m|h)");
    private static final long LONGEST = Duration.ofHours(24).toMillis();

    public DurationRange {
        if (!isPossible(leastMillis, mostMillis)) {
            throw new IllegalArgumentException(
                    leastMillis + "ms.." + mostMillis + "ms (expected: " + FORM + ", the shorter first)");
        }
    }

    /** Reads a range; throws {@link IllegalArgumentException} with what was expected. */
    public static DurationRange parse(String text) {
        String[] ends = text.strip().split("\\.\\.", -1);
        if (ends.length > 2) {
            throw new IllegalArgumentException(text + " (expected: " + FORM + ")");
        }
        long least = millis(text, ends[0]);
        long most = millis(text, ends[ends.length - 1]);
        if (!isPossible(least, most)) {
            throw new IllegalArgumentException(text + " (expected: " + FORM + ", the shorter first)");
        }
        return new DurationRange(least, most);
    }

    private static boolean isPossible(long leastMillis, long mostMillis) {
        return leastMillis >= 0 && mostMillis >= leastMillis && mostMillis <= LONGEST;
    }

    /** Reads one duration, such as {@code 90s}; throws {@link IllegalArgumentException} with what was expected. */
    public static Duration parseOne(String text) {
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

    /** The number of milliseconds, brought into the range. */
    long clip(long millis) {
        return Math.max(leastMillis, Math.min(mostMillis, millis));
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return leastMillis == mostMillis ? text(leastMillis) : text(leastMillis) + ".." + text(mostMillis);
    }

    private static String text(long millis) {
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }
}
