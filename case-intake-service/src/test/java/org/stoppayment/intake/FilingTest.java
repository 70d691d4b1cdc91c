package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CaseFiled;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.CaseSummary;
import org.stoppayment.proto.intake.v1.Filing;
import org.stoppayment.proto.intake.v1.ListCasesRequest;

/** 立案: a case is filed once, and its filing is corrected by further revisions. */
@QuarkusTest
class FilingTest extends FilingTestBase {

    @Test
    void filedCaseShowsItsFilingAndTellsAccountFreeze() {
        String filed = reported();

        var answer = intake.fileCase(filing(filed).build());

        assertThat(answer.getCaseId()).isEqualTo(filed);
        assertThat(answer.getReplayed()).isFalse();
        Case shown = shown(filed);
        assertThat(shown.getStatus()).isEqualTo(CaseStatus.CASE_STATUS_FILED);
        assertThat(shown.hasClosing()).isFalse();
        assertThat(shown.getFilingsList()).singleElement().satisfies(filing -> {
            assertThat(filing.getRevision()).isEqualTo(1);
            assertThat(filing.getFacts()).isEqualTo(facts().build());
            assertThat(filing.getOperator()).isEqualTo(OFFICER);
            assertThat(filing.hasRecordedAt()).isTrue();
            assertThat(filing.getReason()).isEmpty();
        });
        assertThat(filedEvents(filed))
                .containsExactly(CaseFiled.newBuilder()
                        .setCaseId(filed)
                        .setRevision(1)
                        .setFacts(facts())
                        .build());
    }

    @Test
    void listShowsTheNumberAndFindsCasesByStatus() {
        deleteAll();
        String open = reported();
        String filed = filed();
        intake.correctFiling(correction(filed, 1).build());

        assertThat(listed(CaseStatus.CASE_STATUS_FILED)).singleElement().satisfies(summary -> {
            assertThat(summary.getCaseId()).isEqualTo(filed);
            assertThat(summary.getFilingNumber()).isEqualTo("沪公（网安）立字〔2026〕8号");
        });
        assertThat(listed(CaseStatus.CASE_STATUS_OPEN)).singleElement().satisfies(summary -> {
            assertThat(summary.getCaseId()).isEqualTo(open);
            assertThat(summary.getFilingNumber()).isEmpty();
        });
    }

    private List<CaseSummary> listed(CaseStatus status) {
        return intake.listCases(ListCasesRequest.newBuilder().setStatus(status).build())
                .getCasesList();
    }

    @Test
    void correctionIsAnotherRevisionAndWhatWasSaidBeforeStays() {
        String filed = filed();

        var corrected = intake.correctFiling(correction(filed, 1).build());

        assertThat(corrected.getRevision()).isEqualTo(2);
        List<Filing> revisions = shown(filed).getFilingsList();
        assertThat(revisions)
                .extracting(filing -> filing.getFacts().getNumber())
                .containsExactly("沪公（网安）立字〔2026〕7号", "沪公（网安）立字〔2026〕8号");
        assertThat(revisions.get(1).getReason()).isEqualTo("the number was misread");
        assertThat(filedEvents(filed)).extracting(CaseFiled::getRevision).containsExactly(1, 2);
    }

    @Test
    void sameRequestIsAnsweredAgainAndOtherContentIsRefused() {
        String filed = reported();
        var filing = filing(filed).build();
        var correction = correction(filed, 1).build();
        var closing = closing(filed).build();
        intake.fileCase(filing);
        intake.correctFiling(correction);
        intake.closeCase(closing);

        assertThat(intake.fileCase(filing).getReplayed()).isTrue();
        assertThat(intake.correctFiling(correction).getReplayed()).isTrue();
        assertThat(intake.correctFiling(correction).getRevision()).isEqualTo(2);
        assertThat(intake.closeCase(closing).getReplayed()).isTrue();
        assertThat(refusalOf(() -> intake.fileCase(
                        filing.toBuilder().setFacts(facts().setNumber("9")).build())))
                .isEqualTo("REQUEST_ID_REUSED");
        assertThat(refusalOf(() -> intake.correctFiling(
                        correction.toBuilder().setReason("another").build())))
                .isEqualTo("REQUEST_ID_REUSED");
        assertThat(refusalOf(() -> intake.closeCase(
                        closing.toBuilder().setReason("another").build())))
                .isEqualTo("REQUEST_ID_REUSED");
        assertThat(rows("filing", filed)).isEqualTo(2);
        assertThat(rows("closing", filed)).isEqualTo(1);
        assertThat(rows("outbox", filed))
                .as("the report, two filings, one closing")
                .isEqualTo(4);
    }
}
