package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.ReportedTransfer;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;

/** A transfer is corrected by its number and what is given for it. */
class CorrectCommandTest extends CorrectionTestBase {

    @Test
    void fieldsThatAreGivenChangeAndTheRestStaysAsReported() {
        assertThat(terminal.typing("yes\n")
                        .run(
                                "correct",
                                caseId,
                                "1",
                                "--name",
                                "陈东",
                                "--number",
                                "6214 8300-0000 0000 018",
                                "--bank",
                                "招行",
                                "--amount",
                                "14,000.50"))
                .isZero();

        Transfer.Builder expected = reported().toBuilder().setAmountFen(1_400_050);
        expected.getPayeeBuilder()
                .setName("陈东")
                .setNumber("6214830000000000018")
                .setInstitutionCode("308584000013");
        assertThat(sent()).isEqualTo(expected.build());
        assertThat(terminal.err())
                .containsPattern("1 +payee.number +6228480000000000125 +6214830000000000018")
                .containsPattern("1 +payee.institutionCode +103100000026 农行 +308584000013 招行")
                .containsPattern("1 +amountFen +140,000.00 +14,000.50")
                .doesNotContain("陈东", "卡主甲");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 --amount 1 | TRANSFER: 0 (expected: 1..1)",
                "2 --amount 1 | TRANSFER: 2 (expected: 1..1)",
                "1 --amount 14万 | --amount: 14万 (expected: yuan such as 140,000.00, 0.01..",
                "1 --amount 0 | --amount: 0 (expected: yuan such as 140,000.00, 0.01..",
                "1 --amount 1,40 | --amount: 1,40 (expected: yuan such as 140,000.00, 0.01..",
                "1 --bank 农业行 | --bank: unknown bank: 农业行 (did you mean 中国农业银行 103100000026",
                "1 --amount 140,000.00 --bank 农行 | nothing changes: the transfer reads so already",
                "app-1 --amount 1 | --name, --number, --bank, --amount: only with the number of a transfer",
                "1 --amount 1 --take 1 | --name, --number, --bank, --amount: only with the number of a transfer"
            })
    void correctionThatCannotBeMadeIsAnsweredWithWhatIsExpected(String arguments, String said) {
        assertThat(terminal.run(("correct " + caseId + " " + arguments + " --yes").split(" ")))
                .isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).startsWith("stoppay: " + said);
        assertThat(services.supplements()).isEmpty();
    }

    @Test
    void emptyNameIsNotSent() {
        assertThat(terminal.run("correct", caseId, "1", "--name", " ", "--yes")).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains("--name: empty");
        assertThat(services.supplements()).isEmpty();
    }

    @Test
    void transferThatWasCorrectedNamesTheNumberOfItsLastCorrection() {
        services.tamperCase(found -> correctedTwice(found, "").build());

        assertThat(terminal.run("correct", caseId, "1", "--amount", "1", "--yes"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("transfer 1 was corrected already (expected: its last correction, 3)");
        assertThat(services.supplements()).isEmpty();
        assertThat(terminal.run("correct", caseId, "3", "--amount", "1", "--yes"))
                .isZero();
        assertThat(services.supplements().get(0).getCorrections(0).getTransferId())
                .isEqualTo("second");
    }

    @Test
    void transferThatAnotherDeskCorrectsMeanwhileNamesTheNumberToo() {
        AtomicInteger reads = new AtomicInteger();
        services.tamperCase(found ->
                reads.getAndIncrement() == 0 ? found : correctedTwice(found, "").build());
        services.correctMeanwhile();

        assertThat(terminal.run("correct", caseId, "1", "--amount", "1", "--yes"))
                .isEqualTo(ExitCode.REFUSED);

        assertThat(terminal.err()).contains("transfer 1 was corrected already (expected: its last correction, 3)");
    }

    @Test
    void correctionWhoseAnswerWasLostIsSentAgainWithItsRequestId() {
        String requestId = "0193a000-0000-7000-8000-00000000aaaa";
        services.tamperCase(found -> correctedTwice(found, requestId).build());

        assertThat(terminal.run("correct", caseId, "1", "--amount", "1", "--yes", "--request-id", requestId))
                .isZero();

        assertThat(services.supplements()).singleElement().satisfies(again -> {
            assertThat(again.getRequestId()).isEqualTo(requestId);
            assertThat(again.getCorrections(0).getTransferId()).isEqualTo("transfer-0");
        });
    }

    private static Case.Builder correctedTwice(Case found, String requestId) {
        ReportedTransfer first = found.getTransfers(0);
        return found.toBuilder()
                .addTransfers(first.toBuilder().setTransferId("first").setCorrectsTransferId("transfer-0"))
                .addTransfers(first.toBuilder().setTransferId("second").setCorrectsTransferId("first"))
                .addSupplements(SupplementCaseRequest.newBuilder().setRequestId(requestId));
    }

    @Test
    void withdrawnCaseIsNotCorrected() {
        services.tamperCase(found ->
                found.toBuilder().setStatus(CaseStatus.CASE_STATUS_CLOSED).build());

        assertThat(terminal.run("correct", caseId, "1", "--amount", "1", "--yes"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("case " + caseId + " is closed and takes no corrections");
        assertThat(services.supplements()).isEmpty();
    }
}
