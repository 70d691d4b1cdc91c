package org.stoppayment.cli.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.cli.text.Texts;
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
            return texts.of(
                    unmatched.isUnknownOption() ? CommandLineText.UNKNOWN_OPTION : CommandLineText.UNMATCHED,
                    String.join(" ", unmatched.getUnmatched()));
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
        String message = String.valueOf(invalid.getMessage());
        ArgSpec argument = invalid.getArgSpec();
        return argument == null || invalid.getValue() == null
                ? texts.of(CommandLineText.NOT_UNDERSTOOD, message)
                : texts.of(
                        CommandLineText.INVALID_VALUE,
                        message,
                        name(argument),
                        invalid.getValue(),
                        String.join("", argument.description()).replace("%%", "%"));
    }

    /** Commands or options of similar names, empty when there are none. */
    String suggestions(ParameterException invalid) {
        List<String> similar =
                invalid instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return similar.isEmpty() ? "" : texts.of(CommandLineText.DID_YOU_MEAN, String.join(", ", similar));
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
