package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.CloseCaseRequest;
import org.stoppayment.proto.intake.v1.Closing;

/** {@code stoppay case correct} and {@code stoppay case close}. */
class FilingChangeCommandTest extends FilingCommandTestBase {

    @Test
    void correctionChangesWhatIsGivenAndNamesTheRevision() {
        corrected();

        assertThat(terminal.answering("yes\n").run(correct("--number", "2026-9")))
                .isZero();

        assertThat(terminal.err())
                .containsSubsequence(
                        "the filing reads (revision 2):", "number    2026-8", "it would read:", "number    2026-9");
        assertThat(terminal.out()).contains("corrected, revision 3; see: ./stoppay get " + caseId);
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
        assertThat(terminal.out()).contains("closed; see: ./stoppay get " + caseId);
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
}
