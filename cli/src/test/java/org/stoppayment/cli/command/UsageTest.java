package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.DisplayWidth;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import picocli.CommandLine.Command;

/** Help texts, and errors of invalid command lines. */
class UsageTest {

    private final Terminal terminal =
            new Terminal(Path.of("..").toAbsolutePath().normalize());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "nonsense --help",
                "case nonsense --help",
                "--nonsense --help",
                "completion fish",
                "report",
                "get",
                "run x.json",
                "run x.json --world x --within soon",
                "run x.json --world x --within 1s..2s",
                "stop lift ID --reason x",
                "stop extend ID --reference x",
                "case withdraw CASE --reason x",
                "case correct CASE --organisation o --badge b --yes",
                "case close CASE --organisation o --badge b --yes",
                "stop again ID",
                "hold freeze CASE --all --document x",
                "hold freeze CASE --all --approver o/b --level province",
                "hold renew ID --document x --level city",
                "hold change ID --sum 1.00",
                "hold release ID",
                "hold resolve ID --code 0000",
                "hold list --limit 0",
                "hold show",
                "hold notice 102100099996",
                "hold unrelated ID --organisation o --badge b",
                "hold notify ID --means sms --organisation o --badge b",
                "objection open 102100099996 6222020000000000018 --organisation o --badge b",
                "objection assign ID --organisation o --badge b",
                "objection decide ID --outcome rejected --organisation o --badge b",
                "objection list --limit 0",
                "objection show",
                "query holder CASE ICBC 6222020000000000018",
                "query watch CASE ICBC 6222020000000000018 --organisation o --badge b",
                "query end --organisation o --badge b",
                "query show",
                "victim show",
                "victim verify CASE --organisation o --badge b",
                "victim loss CASE --evidence x --organisation o --badge b",
                "victim dispute open CASE --organisation o --badge b",
                "victim dispute close --reason r --organisation o --badge b",
                "recovery",
                "recovery c --limit 0",
                "recovery account ICBC",
                "recovery victim",
                "recovery correct c --entry e --organisation o --badge b --yes",
                "recovery differences --limit 0",
                "refund plan ICBC --organisation o --badge b",
                "refund list --limit 0",
                "refund explain",
                "refund submit --organisation o --badge b --yes",
                "refund approve PLAN --document x --organisation o --badge b --yes",
                "refund approve PLAN --level province --organisation o --badge b --yes",
                "refund reject PLAN --organisation o --badge b",
                "refund pay PLAN --wait long --organisation o --badge b --yes",
                "refund receipts --limit 0",
                "refund resolve ID --not-paid --organisation o --badge b",
                "victim account CASE --original --organisation o --badge b",
                "manual resolve ID --reference r",
                "manual resolve ID --reference r --institution 1 --feedback f",
                "list -o xml",
                "list --limit 0",
                "alerts --limit 201",
                "alerts --kind fire",
                "alerts ack --organisation o --badge b",
                "alerts close ID --organisation o --badge b",
                "up --ports some",
                "drill --mule-delay 5",
                "drill --faults many",
                "drill --levels 13",
                "drill --rate 0"
            })
    void invalidCommandLineExitsWith2AndShowsTheExpectedForm(String line) {
        assertThat(terminal.run(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).containsPattern("Usage:|Did you mean");
        assertThat(terminal.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "case file --lang en | missing: --organisation, --badge, CASE | more: ./stoppay case file --help",
                "case file --lang zh | 缺少：--organisation, --badge, CASE | 详细帮助：./stoppay case file --help",
                "hold --lang en | missing: COMMAND (expected: one of propose, freeze, | more: ./stoppay hold --help",
                "hold --lang zh | 缺少命令（应为其中之一：propose, freeze, | 详细帮助：./stoppay hold --help",
                "--lang en list --limit 0 | --limit: 0 (expected: a whole number, 1..200) | more: ./stoppay list --help",
                "--lang zh list --limit 0 | --limit：0 无效（应为：最多显示的行数，1..200。默认：50） | 详细帮助：./stoppay list --help",
                "--lang zh --zone Mars list | --zone：Mars 无效（应为：时区，例如 Asia/Shanghai， | 详细帮助：./stoppay --help",
                "qqqqqqqqqqqqqqqqq --lang en | unknown command: qqqqqqqqqqqqqqqqq | more: ./stoppay --help",
                "qqqqqqqqqqqqqqqqq --lang zh | 未知命令：qqqqqqqqqqqqqqqqq | 详细帮助：./stoppay --help",
                "get CASE more --lang zh | 多余的参数：more | 详细帮助：./stoppay get --help"
            })
    void theErrorStaysOnASmallScreenAboveTheSynopsisAndTheWayToTheHelp(String line, String error, String more) {
        assertThat(terminal.run(line.split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).startsWith("stoppay: " + error).endsWith(more + System.lineSeparator());
        assertThat(terminal.err().lines()).hasSizeLessThan(12);
    }

    @Test
    void missingCommandShowsTheHelpAndExitsWith2() {
        assertThat(terminal.run()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("Exit codes:", "Examples:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up",
                "down",
                "status",
                "doctor",
                "completion",
                "report",
                "supplement",
                "correct",
                "get",
                "list",
                "run",
                "manual",
                "manual list",
                "manual resolve",
                "stop",
                "stop lift",
                "stop extend",
                "stop again",
                "hold",
                "hold propose",
                "hold freeze",
                "hold renew",
                "hold change",
                "hold release",
                "hold resolve",
                "hold list",
                "hold show",
                "hold notice",
                "hold unrelated",
                "hold notify",
                "objection",
                "objection open",
                "objection assign",
                "objection decide",
                "objection list",
                "objection show",
                "query",
                "query holder",
                "query balance",
                "query transactions",
                "query accounts",
                "query watch",
                "query end",
                "query list",
                "query show",
                "victim",
                "victim show",
                "victim verify",
                "victim loss",
                "victim dispute",
                "victim dispute open",
                "victim dispute close",
                "victim agent",
                "recovery",
                "recovery account",
                "recovery victim",
                "recovery correct",
                "recovery differences",
                "refund",
                "refund list",
                "refund plan",
                "refund explain",
                "refund submit",
                "refund approve",
                "refund reject",
                "refund pay",
                "refund receipts",
                "refund resolve",
                "victim account",
                "case",
                "case withdraw",
                "case file",
                "case correct",
                "case close",
                "alerts",
                "alerts ack",
                "alerts close",
                "attention",
                "attention list",
                "attention close",
                "attention watch",
                "institutions",
                "institutions list",
                "trace",
                "watch",
                "dissuasion",
                "mules",
                "demo",
                "drill"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(terminal.run((command + " --help").strip().split(" "))).isZero();
        assertThat(terminal.out()).startsWith(command.isEmpty() ? "Stops stolen money" : "Usage: stoppay " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void helpFitsATerminalOf80Columns(String language) {
        assertThat(commands(Stoppay.class, "")).hasSizeGreaterThan(30).allSatisfy(command -> {
            terminal.run((command + " --help --lang " + language).strip().split(" "));
            assertThat(terminal.out().lines()).as(command).allSatisfy(line -> assertThat(DisplayWidth.of(line))
                    .as(line)
                    .isLessThanOrEqualTo(80));
        });
    }

    private static List<String> commands(Class<?> command, String name) {
        List<String> all = new ArrayList<>(List.of(name));
        for (Class<?> each : CommandTree.below(command)) {
            all.addAll(commands(
                    each, (name + " " + each.getAnnotation(Command.class).name()).strip()));
        }
        return all;
    }

    @Test
    void errorIsAnObjectForAProgramThatAsksForJson() throws Exception {
        assertThat(terminal.run("list", "--limit", "many", "-o", "json")).isEqualTo(ExitCode.USAGE);

        JsonNode error = Json.MAPPER.readTree(terminal.err());
        assertThat(error.path("exitCode").asInt()).isEqualTo(ExitCode.USAGE);
        assertThat(error.path("code").asText()).isEqualTo("COMMAND_LINE_INVALID");
        assertThat(error.path("lines").get(0).asText()).startsWith("--limit: many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completionScriptNamesEveryCommand(String shell) {
        assertThat(terminal.run("completion", shell)).isZero();
        assertThat(terminal.out()).contains("complete -F", "dissuasion", "withdraw", "--unmasked");
    }

    @Test
    void everyCommandHasAShortSummarySentence() {
        terminal.run("--help");
        assertThat(terminal.out()).contains("Plays the public cases in a suite of its own.");

        assertThat(summaries(Stoppay.class, "stoppay"))
                .hasSizeGreaterThan(15)
                .allSatisfy(summary -> assertThat(summary).hasSizeLessThan(100).endsWith("."));
    }

    private static List<String> summaries(Class<?> command, String name) {
        List<String> summaries = new ArrayList<>();
        for (Class<?> each : CommandTree.below(command)) {
            Command told = each.getAnnotation(Command.class);
            summaries.add(name + " " + told.name() + ": " + told.description()[0]);
            summaries.addAll(summaries(each, name + " " + told.name()));
        }
        return summaries;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "many"})
    void limitOutOfRangeIsReportedWithTheRange(String limit) {
        terminal.run("list", "--limit", limit);

        assertThat(terminal.err()).startsWith("stoppay: --limit: " + limit + " (expected: a whole number, 1..200)");
    }
}
