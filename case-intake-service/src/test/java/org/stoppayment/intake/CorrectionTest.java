package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.report;
import static org.stoppayment.intake.Reports.supplement;
import static org.stoppayment.intake.Reports.transfer;

import com.google.rpc.ErrorInfo;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.TransferCorrection;

/** Transfers of a case are corrected by supplements. */
@QuarkusTest
class CorrectionTest extends SupplementTestBase {

    @Test
    void correctionIsANewTransferThatRefersToTheCorrectedOne() {
        var reported = intake.reportFraud(report().build());
        var corrected = intake.supplementCase(supplement(reported.getCaseId())
                .addCorrections(correction(reported.getTransferIds(0)))
                .build());
        Case shown = caseOf(reported.getCaseId());
        assertThat(shown.getTransfers(0).getTransfer().getSerial()).isEqualTo("S-1");
        assertThat(shown.getTransfers(1).getTransfer().getSerial()).isEqualTo("right");
        assertThat(shown.getTransfers(1).getCorrectsTransferId()).isEqualTo(reported.getTransferIds(0));
        assertThat(columnOf("transfer_count", reported.getCaseId())).isOne();
        // A second correction corrects the first one.
        intake.supplementCase(supplement(reported.getCaseId())
                .addCorrections(correction(corrected.getTransferIds(0)))
                .build());
        assertThat(caseOf(reported.getCaseId()).getTransfersCount()).isEqualTo(3);
    }

    @Test
    void correctionsOfUnknownTransfersAreAllReported() {
        var reported = intake.reportFraud(report().build());
        String elsewhere = intake.reportFraud(report().build()).getTransferIds(0);
        var supplement = supplement(reported.getCaseId())
                .addCorrections(correction(newId()))
                .addCorrections(correction(reported.getTransferIds(0)))
                .addCorrections(correction(elsewhere))
                .build();
        assertThat(violationsOf(() -> intake.supplementCase(supplement)))
                .containsExactly("corrections[0].transferId NOT_IN_CASE", "corrections[2].transferId NOT_IN_CASE");
        assertThat(isStored(supplement.getRequestId())).isFalse();
        var noId = supplement(reported.getCaseId())
                .addCorrections(correction("first"))
                .build();
        assertThat(violationsOf(() -> intake.supplementCase(noId)))
                .containsExactly("corrections[0].transferId NOT_A_UUID");
    }

    @Test
    void transferIsCorrectedOnce() {
        var reported = intake.reportFraud(report().build());
        var once = supplement(reported.getCaseId()).addCorrections(correction(reported.getTransferIds(0)));
        String correction = intake.supplementCase(once.build()).getTransferIds(0);
        SupplementCaseRequest twice = once.setRequestId(newId()).build();
        assertThat(violationsOf(() -> intake.supplementCase(twice)))
                .containsExactly("corrections[0].transferId ALREADY_CORRECTED");
        ErrorInfo info = detail(failureOf(() -> intake.supplementCase(twice)), ErrorInfo.class);
        assertThat(info.getReason()).isEqualTo("ALREADY_CORRECTED");
        assertThat(info.getMetadataMap()).containsExactly(Map.entry("correctInstead", correction));
    }

    @Test
    void warningGoesAwayWhenItsTransferIsCorrected() {
        var wrong = transfer().setPayee(Reports.account("6222020000000000012"));
        var reported = intake.reportFraud(report().addTransfers(wrong).build());
        String wrongId = reported.getTransferIds(1);
        assertThat(caseOf(reported.getCaseId()).getWarningsList())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.getField()).isEqualTo("transfers[1].payee.number");
                    assertThat(warning.getTransferId()).isEqualTo(wrongId);
                });

        var stillWrong = intake.supplementCase(supplement(reported.getCaseId())
                .addTransfers(transfer())
                .addCorrections(
                        TransferCorrection.newBuilder().setTransferId(wrongId).setCorrected(wrong))
                .build());
        assertThat(caseOf(reported.getCaseId()).getWarningsList())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.getField()).isEqualTo("corrections[0].corrected.payee.number");
                    assertThat(warning.getTransferId()).isEqualTo(stillWrong.getTransferIds(1));
                });

        intake.supplementCase(supplement(reported.getCaseId())
                .addCorrections(correction(stillWrong.getTransferIds(1)))
                .build());
        assertThat(caseOf(reported.getCaseId()).getWarningsList()).isEmpty();
    }

    @Test
    void transferIsCorrectedOnceInOneSupplement() {
        var reported = intake.reportFraud(report().build());
        var twice = supplement(reported.getCaseId())
                .addCorrections(correction(reported.getTransferIds(0)))
                .addCorrections(correction(reported.getTransferIds(0)))
                .build();
        assertThat(violationsOf(() -> intake.supplementCase(twice)))
                .containsExactly("corrections[1].transferId ALREADY_CORRECTED");
    }

    @Test
    void oneOfManyConcurrentCorrectionsWinsAndTheOthersAreRefused() {
        var reported = intake.reportFraud(report().build());
        List<String> outcomes = inParallel(16, () -> supplement(reported.getCaseId())
                .addCorrections(correction(reported.getTransferIds(0)))
                .build());
        assertThat(outcomes).filteredOn("accepted"::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.equals("accepted"))
                .hasSize(15)
                .allSatisfy(outcome -> assertThat(outcome)
                        .contains("INVALID_ARGUMENT", "corrections[0].transferId", "corrected once"));
    }
}
