package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.CloseCaseRequest;
import org.stoppayment.proto.intake.v1.Closing;
import org.stoppayment.proto.intake.v1.Filing;
import org.stoppayment.proto.intake.v1.FilingFacts;
import org.stoppayment.proto.intake.v1.ListCasesRequest;

/** 立案 and 结案 by the command: what is sent, what is asked first, and how a case shows it. */
class FilingCommandTest extends CommandTestBase {

    private static final String REQUEST_ID = "0193a000-0000-7000-8000-0000000000b1";
    private static final FilingFacts FIRST = FilingFacts.newBuilder()
            .setNumber("2026-7")
            .setOrganisation("Shanghai police")
            .setFiledAt(at("2026-03-01T02:05:00Z"))
            .setDocumentDigest("a1".repeat(32))
            .build();
    private static final FilingFacts SECOND =
            FIRST.toBuilder().setNumber("2026-8").build();

    private String caseId = "";

    @BeforeEach
    void report() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        caseId = terminal.out().strip();
    }

    private static Timestamp at(String moment) {
        try {
            return Timestamps.parse(moment);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private String[] file(String... more) {
        return line("file", "--number", "2026-7", "--organisation", "Shanghai police", "--badge", "100234", more);
    }

    private String[] correct(String... more) {
        return line("correct", "--reason", "misread", "--organisation", "Shanghai police", "--badge", "100234", more);
    }

    private String[] close(String... more) {
        return line("close", "--reason", "convicted", "--organisation", "Shanghai police", "--badge", "100234", more);
    }

    private String[] line(String command, String a, String b, String c, String d, String e, String f, String... more) {
        String[] line = {"case", command, caseId, a, b, c, d, e, f};
        String[] all = Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        return all;
    }

    /** The case was filed, and its filing corrected. */
    private void corrected() {
        services.tamperCase(found -> found.toBuilder()
                .setStatus(CaseStatus.CASE_STATUS_FILED)
                .addFilings(Filing.newBuilder()
                        .setRevision(1)
                        .setFacts(FIRST)
                        .setRecordedAt(Timestamps.add(found.getAcceptedAt(), Durations.fromSeconds(60))))
                .addFilings(Filing.newBuilder()
                        .setRevision(2)
                        .setFacts(SECOND)
                        .setReason("misread")
                        .setRecordedAt(Timestamps.add(found.getAcceptedAt(), Durations.fromSeconds(120))))
                .build());
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
        assertThat(terminal.out()).contains("filed; see: stoppay get " + caseId);
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
                "--at 2026-03-01T10:05 --document no-such-file | no-such-file cannot be read (NoSuchFileException)"
            })
    void wrongCommandLineSaysWhatIsExpected(String options, String expected) {
        String[] line = file((options + " --yes").split(" "));

        assertThat(terminal.run(line)).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(expected);
        assertThat(services.filings()).isEmpty();
    }

    @Test
    void correctionChangesWhatIsGivenAndNamesTheRevision() {
        corrected();

        assertThat(terminal.answering("yes\n").run(correct("--number", "2026-9")))
                .isZero();

        assertThat(terminal.err())
                .containsSubsequence(
                        "the filing reads (revision 2):", "number    2026-8", "it would read:", "number    2026-9");
        assertThat(terminal.out()).contains("corrected, revision 3; see: stoppay get " + caseId);
        assertThat(services.filingCorrections()).singleElement().satisfies(correction -> {
            assertThat(correction.getCorrectsRevision()).isEqualTo(2);
            assertThat(correction.getReason()).isEqualTo("misread");
            assertThat(correction.getFacts())
                    .isEqualTo(SECOND.toBuilder().setNumber("2026-9").build());
        });
    }

    @Test
    void correctionThatWasLostIsSentAgainForItsRevision() {
        corrected();

        assertThat(terminal.run(correct("--number", "2026-8", "--revision", "1", "--request-id", REQUEST_ID, "--yes")))
                .isZero();

        assertThat(services.filingCorrections()).singleElement().satisfies(correction -> {
            assertThat(correction.getRequestId()).isEqualTo(REQUEST_ID);
            assertThat(correction.getCorrectsRevision()).isEqualTo(1);
            assertThat(correction.getFacts()).isEqualTo(SECOND);
        });
    }

    @Test
    void correctionOfNothingIsNotSent() {
        assertThat(terminal.run(correct("--number", "2026-9", "--yes"))).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("case " + caseId + " is not filed");

        corrected();
        assertThat(terminal.run(correct("--number", "2026-8", "--yes"))).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("nothing changes");
        assertThat(terminal.run(correct("--number", "2026-9", "--revision", "3", "--yes")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--revision: 3 (expected: 1..2)");
        assertThat(services.filingCorrections()).isEmpty();
    }

    @Test
    void closingIsSentAfterTheYes() {
        assertThat(terminal.answering("y\n").run(close())).isZero();

        assertThat(terminal.err()).contains("Close case " + caseId + "?", "stops and freezes stay as they are");
        assertThat(terminal.out()).contains("closed; see: stoppay get " + caseId);
        assertThat(services.closings()).extracting(CloseCaseRequest::getReason).containsExactly("convicted");
    }

    @Test
    void caseShowsItsFilingAndEveryRevisionInItsHistory() {
        corrected();

        assertThat(terminal.run("get", caseId)).isZero();

        assertThat(terminal.out())
                .contains(
                        "case      " + caseId + "  FILED",
                        "filed     2026-03-01T10:05:00+08:00  2026-8, Shanghai police",
                        "document  " + "a1".repeat(32))
                .doesNotContain("closed    ");
        assertThat(history())
                .containsSubsequence(
                        "case filed",
                        "2026-7, Shanghai police, 2026-03-01T10:05:00+08:00, document a1a1a1a1",
                        "filing corrected",
                        "misread: 2026-8, Shanghai police");
    }

    @Test
    void closedCaseShowsWhy() {
        services.tamperCase(found -> found.toBuilder()
                .setStatus(CaseStatus.CASE_STATUS_CLOSED)
                .setClosing(Closing.newBuilder()
                        .setClosedAt(at("2026-09-01T02:00:00Z"))
                        .setReason("convicted"))
                .build());

        assertThat(terminal.run("get", caseId)).isZero();

        assertThat(terminal.out()).contains("closed    2026-09-01T10:00:00+08:00  convicted");
        assertThat(history()).contains("case closed").doesNotContain("case withdrawn");
    }

    private String history() {
        return terminal.out().substring(terminal.out().indexOf("what happened"));
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
