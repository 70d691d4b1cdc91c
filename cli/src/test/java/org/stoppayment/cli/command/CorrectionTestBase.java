package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;

/** Base of tests that correct the one transfer of a case. */
abstract class CorrectionTestBase extends CommandTestBase {

    String caseId = "";

    @BeforeEach
    void report() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        caseId = terminal.out().strip();
    }

    /** The transfer as it was corrected, by the one supplement that was sent. */
    Transfer sent() {
        assertThat(services.supplements()).hasSize(1);
        SupplementCaseRequest sent = services.supplements().get(0);
        assertThat(sent.getCaseId()).isEqualTo(caseId);
        assertThat(sent.getRequestId()).hasSize(36);
        assertThat(sent.getTransfersCount()).isZero();
        assertThat(sent.getCorrectionsList()).singleElement().matches(each -> each.getTransferId()
                .equals("transfer-0"));
        return sent.getCorrections(0).getCorrected();
    }

    /** The transfer as it was reported. */
    Transfer reported() {
        return services.reportedTransfer(caseId);
    }
}
