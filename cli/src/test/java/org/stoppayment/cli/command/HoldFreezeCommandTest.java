package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.intake.v1.ReportedTransfer;

/** Freezes are ordered for one account of a case, or for all that are proposed; what is ordered is shown and asked first. */
class HoldFreezeCommandTest extends HoldFreezeCommandTestBase {

    @Test
    void accountIsFrozenForTheCasesMoneyAfterTheYes() {
        terminal.answering("y\n");

        assertThat(hold("freeze", caseId, MULE)).isZero();

        assertThat(terminal.err())
                .containsSubsequence(
                        "this would be ordered:",
                        "account   " + MULE + " at " + BANK,
                        "sum       limited to the case's money on the account",
                        "term      6 months",
                        "document  " + DIGEST,
                        "approved  by Shanghai police/Huangpu ***(6), COUNTY",
                        "Freeze it for case " + caseId + "? [y/N]",
                        "stoppay hold show freeze of " + MULE)
                .doesNotContain("100001");
        assertThat(terminal.out()).contains("freeze of " + MULE, "REQUESTED");
        assertThat(services.holds().orders()).containsExactly(expected(MULE).build());
    }

    @Test
    void accountMayBeNamedByTheNumberOfATransfer() {
        assertThat(hold("freeze", caseId, "1", "--limited", "120,000.50", "--reason", "remark", "--yes"))
                .isZero();

        assertThat(terminal.err()).contains("sum       limited to 120,000.50", "reason    remark");
        assertThat(services.holds().orders())
                .containsExactly(expected(MULE)
                        .setAmountFen(12_000_050)
                        .setReason("remark")
                        .build());
    }

    @Test
    void wholeAccountOfAMajorCaseIsFrozenForAYear() {
        assertThat(hold("freeze", caseId, MULE, "--full", "--reason", "of the ring", "--major", "--yes"))
                .isZero();

        assertThat(terminal.err()).contains("the whole account, with what comes in later", "term      1 year");
        assertThat(services.holds().orders())
                .containsExactly(expected(MULE)
                        .setMode(FreezeMode.FREEZE_MODE_FULL)
                        .setReason("of the ring")
                        .setMajorCase(true)
                        .build());
    }

    @Test
    void digestOfTheDocumentIsComputedHere() throws IOException {
        Path document = Files.writeString(directory.resolve("order.pdf"), "abc");

        assertThat(terminal.run(
                        "hold",
                        "freeze",
                        caseId,
                        MULE,
                        "--document",
                        document.toString(),
                        "--approver",
                        "Shanghai police/100001",
                        "--level",
                        "city",
                        "--yes"))
                .isZero();

        assertThat(services.holds().orders())
                .extracting(OrderFreezeRequest::getDocumentDigest)
                .containsExactly("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void institutionIsThatOfTheOrderWhereTheCaseHasTheAccount() {
        services.tamper(progress -> progress.toBuilder()
                .addOrders(StopOrder.newBuilder()
                        .setAccount(Account.newBuilder().setNumber(SECOND).setInstitutionCode("308584000013")))
                .build());

        assertThat(hold("freeze", caseId, "6214 8300 0000 0000 018", "--yes")).isZero();
        assertThat(services.holds().orders())
                .containsExactly(
                        expected(SECOND).setInstitutionCode("308584000013").build());

        assertThat(hold("freeze", caseId, SECOND, "--institution", "103100000026", "--yes"))
                .isZero();
        assertThat(services.holds().orders().get(1).getInstitutionCode()).isEqualTo(BANK);
    }

    @Test
    void accountThatSeveralInstitutionsHaveNeedsItsInstitution() {
        services.tamper(progress -> progress.toBuilder()
                .addOrders(StopOrder.newBuilder()
                        .setAccount(Account.newBuilder().setNumber(MULE).setInstitutionCode("308584000013")))
                .build());

        assertThat(hold("freeze", caseId, MULE, "--yes")).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains("--institution: not given (expected: one of 308584000013, " + BANK);
        assertThat(services.holds().orders()).isEmpty();
    }

    @Test
    void accountThatTheCaseDoesNotKnowIsNotFrozenAndNotShown() {
        assertThat(hold("freeze", caseId, THIRD, "--yes")).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err())
                .contains("ACCOUNT: 62***14 is not known in the case")
                .doesNotContain(THIRD);
        assertThat(services.holds().orders()).isEmpty();
    }

