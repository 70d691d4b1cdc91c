package org.stoppayment.cli.command;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.cli.suite.Hint;
import org.stoppayment.cli.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the language of the person; the parser itself speaks English only. */
final class CommandLineErrors {

    private static final String HELP = "--help";
    private static final Pattern SENTENCE_END = Pattern.compile("[.。]$");

    private final Texts texts;

    CommandLineErrors(Texts texts) {
        this.texts = texts;
    }

    /** What is wrong: the error, and those that it carries. */
    String message(ParameterException invalid) {
        return Stream.concat(Stream.of(invalid), Stream.of(invalid.getSuppressed()))
                .filter(ParameterException.class::isInstance)
                .map(each -> single((ParameterException) each))
                .collect(Collectors.joining("\n  "));
    }

    private String single(ParameterException invalid) {
        if (invalid instanceof UnmatchedArgumentException unmatched) {
            return texts.of(unmatched(unmatched), String.join(" ", unmatched.getUnmatched()));
        }
        if (invalid instanceof MissingParameterException missing) {
            return texts.of(CommandLineText.MISSING, names(missing.getMissing()));
        }
        if (invalid instanceof MutuallyExclusiveArgsException) {
            return texts.of(CommandLineText.EXCLUSIVE);
        }
        if (invalid instanceof OverwrittenOptionException overwritten) {
            return texts.of(CommandLineText.GIVEN_TWICE, name(overwritten.getOverwritten()));
        }
        ArgSpec argument = invalid.getArgSpec();
        if (argument != null && invalid.getValue() != null) {
            return texts.of(
                    CommandLineText.INVALID_VALUE,
                    String.valueOf(invalid.getMessage()),
                    name(argument),
                    invalid.getValue(),
                    expected(argument));
        }
        return isGroup(invalid.getCommandLine())
                ? texts.of(
                        CommandLineText.NO_COMMAND,
                        String.join(
                                ", ", invalid.getCommandLine().getSubcommands().keySet()))
                : texts.of(CommandLineText.NOT_UNDERSTOOD, String.valueOf(invalid.getMessage()));
    }

    private static CommandLineText unmatched(UnmatchedArgumentException unmatched) {
        if (unmatched.isUnknownOption()) {
            return CommandLineText.UNKNOWN_OPTION;
        }
        return isGroup(unmatched.getCommandLine()) ? CommandLineText.UNKNOWN_COMMAND : CommandLineText.UNMATCHED;
    }

    /** True for a command that only has others below it. */
    private static boolean isGroup(CommandLine command) {
        return !command.getSubcommands().isEmpty()
                && command.getCommandSpec().positionalParameters().isEmpty();
    }

    /** The description of the option, as part of a sentence. */
    private static String expected(ArgSpec argument) {
        return SENTENCE_END
                .matcher(String.join("", argument.description()).replace("%%", "%"))
                .replaceFirst("");
    }

    /** Commands or options of similar names, empty when there are none. */
    String suggestions(ParameterException invalid) {
        List<String> similar =
                invalid instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return similar.isEmpty() ? "" : texts.of(CommandLineText.DID_YOU_MEAN, String.join(", ", similar));
    }

    /** How the command is written, and where its whole help is. The help itself would push the error off the screen. */
    String usage(CommandLine command) {
        CommandLine.Help help = command.getHelp();
        String name = command.getCommandSpec().qualifiedName();
        String below = name.substring(name.indexOf(' ') + 1);
        return help.synopsisHeading()
                + help.synopsis(help.synopsisHeadingLength())
                + texts.of(CommandLineText.SEE_HELP, Hint.of(below.equals(name) ? HELP : below + " " + HELP));
    }

    private static String names(List<ArgSpec> arguments) {
        return arguments.stream().map(CommandLineErrors::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return option.longestName();
        }
        return argument instanceof PositionalParamSpec position ? position.paramLabel() : argument.toString();
    }
}
