package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.ExitCode;

/** Alerts are listed with what they are about, acknowledged and closed. */
class AlertsCommandTest extends CommandTestBase {

    private static final String[] OFFICER = {"--organisation", "110", "--badge", "100234"};

    @Test
    void alertIsShownWithItsCaseOrderBankSumAndText() {
        assertThat(terminal.run("alerts", "-o", "wide")).isZero();

        assertThat(terminal.out())
                .contains("warned", "placing", "alone", "102100099996 ICBC", "467.00")
                .contains("the stop ends at 2026-03-03T16:00:00+08:00 and no freeze has taken over: act now")
                .contains("OPEN");
        assertThat(terminal.err()).contains("--page next");
    }

    @Test
    void alertIsShownInChinese() {
        terminal.with("LANG", "zh_CN.UTF-8");

        assertThat(terminal.run("alerts")).isZero();

        assertThat(terminal.out())
                .contains("102100099996 中国工商银行", "止付将于", "未处理")
                .doesNotContain("freeze");
    }

    @Test
    void alertsAreFilteredByKindAndState() {
        assertThat(terminal.run("alerts", "--kind", "order_manual,claim_unheld", "--is", "closed", "--since", "12h"))
                .isZero();

        assertThat(terminal.out()).contains("ORDER_MANUAL", "waits for a person: NO_ROUTE", "CLOSED");
    }

    @Test
    void unknownKindIsRefusedWithTheKindsThatThereAre() {
        assertThat(terminal.run("alerts", "--kind", "fire")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--kind", "fire", "order_failing", "nothing_held");
    }

    @Test
    void alertsAreAcknowledgedOneByOneAndTheBadgeIsMasked() {
        assertThat(terminal.run("alerts", "ack", "one", "two", "--organisation", "110", "--badge", "100234"))
                .isZero();

        assertThat(terminal.out())
                .contains("alert one: acknowledged by 110 ", "alert two: acknowledged by 110 ")
                .doesNotContain("100234");
    }

    @Test
    void alertIsClosedWithAReason() {
        assertThat(terminal.run(
                        "alerts", "close", "one", "--reason", "frozen", OFFICER[0], OFFICER[1], OFFICER[2], OFFICER[3]))
                .isZero();

        assertThat(terminal.out()).contains("alert one: closed by 110 ", ": frozen");
        assertThat(terminal.run(
                        "alerts",
                        "close",
                        "closed",
                        "--reason",
                        "frozen",
                        OFFICER[0],
                        OFFICER[1],
                        OFFICER[2],
                        OFFICER[3]))
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void officerIsTakenFromTheEnvironmentUnlessAnOptionSaysOtherwise() {
        terminal.with("STOPPAY_ORGANISATION", "110 desk").with("STOPPAY_BADGE", "100234");
        assertThat(terminal.run("alerts", "ack", "one", "--unmasked")).isZero();
        assertThat(terminal.out()).contains("acknowledged by 110 desk 100234");

        assertThat(terminal.run("alerts", "ack", "one", "--badge", "100235", "--unmasked"))
                .isZero();
        assertThat(terminal.out()).contains("acknowledged by 110 desk 100235");
    }

    @Test
    void emptyVariableIsNoOfficer() {
        terminal.with("STOPPAY_ORGANISATION", "110 desk").with("STOPPAY_BADGE", "");

        assertThat(terminal.run("alerts", "ack", "one")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).startsWith("stoppay: missing: --badge" + System.lineSeparator());
    }

    @Test
    void officerIsRequired() {
        assertThat(terminal.run("alerts", "ack", "one")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--organisation", "--badge");
    }
}
