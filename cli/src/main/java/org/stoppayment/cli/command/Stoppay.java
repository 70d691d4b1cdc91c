package org.stoppayment.cli.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.OutputOption;
import org.stoppayment.cli.command.common.StateOption;
import org.stoppayment.cli.command.common.TypedOption;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Failure;
import org.stoppayment.cli.suite.Hint;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root command. */
@Command(
        name = "stoppay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Stops stolen money at the banks while the 110 call still lasts.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay demo                       everything once, with simulated banks",
            "  stoppay up --detach                start the suite and leave it running",
            "  stoppay report case.report.json    send a 110 report",
            "  stoppay get CASE                   where its stop orders stand",
            "  stoppay trace CASE                 where its money went, level by level",
            "  stoppay watch CASE                 the same, live",
            "  stoppay run cases/zhangzhou-loan-140k.report.json \\",
            "      --world cases/zhangzhou-loan-140k.world.json \\",
            "      --expect cases/zhangzhou-loan-140k.expected.json",
            "  stoppay drill --seed 7             race the suite against simulated rings",
            "  stoppay down                       stop it again",
            "",
            "Results go to standard output, progress and errors to standard error."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:any other failure",
            "2:wrong command line or input file",
            "3:the service refused the request",
            "4:no such case or order",
            "5:the case or the institution is not as expected",
            "6:the case was not settled within 60 s",
            "141:the reader of the result closed the pipe"
        })
public final class Stoppay {

    /** Three less than the 80 of a terminal: the parser counts the Chinese heading of a synopsis as half as wide as it is. */
    private static final int HELP_COLUMNS = 77;

    @Mixin
    private LanguageOptions language = new LanguageOptions();

    @Mixin
    private StateOption state;

    @Mixin
    private OutputOption output;

    private Stoppay(Context context) {
        this.state = context.state();
        this.output = context.output();
    }

    /** Runs one command line and returns its exit code. */
    public static int run(Context given, String... arguments) {
        List<String> typed = PastedIds.cleaned(List.of(arguments));
        Context context = given.in(LanguageOptions.texts(typed, given.environment())
                .typedAs(Hint.beginning(
                        TypedOption.value(StateOption.NAME, typed).map(Path::of))));
        boolean json = OutputOption.isJson(typed);
        FailurePrinter failures = new FailurePrinter(context.console(), json);
        Optional<CliException> lost = LostCharacters.in(typed, given.environment());
        if (lost.isPresent()) {
            failures.print(Failure.of(lost.get(), context.console().texts()));
            return ExitCode.USAGE;
        }
        CommandLine line = commandLine(context, Subcommands.neededBy(typed));
        CommandLineErrors errors = new CommandLineErrors(context.console().texts());
        line.setExecutionStrategy(parsed -> {
            requireMatched(parsed);
            requireOnce(parsed, new HashSet<>());
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setParameterExceptionHandler((invalid, all) -> {
            failures.print(Failure.of(
                    CliException.usage(errors.message(invalid)),
                    context.console().texts()));
            if (json) {
                return ExitCode.USAGE;
            }
            String suggestions = errors.suggestions(invalid);
            context.console().progress(suggestions.isEmpty() ? errors.usage(invalid.getCommandLine()) : suggestions);
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((thrown, command, parsed) -> {
            Failure failure = Failure.of(thrown, context.console().texts());
            failures.print(failure);
            return failure.exitCode();
        });
        if (arguments.length == 0) {
            line.usage(context.console().err());
            return ExitCode.USAGE;
        }
        return requireWritten(context.console(), failures, line.execute(typed.toArray(String[]::new)));
    }

    /** What the parser lets pass when help is asked for: a command that does not exist has no help. */
    private static void requireMatched(ParseResult parsed) {
        if (!parsed.unmatched().isEmpty()) {
            throw new UnmatchedArgumentException(parsed.commandSpec().commandLine(), parsed.unmatched());
        }
        if (parsed.hasSubcommand()) {
            requireMatched(parsed.subcommand());
        }
    }

    /** The parser counts an option once for each command on the line, but those of every command have one value. */
    private static void requireOnce(ParseResult parsed, Set<String> given) {
        for (OptionSpec option : parsed.matchedOptions()) {
            if (option.scopeType() == ScopeType.INHERIT && !given.add(option.longestName())) {
                throw new OverwrittenOptionException(
                        parsed.commandSpec().commandLine(), option, option.longestName() + ": given twice");
            }
        }
        if (parsed.hasSubcommand()) {
            requireOnce(parsed.subcommand(), given);
        }
    }

    /** All commands, with the help in the language of the context. */
    static CommandLine commandLine(Context context) {
        return commandLine(context, Subcommands.all());
    }

    private static CommandLine commandLine(Context context, List<Class<?>> subcommands) {
        CommandFactory factory = new CommandFactory(context);
        CommandLine line = new CommandLine(new Stoppay(context), factory);
        subcommands.forEach(subcommand -> line.addSubcommand(new CommandLine(subcommand, factory)));
        line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(HELP_COLUMNS)
                .setOut(new PrintWriter(context.console().out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(context.console().err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setDefaultValueProvider(new EnvironmentDefaults(context.environment()));
        DurationConverter.register(line);
        HelpExamples.register(line, HELP_COLUMNS);
        HelpTexts.bundle(context.console().texts().language()).ifPresent(line::setResourceBundle);
        return line;
    }

    /** Changes success to a failure when output of picocli itself, such as the help, could not be written. */
    private static int requireWritten(Console console, FailurePrinter failures, int exitCode) {
        try {
            console.requireWritten();
            return exitCode;
        } catch (CliException lost) {
            if (exitCode == ExitCode.OK) {
                failures.print(Failure.of(lost, console.texts()));
                return lost.exitCode();
            }
            return exitCode;
        }
    }
}
