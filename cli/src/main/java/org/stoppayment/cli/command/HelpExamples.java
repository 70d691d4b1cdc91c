package org.stoppayment.cli.command;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.cli.output.DisplayWidth;
import picocli.CommandLine;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The examples at the end of a command's help. One that is too wide goes on below, so that a shell takes it as it is shown. */
final class HelpExamples {

    private static final String GOES_ON = " \\";
    private static final String INDENT = "      ";

    private HelpExamples() {}

    /** Shows the examples of the command and of its subcommands on lines of at most {@code columns}. */
    static void register(CommandLine line, int columns) {
        Map<String, IHelpSectionRenderer> sections = new HashMap<>(line.getHelpSectionMap());
        sections.put(
                UsageMessageSpec.SECTION_KEY_FOOTER,
                help -> render(help.commandSpec().usageMessage().footer(), columns));
        line.setHelpSectionMap(sections);
    }

    private static String render(String[] examples, int columns) {
        return Arrays.stream(examples)
                .map(example -> example.replace("%%", "%"))
                .flatMap(example -> broken(example, columns))
                .map(example -> example + System.lineSeparator())
                .collect(Collectors.joining());
    }

    /** The example in lines, broken before an option. */
    private static Stream<String> broken(String example, int columns) {
        if (DisplayWidth.of(example) <= columns) {
            return Stream.of(example);
        }
        int option = example.lastIndexOf(" --");
        while (option > 0 && DisplayWidth.of(example.substring(0, option)) > columns - GOES_ON.length()) {
            option = example.lastIndexOf(" --", option - 1);
        }
        return option <= 0 || example.substring(0, option).isBlank()
                ? Stream.of(example)
                : Stream.concat(
                        Stream.of(example.substring(0, option) + GOES_ON),
                        broken(INDENT + example.substring(option + 1), columns));
    }
}
