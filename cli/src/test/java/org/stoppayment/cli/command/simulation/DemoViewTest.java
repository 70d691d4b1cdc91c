package org.stoppayment.cli.command.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.command.ChineseScreen;
import org.stoppayment.cli.command.Terminal;
import org.stoppayment.cli.fake.FakeHome;
import org.stoppayment.cli.output.DisplayWidth;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;

class DemoViewTest {

    @TempDir
    private Path directory;

    @Test
    void demoRunsThePublicCasesAndStopsItsSuite() throws IOException {
        Path home = FakeHome.answeringBelow(directory);
        Terminal terminal = new Terminal(home);

        int code = terminal.run("demo", "--exit");

        assertThat(terminal.err()).contains("playing ningbo-ten-levels-6m", "stopped");
        assertThat(code).isZero();
        assertThat(terminal.out())
                .startsWith("8 victims called 110 and reported ")
                .containsPattern("shanghai-corporate-4m +4,000,000\\.00 +██████████ 100 % +\\d+\\.\\d s +\\S")
                .contains(
                        "shanghai-corporate-4m was filed (立案), and ",
                        " frozen (冻结)",
                        "renewed (续冻)",
                        "The terms of the demo are two minutes",
                        "50,000.00 yuan of it was given back (返还) to the account that paid, by",
                        "one officer asked, another approved",
                        "Why: DIRECT_SINGLE",
                        "Nothing needs attention.",
                        "All 8 cases are as their expected.json says.")
                .doesNotContain("fund-recovery");
        assertThat(terminal.out().lines())
                .hasSizeLessThanOrEqualTo(31)
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(80));
        assertThat(Suite.attach(new StateDirectory(home.resolve(".stoppay/demo")), line -> {}))
                .isEmpty();
    }

    @Test
    void treeIsShownWhenAskedFor() throws IOException {
        Terminal terminal = new Terminal(FakeHome.answeringBelow(directory));

        assertThat(terminal.run("demo", "--exit", "--tree", "--lang", "zh")).isZero();
        assertThat(terminal.out())
                .contains(
                        "fund-recovery   已记账",
                        "└─",
                        "8 名受害人拨打 110",
                        "shanghai-corporate-4m 已立案，冻结 ",
                        "已返还至受害人的付款账户",
                        "没有需要处理的事项。");
        ChineseScreen.requireChinese(terminal.out());
        ChineseScreen.requireChinese(terminal.err());
    }

    @Test
    void aCaseThatIsNotAsExpectedExitsWith5() throws IOException {
        Path home = FakeHome.answeringBelow(directory);
        Path expected = home.resolve("cases/zhangzhou-loan-140k.expected.json");
        Files.writeString(expected, Files.readString(expected).replace("IN_EFFECT", "DECLINED"));
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("demo", "--exit", "-o", "json")).isEqualTo(ExitCode.NOT_AS_EXPECTED);
        assertThat(terminal.out()).contains("\"field\" : \"state\"");
    }
}
