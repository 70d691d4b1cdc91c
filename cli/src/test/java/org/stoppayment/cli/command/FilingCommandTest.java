package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.ListCasesRequest;

/** 立案 and 结案 by the command: what is sent, what is asked first, and how a case shows it. */
class FilingCommandTest extends FilingCommandTestBase {

    private String[] file(String... more) {
        return line("file", "--number", "2026-7", "--organisation", "Shanghai police", "--badge", "100234", more);
    }

    @Test
    void filingIsShownAndSentAfterTheYes() {
        assertThat(terminal.answering("y\n").run(file("--at", "2026-03-01T10:05", "--digest", "a1".repeat(32))))
                .isZero();

        assertThat(terminal.err())
                .containsSubsequence(
                        "this filing would be sent:",
                        "number    2026-7",
                        "filed by  Shanghai police",
                        "filed at  2026-03-01T10:05:00+08:00",
                        "document  " + "a1".repeat(32),
                        "File case " + caseId + "? [y/N]",
                        "requestId: made ");
        assertThat(terminal.out()).contains("filed; see: ./stoppay get " + caseId);
        assertThat(services.filings()).singleElement().satisfies(filing -> {
            assertThat(filing.getCaseId()).isEqualTo(caseId);
            assertThat(filing.getRequestId()).hasSize(36);
            assertThat(filing.getFacts()).isEqualTo(FIRST);
            assertThat(filing.getOperator())
                    .isEqualTo(Operator.newBuilder()
                            .setOrganisation("Shanghai police")
                            .setBadgeNumber("100234")
                            .build());
        });
    }

    @Test
    void digestOfADocumentIsComputedAndTheDocumentIsNotSent() throws IOException {
        Path document = Files.writeString(directory.resolve("decision.pdf"), "abc");

        assertThat(terminal.run(file(
                        "--at",
                        "2026-03-01T10:05+08:00",
                        "--document",
                        document.toString(),
                        "--filed-by",
                        "Zhangzhou police",
                        "--request-id",
                        REQUEST_ID,
                        "--yes")))
                .isZero();

        assertThat(services.filings()).singleElement().satisfies(filing -> {
            assertThat(filing.getRequestId()).isEqualTo(REQUEST_ID);
            assertThat(filing.getFacts().getDocumentDigest())
                    .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(filing.getFacts().getOrganisation()).isEqualTo("Zhangzhou police");
            assertThat(filing.getFacts().getFiledAt()).isEqualTo(FIRST.getFiledAt());
        });
        assertThat(terminal.err()).doesNotContain("requestId: made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n\n", "\n", "", "maybe\n"})
    void anythingElseThanYesSendsNothing(String typed) {
        corrected();

        assertThat(terminal.answering(typed).run(file("--at", "2026-03-01T10:05", "--digest", "a1".repeat(32))))
                .isEqualTo(ExitCode.FAILED);
        assertThat(terminal.answering(typed).run(correct("--number", "2026-9"))).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.answering(typed).run(close())).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("nothing was sent");
        assertThat(services.filings()).isEmpty();
        assertThat(services.filingCorrections()).isEmpty();
        assertThat(services.closings()).isEmpty();
    }

    @Test
    void withoutATerminalYesIsRequired() {
        assertThat(terminal.typing("y\n").run(file("--at", "2026-03-01T10:05", "--digest", "a1".repeat(32))))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.typing("y\n").run(close())).isEqualTo(ExitCode.USAGE);
        assertThat(services.filings()).isEmpty();
        assertThat(services.closings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--digest a1 | --at: not given",
                "--at 2026-03-01T10:05 | --document: not given",
                "--at yesterday --digest a1 | --at: yesterday (expected: 2026-03-01T10:05",
                "--at 2026-03-01T10:05 --digest a1 --document x | --document, --digest: both given",
                "--at 2026-03-01T10:05 --document no-such-file | no-such-file cannot be read (no such file or directory)"
            })
    void wrongCommandLineSaysWhatIsExpected(String options, String expected) {
        String[] line = file((options + " --yes").split(" "));

        assertThat(terminal.run(line)).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(expected);
        assertThat(services.filings()).isEmpty();
    }

    @Test
    void filingIsShownInChinese() {
        terminal.with("LANG", "zh_CN.UTF-8");
        corrected();

        assertThat(terminal.run("get", caseId)).isZero();
        assertThat(terminal.out()).contains("已立案", "立案    2026-03-01T10:05:00+08:00  2026-8", "更正立案信息");

        assertThat(terminal.run(correct("--number", "2026-9", "--yes"))).isZero();
        assertThat(terminal.err()).contains("现有立案信息（第 2 版）：", "立案号    2026-9");
        assertThat(terminal.out()).contains("已更正，第 3 版");
    }

    @Test
    void filedCasesAreListed() {
        assertThat(terminal.run("list", "--status", "filed")).isZero();

        assertThat(services.lists())
                .extracting(ListCasesRequest::getStatus)
                .containsExactly(CaseStatus.CASE_STATUS_FILED);
    }
}
