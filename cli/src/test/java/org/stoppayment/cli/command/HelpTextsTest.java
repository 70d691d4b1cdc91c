package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.cli.output.DisplayWidth;
import org.stoppayment.cli.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help of every command, in both languages. */
class HelpTextsTest {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Terminal terminal =
            new Terminal(Path.of("..").toAbsolutePath().normalize());

    static Stream<CommandSpec> commands() {
        return all(Stoppay.commandLine(new Terminal(Path.of("")).context())).stream();
    }

    private static List<CommandSpec> all(CommandLine line) {
        List<CommandSpec> found = new ArrayList<>(List.of(line.getCommandSpec()));
        line.getSubcommands().values().forEach(each -> found.addAll(all(each)));
        return found;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfACommandIsWhollyInItsLanguage(CommandSpec command) {
        List<String> path = new ArrayList<>(List.of(command.qualifiedName().split(" ")));
        path.remove(0);
        path.add("--help");

        assertThat(terminal.run(path.toArray(String[]::new))).isZero();
        assertThat(terminal.out()).contains("Usage: stoppay");
        path.addAll(List.of("--lang", "zh"));
        assertThat(terminal.run(path.toArray(String[]::new))).isZero();
        assertThat(terminal.out()).contains("用法：stoppay", "显示本帮助并退出。").doesNotContain("Usage", "Example", "Default");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyParagraphOfTheHelpHasAChineseText(CommandSpec command) {
        HelpTexts.bundle(Language.ZH).ifPresent(command::resourceBundle);
        UsageMessageSpec usage = command.usageMessage();
        List<String> paragraphs = new ArrayList<>(List.of(
                String.join("", usage.header()) + String.join("", usage.description()),
                usage.synopsisHeading(),
                usage.commandListHeading()));
        if (!usage.footerHeading().isEmpty()) {
            paragraphs.add(usage.footerHeading());
        }
        command.args().stream()
                .filter(argument -> !argument.hidden())
                .map(ArgSpec::description)
                .forEach(lines -> paragraphs.add(String.join("", lines)));
        usage.exitCodeList().values().forEach(paragraphs::add);

        assertThat(paragraphs).allSatisfy(paragraph -> assertThat(paragraph).containsPattern(HAN));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anExampleIsShownAsAShellTakesIt(CommandSpec command) {
        List<String> path = new ArrayList<>(List.of(command.qualifiedName().split(" ")));
        path.remove(0);
        for (Language language : Language.values()) {
            List<String> line = new ArrayList<>(path);
            line.addAll(List.of("--help", "--lang", language.name()));
            assertThat(terminal.run(line.toArray(String[]::new))).isZero();
            String[] shown = terminal.out().split("(?m)^(示例：|Examples?:)$");
            for (String example : shown[shown.length - 1].lines().skip(1).toList()) {
                assertThat(DisplayWidth.of(example)).as(example).isLessThanOrEqualTo(80);
                if (shown.length > 1 && !example.isBlank()) {
                    assertThat(example).matches("  .*|\\S.*[.。]");
                }
            }
        }
    }

    /** The parser breaks a line of Chinese in the middle of a word. */
    @ParameterizedTest
    @MethodSource("commands")
    void noLineOfAChineseDescriptionIsBroken(CommandSpec command) {
        HelpTexts.bundle(Language.ZH).ifPresent(command::resourceBundle);

        assertThat(command.usageMessage().description())
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(77));
    }

    @Test
    void everyChineseTextReplacesAnEnglishOneWithTheSameExamples() {
        Map<String, String> chinese = new HashMap<>();
        HelpTexts.bundle(Language.ZH)
                .ifPresent(bundle -> bundle.keySet().forEach(key -> chinese.put(key, bundle.getString(key))));
        Set<String> unused = new HashSet<>(chinese.keySet());
        commands().forEach(command -> unused.removeAll(keys(command)));
        unused.removeIf(key -> key.matches("(usage|mixinStandardHelpOptions)\\..*"));

        assertThat(unused).isEmpty();
    }

    /** The keys that a command can use, as the manual of the parser lists them. */
    private static Set<String> keys(CommandSpec command) {
        String name = command.qualifiedName(".");
        UsageMessageSpec usage = command.usageMessage();
        Set<String> keys = new HashSet<>(Set.of(name + ".usage.footerHeading", name + ".usage.exitCodeListHeading"));
        addLines(keys, name + ".usage.header", usage.header().length);
        addLines(keys, name + ".usage.description", usage.description().length);
        addLines(keys, name + ".usage.footer", usage.footer().length);
        for (int i = 0; i < usage.exitCodeList().size(); i++) {
            keys.add(name + ".usage.exitCodeList." + i);
        }
        command.options().forEach(option -> {
            String key = option.longestName().replaceFirst("^-+", "");
            addLines(keys, key, option.description().length);
            addLines(keys, name + "." + key, option.description().length);
        });
        command.positionalParameters().forEach(position -> {
            String key = position.paramLabel() + "[" + position.index() + "]";
            addLines(keys, key, position.description().length);
            addLines(keys, name + "." + key, position.description().length);
        });
        return keys;
    }

    private static void addLines(Set<String> keys, String key, int lines) {
        if (lines == 1) {
            keys.add(key);
        }
        for (int i = 0; lines > 1 && i < lines; i++) {
            keys.add(key + "." + i);
        }
    }
}
