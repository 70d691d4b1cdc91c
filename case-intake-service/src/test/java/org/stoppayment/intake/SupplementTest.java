package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.report;
import static org.stoppayment.intake.Reports.supplement;
import static org.stoppayment.intake.Reports.transfer;

import com.google.protobuf.util.Timestamps;
import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.ContactKind;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.proto.intake.v1.ReportedTransfer;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.SuspectContact;
import org.stoppayment.proto.intake.v1.TransferCorrection;

/** Supplements and corrections. */
@QuarkusTest
class SupplementTest extends SupplementTestBase {

    @Test
    void furtherTransfersAreAddedInOrder() {
        var reported = intake.reportFraud(report().addTransfers(transfer()).build());
        var supplement = supplement(reported.getCaseId())
                .addAllTransfers(Reports.transfers(20))
                .build();
        var added = intake.supplementCase(supplement);
        assertThat(added.getReplayed()).isFalse();
        Case shown = caseOf(reported.getCaseId());
        assertThat(shown.getTransfersList())
                .extracting(ReportedTransfer::getTransferId)
                .containsExactlyElementsOf(
                        Stream.concat(reported.getTransferIdsList().stream(), added.getTransferIdsList().stream())
                                .toList());
        assertThat(shown.getSupplementsList()).containsExactly(supplement);
        assertThat(columnOf("transfer_count", reported.getCaseId())).isEqualTo(22);
        assertThat(columnOf("reported_fen", reported.getCaseId())).isEqualTo(22 * 14_000_000L);
    }

    @Test
    void supplementWithContactsOnlyIsStored() {
        String caseId = intake.reportFraud(report().build()).getCaseId();
        var supplement = supplement(caseId)
                .addSuspectContacts(SuspectContact.newBuilder()
                        .setKind(ContactKind.CONTACT_KIND_WECHAT)
                        .setValue("lipei-kefu-01"))
                .build();
        assertThat(intake.supplementCase(supplement).getTransferIdsList()).isEmpty();
        assertThat(caseOf(caseId).getSupplementsList()).containsExactly(supplement);
    }

    @Test
    void emptySupplementIsRefused() {
        String caseId = intake.reportFraud(report().build()).getCaseId();
        assertThat(violationsOf(() -> intake.supplementCase(supplement(caseId).build())))
                .containsExactly("transfers NOTHING_TO_ACT_ON");
    }

    @Test
    void payeeOfTheVictimsNameIsWarnedOfUnlessItIsNamedAsAPayer() {
        String own = "6222020000000000026";
        var like = transfer().setPayee(Reports.account(own).setName("林某"));
        String caseId = intake.reportFraud(report().build()).getCaseId();

        assertThat(warningsOf(supplement(caseId).addTransfers(like).build()))
                .containsExactly("transfers[0].payee.name NAMED_LIKE_VICTIM");
        var paying = intake.supplementCase(supplement(caseId)
                .addTransfers(transfer().setPayer(Reports.account(own)))
                .build());
        assertThat(warningsOf(supplement(caseId).addTransfers(like).build())).isEmpty();
        assertThat(warningsOf(supplement(caseId)
                        .addCorrections(TransferCorrection.newBuilder()
                                .setTransferId(paying.getTransferIds(0))
                                .setCorrected(like))
                        .build()))
                .as("the payer is withdrawn")
                .containsExactly("corrections[0].corrected.payee.name NAMED_LIKE_VICTIM");
    }

    @Test
    void transferTellsWhenItBecameDurable() {
        var reported = intake.reportFraud(report().build());
        intake.supplementCase(supplement(reported.getCaseId())
                .addCorrections(correction(reported.getTransferIds(0)))
                .build());

        Case shown = caseOf(reported.getCaseId());
        assertThat(shown.getTransfers(0).getAcceptedAt()).isEqualTo(shown.getAcceptedAt());
        assertThat(Timestamps.compare(
                        shown.getTransfers(1).getAcceptedAt(),
                        shown.getTransfers(0).getAcceptedAt()))
                .isNotNegative();
        assertThat(shown.getTransfers(1).hasAcceptedAt()).isTrue();
    }

    @Test
    void caseHasFiveHundredTransfersAtMostAndCanStillBeCorrected() {
        ReportFraudResponse reported = intake.reportFraud(report().clearTransfers()
                .addAllTransfers(Reports.transfers(499))
                .build());
        intake.supplementCase(
                supplement(reported.getCaseId()).addTransfers(transfer()).build());
        var oneMore = supplement(reported.getCaseId()).addTransfers(transfer()).build();
        assertThat(violationsOf(() -> intake.supplementCase(oneMore))).containsExactly("transfers TOO_MANY");
        intake.supplementCase(supplement(reported.getCaseId())
                .addCorrections(correction(reported.getTransferIds(0)))
                .build());
        assertThat(columnOf("transfer_count", reported.getCaseId())).isEqualTo(500);
    }

    @Test
    void concurrentSupplementsAreCountedAndNeverExceedTheMaximum() {
        String caseId = intake.reportFraud(report().clearTransfers().build()).getCaseId();
        List<String> outcomes = inParallel(
                24,
                () -> supplement(caseId).addAllTransfers(Reports.transfers(30)).build());
        assertThat(outcomes).filteredOn("accepted"::equals).hasSize(16);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.equals("accepted"))
                .allSatisfy(outcome -> assertThat(outcome).contains("INVALID_ARGUMENT", "expected: at most 500"));
        assertThat(columnOf("transfer_count", caseId)).isEqualTo(480);
        assertThat(columnOf("reported_fen", caseId)).isEqualTo(480 * 14_000_000L);
        assertThat(count("SELECT count(*) FROM transfer WHERE case_id = ?", UUID.fromString(caseId)))
                .isEqualTo(480);
        assertThat(count("SELECT count(*) FROM outbox WHERE case_id = ?", UUID.fromString(caseId)))
                .isEqualTo(17);
    }

    @Test
    void unknownCaseIsNotFoundAndInvalidIdIsRefused() {
        var unknown = supplement(newId()).addTransfers(transfer()).build();
        assertThat(codeOf(() -> intake.supplementCase(unknown))).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(isStored(unknown.getRequestId())).isFalse();
        var broken = SupplementCaseRequest.newBuilder()
                .setCaseId("case 7")
                .addTransfers(transfer().setAmountFen(0))
                .build();
        assertThat(violationsOf(() -> intake.supplementCase(broken)))
                .containsExactly("requestId MISSING", "caseId NOT_A_UUID", "transfers[0].amountFen OUT_OF_RANGE");
    }
}
