package org.stoppayment.cli.command;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids as people paste them, with spaces around. */
final class PastedIds {

    private static final String SPACES = "[\\s\\p{Z}\\p{Cf}]*";
    private static final Pattern ID =
            Pattern.compile(SPACES + "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})" + SPACES);

    private PastedIds() {}

    /** The arguments, each UUID without the spaces around it; all others as they were typed. */
    static List<String> cleaned(List<String> arguments) {
        return arguments.stream().map(PastedIds::cleaned).toList();
    }

    private static String cleaned(String argument) {
        Matcher id = ID.matcher(argument);
        return id.matches() ? id.group(1) : argument;
    }
}
