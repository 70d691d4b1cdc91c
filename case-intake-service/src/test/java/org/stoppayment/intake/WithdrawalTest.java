package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.report;
import static org.stoppayment.intake.Reports.supplement;
import static org.stoppayment.intake.Reports.transfer;

import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.CaseWithdrawn;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.WithdrawCaseRequest;

/** 撤案: a case is withdrawn once, and takes no supplement afterwards. */
@QuarkusTest
class WithdrawalTest extends IntakeTest {

    private static WithdrawCaseRequest.Builder withdrawal(String caseId) {
        return WithdrawCaseRequest.newBuilder()
                .setRequestId(newId())
                .setCaseId(caseId)
                .setOperator(Operator.newBuilder().setOrganisation("110 desk").setBadgeNumber("031027"))
                .setReason("the payment was made on purpose")
                .setReference("withdrawal 8");
    }

    private String reported() {
        return intake.reportFraud(report().build()).getCaseId();
    }

    private static String refusalOf(Runnable call) {
        StatusRuntimeException failure = failureOf(call::run);
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        return detail(failure, ErrorInfo.class).getReason();
    }

    private CaseWithdrawn eventOf(String caseId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("SELECT data FROM outbox WHERE case_id = ? AND type = ?")) {
            query.setObject(1, UUID.fromString(caseId));
            query.setString(2, CaseWithdrawn.getDescriptor().getFullName());
            var rows = query.executeQuery();
            assertThat(rows.next()).as("an event").isTrue();
            return CaseWithdrawn.parseFrom(rows.getBytes(1));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void withdrawnCaseIsClosedAndShowsWhoWithdrewItAndWhy() {
        String caseId = reported();
        intake.supplementCase(supplement(caseId).addTransfers(transfer()).build());

        var withdrawn = intake.withdrawCase(withdrawal(caseId).build());

        assertThat(withdrawn.getCaseId()).isEqualTo(caseId);
        assertThat(withdrawn.getReplayed()).isFalse();
        Case shown = intake.getCase(Reports.caseOf(caseId)).getCase();
        assertThat(shown.getStatus()).isEqualTo(CaseStatus.CASE_STATUS_CLOSED);
        assertThat(shown.getWithdrawal().getReason()).isEqualTo("the payment was made on purpose");
        assertThat(shown.getWithdrawal().getReference()).isEqualTo("withdrawal 8");
        assertThat(shown.getWithdrawal().getOperator().getBadgeNumber()).isEqualTo("031027");
        assertThat(shown.getWithdrawal().hasWithdrawnAt()).isTrue();
        assertThat(shown.getTransfersList()).hasSize(2);
        CaseWithdrawn event = eventOf(caseId);
        assertThat(event.getSubmissions()).isEqualTo(2);
        assertThat(event.getReason()).isEqualTo("the payment was made on purpose");
        assertThat(event.getReference()).isEqualTo("withdrawal 8");
    }

    @Test
    void laterSupplementIsRefusedAndAnEarlierOneIsAnsweredAgain() {
        String caseId = reported();
        var earlier = supplement(caseId).addTransfers(transfer()).build();
        intake.supplementCase(earlier);
        intake.withdrawCase(withdrawal(caseId).build());
        var later = supplement(caseId).addTransfers(transfer()).build();

        assertThat(refusalOf(() -> intake.supplementCase(later))).isEqualTo("CASE_CLOSED");
        assertThat(isStored(later.getRequestId())).isFalse();
        assertThat(intake.supplementCase(earlier).getReplayed()).isTrue();
    }

    @Test
    void sameRequestIsAnsweredAgainAndAnyOtherIsRefused() {
        String caseId = reported();
        var first = withdrawal(caseId).build();
        intake.withdrawCase(first);

        assertThat(intake.withdrawCase(first).getReplayed()).isTrue();
        assertThat(refusalOf(() -> intake.withdrawCase(
                        first.toBuilder().setReason("another").build())))
                .isEqualTo("REQUEST_ID_REUSED");
        assertThat(refusalOf(() -> intake.withdrawCase(withdrawal(caseId).build())))
                .isEqualTo("CASE_CLOSED");
        assertThat(count("SELECT count(*) FROM withdrawal WHERE case_id = ?", UUID.fromString(caseId)))
                .isEqualTo(1);
    }

    @Test
    void requestIdOfAReportIsNotThatOfAWithdrawal() {
        var report = report().build();
        String caseId = intake.reportFraud(report).getCaseId();

        assertThat(refusalOf(() -> intake.withdrawCase(
                        withdrawal(caseId).setRequestId(report.getRequestId()).build())))
                .isEqualTo("REQUEST_ID_REUSED");
        assertThat(intake.getCase(Reports.caseOf(caseId)).getCase().getStatus()).isEqualTo(CaseStatus.CASE_STATUS_OPEN);
    }

    @Test
    void allViolationsAreNamedAtOnceAndAnUnknownCaseIsNotFound() {
        var broken = WithdrawCaseRequest.newBuilder()
                .setRequestId("1")
                .setCaseId("case 7")
                .setReason(" ")
                .setReference("x".repeat(101))
                .setOperator(Operator.newBuilder().setBadgeNumber("1".repeat(51)))
                .build();

        assertThat(violationsOf(() -> intake.withdrawCase(broken)))
                .containsExactly(
                        "requestId NOT_A_UUID",
                        "caseId NOT_A_UUID",
                        "reason LENGTH",
                        "reference LENGTH",
                        "operator.badgeNumber LENGTH");
        assertThat(codeOf(() -> intake.withdrawCase(withdrawal(newId()).build())))
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void supplementsAtTheSameMomentComeBeforeTheWithdrawalOrAreRefused() {
        for (int round = 0; round < 10; round++) {
            String caseId = reported();
            List<CompletableFuture<Boolean>> supplements = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> isAccepted(
                            supplement(caseId).addTransfers(transfer()).build())))
                    .toList();
            CompletableFuture<Void> withdrawn = CompletableFuture.runAsync(
                    () -> intake.withdrawCase(withdrawal(caseId).build()));

            withdrawn.join();
            long accepted = supplements.stream().filter(CompletableFuture::join).count();

            assertThat((long) eventOf(caseId).getSubmissions()).isEqualTo(1 + accepted);
            assertThat(count("SELECT count(*) FROM submission WHERE case_id = ?", UUID.fromString(caseId)))
                    .isEqualTo(1 + accepted);
        }
    }

    private boolean isAccepted(SupplementCaseRequest request) {
        try {
            intake.supplementCase(request);
            return true;
        } catch (StatusRuntimeException refused) {
            assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("CASE_CLOSED");
            return false;
        }
    }
}
