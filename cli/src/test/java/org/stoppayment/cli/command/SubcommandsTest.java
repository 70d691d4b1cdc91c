package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.command.cases.ListCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The parser is given the command that was typed; nothing that a person sees depends on that. */
class SubcommandsTest {

    private final Terminal terminal = new Terminal(Path.of(""));

    static Stream<String> names() {
        return Subcommands.all().stream()
                .map(command -> command.getAnnotation(Command.class).name());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCommandThatIsTypedFirstHasTheSameHelpAsAmongAllOthers(String name) {
        Map<String, CommandLine> all = Stoppay.commandLine(terminal.context()).getSubcommands();

        terminal.run(name, "--help");

        assertThat(terminal.out()).isEqualTo(all.get(name).getUsageMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "list --help", "list --state get"})
    void aTypedCommandIsTheOnlyOneThatTheParserReads(String line) {
        assertThat(Subcommands.neededBy(List.of(line.split(" ")))).containsExactly(ListCommand.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lst", "--help", "--lang zh list", "completion bash"})
    void anyOtherLineIsReadWithAllCommands(String line) {
        assertThat(Subcommands.neededBy(List.of(line.split(" ")))).isEqualTo(Subcommands.all());
    }
}
