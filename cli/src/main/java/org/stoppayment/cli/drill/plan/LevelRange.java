package org.stoppayment.cli.drill.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of levels of mules, such as {@code 1..5}, or {@code 3}.
 *
 * @param min the minimum
 * @param max the maximum, inclusive
 */
public record LevelRange(int min, int max) {

    /** The expected form, for error messages. */
    public static final String FORM = "such as 3 or 1..5, 1 to 12";

    private static final int MAX_LEVELS = 12;
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,2})(?:\\.\\.([0-9]{1,2}))?");

    public LevelRange {
        if (!isValid(min, max)) {
            throw new IllegalArgumentException(min + ".." + max + " (expected: " + FORM + ", the fewer first)");
        }
    }

    /** Reads a range; throws {@link IllegalArgumentException} with what was expected. */
    public static LevelRange parse(String text) {
        Matcher matcher = RANGE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text + " (expected: " + FORM + ")");
        }
        int min = Integer.parseInt(matcher.group(1));
        int max = matcher.group(2) == null ? min : Integer.parseInt(matcher.group(2));
        if (!isValid(min, max)) {
            throw new IllegalArgumentException(text + " (expected: " + FORM + ", the fewer first)");
        }
        return new LevelRange(min, max);
    }

    private static boolean isValid(int min, int max) {
        return min >= 1 && max >= min && max <= MAX_LEVELS;
    }

    /** The command line form. */
    @Override
    public String toString() {
        return min == max ? Integer.toString(min) : min + ".." + max;
    }
}
