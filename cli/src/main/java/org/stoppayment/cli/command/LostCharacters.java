package org.stoppayment.cli.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stoppayment.cli.output.CliException;

/**
 * Characters that were lost before the command saw them, because the terminal writes another encoding than the locale says. A name of
 * which half is lost must not reach a bank.
 */
final class LostCharacters {

    /** What Java reads in place of bytes that are no character. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final String OWN_VARIABLES = "STOPPAY";

    private LostCharacters() {}

    /** Names the first argument, by its number, or else the first variable of the command in which some were lost. */
    static Optional<CliException> in(List<String> arguments, Map<String, String> environment) {
        Stream<CliException> typed = IntStream.range(0, arguments.size())
                .filter(i -> isLossy(arguments.get(i)))
                .mapToObj(i -> CliException.usage(CommandLineText.LOST_IN_ARGUMENT, i + 1));
        Stream<CliException> set = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(OWN_VARIABLES) && isLossy(variable.getValue()))
                .map(variable -> CliException.usage(CommandLineText.LOST_IN_VARIABLE, variable.getKey()));
        return Stream.concat(typed, set).findFirst();
    }

    private static boolean isLossy(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }
}
