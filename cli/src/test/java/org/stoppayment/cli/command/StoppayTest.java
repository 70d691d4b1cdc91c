package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.freeze.v1.PossibleDuplicate;

class StoppayTest extends CommandTestBase {

    @Test
    void reportPrintsOnlyTheCaseIdOnStandardOutput() {
        assertThat(terminal.run("report", ZHANGZHOU + ".report.json")).isZero();
        assertThat(terminal.out().lines()).hasSize(1).allMatch(line -> line.length() == 36);
        assertThat(terminal.err()).contains("accepted");

        String first = terminal.out();
        assertThat(terminal.run("report", ZHANGZHOU + ".report.json")).isZero();
        assertThat(terminal.out()).isEqualTo(first);
        assertThat(terminal.err()).contains("known already");
    }

    @Test
    void acceptedReportIsSaidToWaitWhileFreezeIsAway() {
        services.waitForFreeze();
        assertThat(terminal.run("report", ZHANGZHOU + ".report.json")).isZero();
        assertThat(terminal.err()).contains("accepted, waiting for account-freeze");
        assertThat(terminal.run("get", terminal.out().strip())).isZero();
        assertThat(terminal.err())
                .contains("accepted, waiting for account-freeze")
                .contains("no progress to show: account-freeze does not answer: UNAVAILABLE");
    }

    @Test
    void getShowsWhatWasRestoredIfThereIsAny() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        String caseId = terminal.out().strip();
        terminal.run("get", caseId);
        assertThat(terminal.out()).contains("reported").doesNotContain("restored");
        services.tamper(progress -> progress.toBuilder().setRestoredFen(30_000).build());
        terminal.run("get", caseId);
        assertThat(terminal.out()).contains("  restored 300.00  ");
    }

    @Test
    void getShowsWhatIsFrozenIfThereIsAny() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        String caseId = terminal.out().strip();
        terminal.run("get", caseId);
        assertThat(terminal.out()).doesNotContain("frozen");
        services.tamper(progress -> progress.toBuilder().setFrozenFen(30_000).build());
        terminal.run("get", caseId);
        assertThat(terminal.out()).contains("  frozen 300.00  ");
        terminal.run("--lang", "zh", "get", caseId);
        assertThat(terminal.out()).contains("  已冻结 300.00  ");
    }

    @Test
    void getShowsWhatWasPaidBackIfThereIsAny() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        String caseId = terminal.out().strip();
        terminal.run("get", caseId);
        assertThat(terminal.out()).doesNotContain("returned");
        services.tamper(progress -> progress.toBuilder().setReturnedFen(30_000).build());
        terminal.run("get", caseId);
        assertThat(terminal.out()).contains("  returned 300.00  ");
        terminal.run("--lang", "zh", "get", caseId);
        assertThat(terminal.out()).contains("  资金返还 300.00  ");
    }

    @Test
    void aRefusedReportExitsWith3AndNamesEveryField() {
        assertThat(terminal.typing("{\"requestId\":\"x\"}").run("report", "-")).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err())
                .contains("refused: nothing to act on")
                .contains("transfers: none (expected: a payee account)")
                .contains("victim.phone: missing")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void requestIdIsGeneratedWhenMissing() {
        terminal.typing("{}").run("report", "-");

        assertThat(terminal.err()).containsPattern("made [0-9a-f-]{36}");
    }

    @Test
    void aBrokenFileExitsWith2AndThePosition() throws IOException {
        Path broken = directory.resolve("broken.json");
        Files.writeString(broken, "{\n  \"requestId\": nope\n}");

        assertThat(terminal.run("report", broken.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("broken.json:2:");
    }

    @Test
    void anUnknownCaseExitsWith4() {
        assertThat(terminal.run("get", "00000000-0000-0000-0000-000000000000")).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(terminal.err()).contains("not found");
    }

    @Test
    void unreachableServiceExitsWith1AndItsLogIsNamed() throws IOException {
        int port = server.getPort();
        server.shutdownNow();
        Files.writeString(directory.resolve("state/log/intake.log"), "idle words of intake\n");

        assertThat(terminal.run("list")).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err())
                .contains("cannot be reached", "127.0.0.1:" + port, "see: ./stoppay status --state ")
                .contains("log of intake: " + directory.resolve("state/log/intake.log"))
                .doesNotContain("idle words", "io exception", "\tat ");
    }

    @Test
    void stoppedServiceIsReportedWithTheEndOfItsLogAndAFix() throws IOException {
        server.shutdownNow();
        Files.writeString(directory.resolve("state/log/freeze.log"), "the last words of freeze\n");

        assertThat(terminal.run("alerts")).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err())
                .contains(
                        "freeze does not run; start it again with: ./stoppay up --state " + directory.resolve("state"),
                        "| the last words of freeze");
    }

    @Test
    void missingSuiteIsReportedWithAFix() {
        assertThat(terminal.run("list", "--state", directory.resolve("empty").toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err())
                .contains("no suite runs", "fix: ./stoppay up --detach --state " + directory.resolve("empty"));
    }

    @Test
    void namesAreMaskedUnlessUnmaskedIsGiven() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        String caseId = terminal.out().strip();

        assertThat(terminal.run("get", caseId)).isZero();
        assertThat(terminal.out()).contains("6228480000000000125", "IN_EFFECT", "140,000.00");
        assertThat(terminal.run("get", "-o", "json", caseId)).isZero();
        assertThat(terminal.out()).contains("6228480000000000125").doesNotContain("林某", "350623198804120029");
        assertThat(terminal.run("get", "-o", "json", "--unmasked", caseId)).isZero();
        assertThat(terminal.out()).contains("林某");
    }

    @Test
    void possibleDuplicateReportsAreShownWithTheOtherCase() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        String caseId = terminal.out().strip();
        terminal.run("get", caseId);
        assertThat(terminal.out()).doesNotContain("duplicate");

        services.tamper(progress -> progress.toBuilder()
                .addPossibleDuplicates(PossibleDuplicate.newBuilder()
                        .setTransferId("transfer-0")
                        .setOtherCaseId("another case")
                        .setOtherTransferId("transfer-7"))
                .build());

        terminal.run("get", caseId);
        assertThat(terminal.out())
                .contains("possible duplicate reports")
                .containsPattern("transfer-0 +another case +transfer-7");
    }

    @Test
    void caseThatIsNotConservedIsMarked() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        String caseId = terminal.out().strip();
        terminal.run("get", caseId);
        assertThat(terminal.out()).doesNotContain("NOT CONSERVED");

        services.tamper(progress -> progress.toBuilder().setConserved(false).build());

        terminal.run("get", caseId, "-o", "wide");
        assertThat(terminal.out()).contains("NOT CONSERVED: tell the operators");
    }
}
