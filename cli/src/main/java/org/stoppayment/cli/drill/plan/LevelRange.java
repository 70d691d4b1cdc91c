package org.stoppayment.cli.drill.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How deep rings go, such as {@code 1..5}, or {@code 3}.
 *
 * @param least fewest levels of mules
 * @param most most levels
 */
public record LevelRange(int least, int most) {

    /** What a text must look like. */
    public static final String FORM = "such as 3 or 1..5, 1 to 12";

    private static final int DEEPEST = 12;
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,2})(?:\\.\\.([0-9]{1,2}))?");

    public LevelRange {
        if (!isPossible(least, most)) {
            throw new IllegalArgumentException(least + ".." + most + " (expected: " + FORM + ", the fewer first)");
        }
    }

    /** Reads a range; throws {@link IllegalArgumentException} with what was expected. */
    public static LevelRange parse(String text) {
        Matcher matcher = RANGE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text + " (expected: " + FORM + ")");
        }
        int least = Integer.parseInt(matcher.group(1));
        int most = matcher.group(2) == null ? least : Integer.parseInt(matcher.group(2));
        if (!isPossible(least, most)) {
            throw new IllegalArgumentException(text + " (expected: " + FORM + ", the fewer first)");
        }
        return new LevelRange(least, most);
    }

    private static boolean isPossible(int least, int most) {
        return least >= 1 && most >= least && most <= DEEPEST;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return least == most ? Integer.toString(least) : least + ".." + most;
    }
}
