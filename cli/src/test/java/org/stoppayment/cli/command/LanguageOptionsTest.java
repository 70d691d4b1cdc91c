package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.output.ExitCode;

/** The options for language and time zone, which every command has. */
class LanguageOptionsTest extends CommandTestBase {

    @Test
    void theOptionWinsOverTheEnvironment() {
        terminal.with("LC_ALL", "zh_CN.UTF-8");
        terminal.run("--help");
        assertThat(terminal.out()).contains("用法");
        terminal.run("list", "--lang=en", "--help");
        assertThat(terminal.out()).contains("Usage:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | 未知命令：nonsense",
                "get --nonsense CASE | 未知选项：--nonsense",
                "list --limit 0 | --limit：0 无效（应为：最多显示的行数，1..200。默认：50）",
                "list --lang fr | --lang：fr 无效",
                "list --zone Mars | --zone：Mars 无效",
                "stop again ID --reason r --organisation 110 --badge 1 | 缺少：--reference",
                "get --state a --state b CASE | --state：重复给出",
                "manual resolve ID --reference r --organisation 110 --badge 1 --institution 1 --feedback f | 选项互斥"
            })
    void anInvalidCommandLineIsReportedInTheLanguage(String line, String message) {
        terminal.with("LANG", "zh_CN.UTF-8");

        assertThat(terminal.run(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).startsWith("stoppay: " + message);
    }

    @Test
    void peopleReadMomentsInShanghaiUnlessTheyAskForAnotherZone() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        terminal.run("list");
        assertThat(terminal.out()).contains("+08:00 ").doesNotContain("Z ");
        terminal.run("list", "--zone", "UTC");
        assertThat(terminal.out()).contains("Z ").doesNotContain("+08:00");
    }

    @Test
    void jsonIsInUtcAndInTheNamesOfTheContract() {
        terminal.with("LANG", "zh_CN.UTF-8");
        terminal.run("report", ZHANGZHOU + ".report.json");
        terminal.run("list", "-o", "json", "--zone", "Asia/Tokyo");
        assertThat(terminal.out())
                .contains("Z\"", "\"CHANNEL_CALL_110\"")
                .doesNotContain("+09:00")
                .doesNotContainPattern("\\p{IsHan}");
    }
}