    @Test
    void transferThatWasCorrectedNamesItsLastCorrection() {
        services.tamperCase(found -> found.toBuilder()
                .addTransfers(ReportedTransfer.newBuilder()
                        .setTransferId("second")
                        .setCorrectsTransferId("transfer-0")
                        .setTransfer(Transfer.newBuilder().setAmountFen(1)))
                .build());

        assertThat(hold("freeze", caseId, "1", "--yes")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("transfer 1 was corrected (expected: its last correction, 2)");
        assertThat(hold("freeze", caseId, "2", "--yes")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("transfer 2 names no account");
        assertThat(hold("freeze", caseId, "3", "--yes")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("transfer 3 (expected: 1..2");
        assertThat(services.holds().orders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CASE | ACCOUNT, --all: expected exactly one of them",
                "CASE 1 --all | ACCOUNT, --all: expected exactly one of them",
                "CASE --all --limited 5 | --all: with --limited, --full or --institution",
                "CASE --all --institution ICBC | --all: with --limited, --full or --institution",
                "CASE 1 --limited 5 --full --reason r | --limited, --full: both given",
                "CASE 1 --full | --reason: not given (expected with --full",
                "CASE 1 --limited 0 | --limited: 0 (expected: yuan such as 140,000.00",
                "CASE 1 --limited 14e3 | --limited: 14e3 (expected: yuan",
                "CASE 1 --document x | --document, --digest: both given",
                "CASE ** | ACCOUNT: ***(2) (expected: a transfer of the case"
            })
    void wrongCommandLineSaysWhatIsExpected(String options, String expected) {
        assertThat(hold(("freeze " + options.replace("CASE", caseId) + " --yes").split(" ")))
                .isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(expected);
        assertThat(services.holds().orders()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shanghai police", "/100001", "Shanghai police/", "/"})
    void approverIsAnOrganisationAndABadge(String approver) {
        assertThat(terminal.run(
                        "hold",
                        "freeze",
                        caseId,
                        MULE,
                        "--digest",
                        DIGEST,
                        "--approver",
                        approver,
                        "--level",
                        "city",
                        "--yes"))
                .isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains("--approver: ", "(expected: ORGANISATION/BADGE");
        assertThat(services.holds().orders()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n\n", "\n", "", "maybe\n"})
    void anythingElseThanYesOrdersNothing(String typed) {
        terminal.answering(typed);

        assertThat(hold("freeze", caseId, MULE)).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("nothing was sent");
        proposeThree();
        assertThat(hold("freeze", caseId, "--all")).isEqualTo(ExitCode.FAILED);
        assertThat(services.holds().orders()).isEmpty();
    }

    @Test
    void withoutATerminalYesIsRequired() {
        terminal.typing("y\n");

        assertThat(hold("freeze", caseId, MULE)).isEqualTo(ExitCode.USAGE);
        assertThat(hold("freeze", caseId, "--all")).isEqualTo(ExitCode.USAGE);
        assertThat(services.holds().orders()).isEmpty();
    }

    @Test
    void refusalOfOneAccountIsExplained() {
        services.holds().fail(MULE, Code.FAILED_PRECONDITION);

        assertThat(hold("freeze", caseId, MULE, "--yes")).isEqualTo(ExitCode.REFUSED);

        assertThat(terminal.err()).contains("refused: the order fails", "reason: ALREADY_FROZEN");
        assertThat(terminal.out()).isEmpty();
    }
}
