package org.stoppayment.cli.command.common;

/** How whole numbers on the command line are read; what is wrong with one is said with its range. */
public final class WholeNumbers {

    private WholeNumbers() {}

    /** The number; throws {@link IllegalArgumentException} with what was typed and what was expected. */
    public static long parse(String text, long least, long most) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // said below, as for a number that is out of range
        }
        String shown = text.isBlank() ? "empty" : text;
        throw new IllegalArgumentException(shown + " (expected: a whole number, " + least + ".." + most + ")");
    }
}
