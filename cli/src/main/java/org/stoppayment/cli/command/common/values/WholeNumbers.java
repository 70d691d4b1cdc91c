package org.stoppayment.cli.command.common.values;

/** Reads whole numbers on the command line; errors name the range. */
public final class WholeNumbers {

    private WholeNumbers() {}

    /** The number; throws {@link IllegalArgumentException} with what was typed and what was expected. */
    public static long parse(String text, long min, long max) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, like a number out of range.
        }
        String shown = text.isBlank() ? "empty" : text;
        throw new IllegalArgumentException(shown + " (expected: a whole number, " + min + ".." + max + ")");
    }
}
