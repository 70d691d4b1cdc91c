package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.supplement;
import static org.stoppayment.intake.Reports.transfer;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CaseClosed;
import org.stoppayment.proto.intake.v1.CaseStatus;

/** 结案: a filed case is closed once; a closed or withdrawn case takes nothing more. */
@QuarkusTest
class ClosedCaseTest extends FilingTestBase {

    @Test
    void caseThatIsNotFiledCanNeitherBeCorrectedNorClosed() {
        String open = reported();

        assertThat(refusalOf(() -> intake.correctFiling(correction(open, 1).build())))
                .isEqualTo("CASE_NOT_FILED");
        assertThat(refusalOf(() -> intake.closeCase(closing(open).build()))).isEqualTo("CASE_NOT_FILED");
        assertThat(shown(open).getStatus()).isEqualTo(CaseStatus.CASE_STATUS_OPEN);
    }

    @Test
    void closedCaseShowsWhoClosedItAndWhyAndTakesNothingMore() {
        String closed = filed();

        intake.closeCase(closing(closed).build());

        Case shown = shown(closed);
        assertThat(shown.getStatus()).isEqualTo(CaseStatus.CASE_STATUS_CLOSED);
        assertThat(shown.hasWithdrawal()).isFalse();
        assertThat(shown.getClosing().getReason()).isEqualTo("convicted, judgment 12");
        assertThat(shown.getClosing().getOperator()).isEqualTo(OFFICER);
        assertThat(events(closed, CaseClosed.getDescriptor().getFullName(), CaseClosed.parser()))
                .containsExactly(CaseClosed.newBuilder()
                        .setCaseId(closed)
                        .setClosedAt(shown.getClosing().getClosedAt())
                        .build());
        assertTakesNothingMore(closed);
    }

    @Test
    void withdrawnCaseTakesNothingMore() {
        String open = reported();
        intake.withdrawCase(withdrawal(open));
        assertTakesNothingMore(open);

        String filed = filed();
        intake.withdrawCase(withdrawal(filed));
        assertTakesNothingMore(filed);
        assertThat(shown(filed).getFilingsList()).as("stays readable").hasSize(1);
        assertThat(shown(filed).hasClosing()).isFalse();
    }

    private void assertTakesNothingMore(String closed) {
        assertThat(refusalOf(() -> intake.fileCase(filing(closed).build()))).isEqualTo("CASE_CLOSED");
        assertThat(refusalOf(() -> intake.correctFiling(correction(closed, 1).build())))
                .isEqualTo("CASE_CLOSED");
        assertThat(refusalOf(() -> intake.closeCase(closing(closed).build()))).isEqualTo("CASE_CLOSED");
        assertThat(refusalOf(() -> intake.withdrawCase(withdrawal(closed)))).isEqualTo("CASE_CLOSED");
        assertThat(refusalOf(() -> intake.supplementCase(
                        supplement(closed).addTransfers(transfer()).build())))
                .isEqualTo("CASE_CLOSED");
    }
}
