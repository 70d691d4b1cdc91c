package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.ExitCode;

class DissuasionCommandTest extends CommandTestBase {

    @Test
    void openEntriesAreListedWithAccountNumbersAndMaskedNames() {
        assertThat(terminal.run("dissuasion", "list", "--case", "C")).isZero();

        assertThat(terminal.out())
                .contains("entry of case C", "OPEN", "6222020000000000018", "2,500.00")
                .doesNotContain("陈小明");
        assertThat(terminal.run("dissuasion", "list", "--unmasked")).isZero();
        assertThat(terminal.out()).contains("陈小明");
    }

    @Test
    void shortPageIsFilledFromTheNextPages() {
        assertThat(terminal.run("dissuasion", "list", "--limit", "3")).isZero();

        assertThat(terminal.out().lines().filter(line -> line.contains("entry of case")))
                .hasSize(3)
                .filteredOn(line -> line.contains("entry of case short"))
                .hasSize(2);
        assertThat(terminal.err()).contains("--page full");
    }

    @Test
    void entriesOfAPageAreSortedByLastPayment() {
        assertThat(terminal.run("dissuasion", "list", "--limit", "4", "-o", "wide"))
                .isZero();

        assertThat(terminal.out().lines().skip(1))
                .extracting(line -> line.replaceAll(".*1970-01-01T08:00:0(\\d)\\+08:00.*", "$1"))
                .containsExactly("2", "1", "0", "0");
    }

    @Test
    void unknownCaseExitsWith4AndCaseWithoutEntriesDoesNot() {
        String unknown = "0193a000-0000-7000-8000-00000000ffff";
        services.dissuasion().hasNoneOf(unknown);
        assertThat(terminal.run("dissuasion", "list", "--case", unknown)).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(terminal.err()).contains("not found: case");

        terminal.run("report", ZHANGZHOU + ".report.json");
        String known = terminal.out().strip();
        services.dissuasion().hasNoneOf(known);
        assertThat(terminal.run("dissuasion", "list", "--case", known)).isZero();
        assertThat(terminal.out()).contains("no entries");
    }

    @Test
    void entryIsClaimedReleasedAndClosed() {
        assertThat(terminal.run("dissuasion", "claim", "E1", "--badge", "1")).isZero();
        assertThat(terminal.out()).contains("E1", "CLAIMED");
        assertThat(terminal.run("dissuasion", "release", "E1", "--badge", "1")).isZero();
        assertThat(terminal.run(
                        "dissuasion", "close", "E1", "--badge", "1", "--outcome", "loss_confirmed", "-o", "json"))
                .isZero();
        assertThat(terminal.out()).contains("\"reportSuggested\" : true");
        assertThat(terminal.run("dissuasion", "close", "E1", "--badge", "1", "--outcome", "loss_confirmed"))
                .isZero();
        assertThat(terminal.err()).contains("take a report");
    }

    @Test
    void entryClaimedByAnotherOfficerExitsWith3AndNamesTheOfficer() {
        assertThat(terminal.run("dissuasion", "claim", "E1", "--badge", "late")).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("refused: is with 96110 ***(5)");
    }

    @Test
    void telephoneNumberComesFromTheReportOfThePayer() {
        services.contact("6222020000000000018", "陈小明", "13800000077");

        assertThat(terminal.run("dissuasion", "list", "--limit", "1")).isZero();
        assertThat(terminal.out()).contains("PHONE", "reported in case of 77").doesNotContain("13800000077", "missing");
        assertThat(terminal.run("dissuasion", "list", "--limit", "1", "--unmasked"))
                .isZero();
        assertThat(terminal.out()).contains("13800000077", "陈小明");
        assertThat(terminal.run("dissuasion", "claim", "E1", "--badge", "1", "--unmasked"))
                .isZero();
        assertThat(terminal.out()).contains("13800000077", "CLAIMED");
        assertThat(terminal.run("dissuasion", "list", "--limit", "1", "-o", "json"))
                .isZero();
        assertThat(terminal.out())
                .contains("\"contacts\"", "\"caseId\" : \"case of 77\"")
                .doesNotContain("13800000077", "陈小明", "contactsUnavailable");
    }

    @Test
    void whatACallLacksIsNamed() {
        assertThat(terminal.run("dissuasion", "list", "--limit", "1")).isZero();
        assertThat(terminal.out()).contains("missing: phone");

        services.contact("6222020000000000018", "别的人", "13800000077");
        assertThat(terminal.run("dissuasion", "list", "--limit", "1", "--unmasked"))
                .isZero();
        assertThat(terminal.out())
                .as("the institution told another name")
                .contains("missing: phone", "陈小明")
                .doesNotContain("13800000077", "别的人");
    }

    @Test
    void listIsShownWithoutContactsWhenIntakeIsAway() {
        services.contactsUnavailable();

        assertThat(terminal.run("dissuasion", "list", "--limit", "1")).isZero();
        assertThat(terminal.out()).contains("6222020000000000018", "missing: phone");
        assertThat(terminal.err()).contains("contacts: case-intake could not be asked (UNAVAILABLE)");
        assertThat(terminal.run("dissuasion", "list", "--limit", "1", "-o", "json"))
                .isZero();
        assertThat(terminal.out()).contains("\"contactsUnavailable\" : \"UNAVAILABLE\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dissuasion list --is lost",
                "dissuasion claim E1",
                "dissuasion close E1 --badge 1",
                "dissuasion close E1 --badge 1 --outcome happy"
            })
    void wrongCommandLineExitsWith2(String line) {
        assertThat(terminal.run(line.split(" "))).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dissuasion", "dissuasion list", "dissuasion claim", "dissuasion release", "dissuasion close"})
    void everyCommandExplainsItself(String command) {
        assertThat(terminal.run((command + " --help").split(" "))).isZero();
        assertThat(terminal.out()).startsWith("Usage: stoppay " + command);
    }
}
