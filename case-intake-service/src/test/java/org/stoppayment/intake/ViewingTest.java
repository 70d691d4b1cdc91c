package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.caseOf;
import static org.stoppayment.intake.Reports.report;
import static org.stoppayment.intake.Reports.transfer;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.CaseSummary;
import org.stoppayment.proto.intake.v1.Channel;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ListCasesResponse;
import org.stoppayment.proto.intake.v1.WithdrawCaseRequest;

/** Reading and listing cases. */
@QuarkusTest
class ViewingTest extends IntakeTest {

    private ListCasesResponse page(int size, String token) {
        return intake.listCases(ListCasesRequest.newBuilder()
                .setPageSize(size)
                .setPageToken(token)
                .build());
    }

    @Test
    void caseHasTheOriginalReportAndNormalisedTransfers() {
        var report = report().setTransfers(0, transfer().setPayee(Reports.account("6222 0200 0000 0000 018")))
                .build();
        var answer = intake.reportFraud(report);
        var shown = intake.getCase(caseOf(answer.getCaseId())).getCase();
        assertThat(shown.getReport()).isEqualTo(report);
        assertThat(shown.getStatus()).isEqualTo(CaseStatus.CASE_STATUS_OPEN);
        assertThat(shown.getTransfers(0).getTransferId()).isEqualTo(answer.getTransferIds(0));
        assertThat(shown.getTransfers(0).getTransfer().getPayee().getNumber()).isEqualTo(Reports.CARD);
        assertThat(shown.getWarningsList()).isEqualTo(answer.getWarningsList());
    }

    @Test
    void transfersKeepTheOrderOfTheReport() {
        var answer = intake.reportFraud(report().clearTransfers()
                .addAllTransfers(Reports.transfers(100))
                .build());
        assertThat(intake.getCase(caseOf(answer.getCaseId())).getCase().getTransfersList())
                .extracting(transfer -> transfer.getTransferId())
                .containsExactlyElementsOf(answer.getTransferIdsList());
    }

    @Test
    void caseHasProgressWhenFreezeAnswers() {
        String caseId = intake.reportFraud(report().build()).getCaseId();
        try (FakeFreeze freeze = new FakeFreeze(freezePort())) {
            GetCaseResponse shown = org.awaitility.Awaitility.await()
                    .until(() -> intake.getCase(caseOf(caseId)), GetCaseResponse::hasProgress);
            assertThat(shown.getProgress().getKnown()).isTrue();
            assertThat(shown.getProgressUnavailable()).isEmpty();
            assertThat(shown.getWaitingForFreeze()).isFalse();
            assertThat(freeze.requestedCases()).contains(caseId);
        }
    }

    @Test
    void caseHasNoProgressWhenFreezeIsUnavailable() {
        String caseId = intake.reportFraud(report().build()).getCaseId();
        GetCaseResponse shown = intake.getCase(caseOf(caseId));
        assertThat(shown.getCase().getCaseId()).isEqualTo(caseId);
        assertThat(shown.hasProgress()).isFalse();
        assertThat(shown.getProgressUnavailable()).isEqualTo("account-freeze does not answer: UNAVAILABLE");
        assertThat(shown.getWaitingForFreeze()).isTrue();
    }

    @Test
    void caseWaitsForFreezeWhenAnEventIsNotTakenForSeconds() {
        String caseId = intake.reportFraud(report().build()).getCaseId();
        try (FakeFreeze freeze = new FakeFreeze(freezePort())) {
            org.awaitility.Awaitility.await().until(() -> intake.getCase(caseOf(caseId)), GetCaseResponse::hasProgress);
            storeEvent(caseId, "6 seconds");
            assertThat(intake.getCase(caseOf(caseId)).getWaitingForFreeze()).isTrue();
        } finally {
            deleteAll();
        }
    }

    private void storeEvent(String caseId, String age) {
        count(
                "WITH stored AS (INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)"
                        + " VALUES (gen_random_uuid(), ?, 't', now() - ?::interval, '', now()) RETURNING 1)"
                        + " SELECT count(*) FROM stored",
                UUID.fromString(caseId),
                age);
    }

    @Test
    void caseHasNoProgressWhenFreezeIsSlow() {
        String caseId = intake.reportFraud(report().build()).getCaseId();
        try (FakeFreeze freeze = new FakeFreeze(freezePort())) {
            freeze.silent = true;
            String reason = org.awaitility.Awaitility.await()
                    .until(() -> intake.getCase(caseOf(caseId)).getProgressUnavailable(), r -> r.contains("DEADLINE"));
            assertThat(reason).isEqualTo("account-freeze does not answer: DEADLINE_EXCEEDED");
        }
    }

    @Test
    void unknownCaseIsNotFoundAndInvalidIdIsRefused() {
        assertThat(codeOf(() -> intake.getCase(caseOf(newId())))).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(violationsOf(() -> intake.getCase(caseOf("")))).containsExactly("caseId NOT_A_UUID");
        assertThat(violationsOf(() -> intake.getCase(caseOf("6222020000000000018"))))
                .containsExactly("caseId NOT_A_UUID");
    }

    @Test
    void pagesHaveAllCasesNewestFirst() {
        deleteAll();
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            newestFirst.add(intake.reportFraud(report().build()).getCaseId());
        }
        Collections.reverse(newestFirst);
        for (int size : List.of(1, 5, 22, 23, 24, 200)) {
            List<String> walked = new ArrayList<>();
            String token = "";
            int pages = 0;
            do {
                ListCasesResponse page = page(size, token);
                assertThat(page.getCasesCount()).isBetween(1, size);
                page.getCasesList().forEach(summary -> walked.add(summary.getCaseId()));
                token = page.getNextPageToken();
                pages++;
            } while (!token.isEmpty());
            assertThat(walked).containsExactlyElementsOf(newestFirst);
            assertThat(pages).isEqualTo((23 + size - 1) / size);
        }
        assertThat(page(0, "").getCasesCount()).isEqualTo(23);
    }

    @Test
    void newCasesDoNotAffectLaterPages() {
        deleteAll();
        String older = intake.reportFraud(report().build()).getCaseId();
        String newer = intake.reportFraud(report().build()).getCaseId();
        ListCasesResponse first = page(1, "");
        intake.reportFraud(report().build());
        assertThat(first.getCases(0).getCaseId()).isEqualTo(newer);
        assertThat(page(1, first.getNextPageToken()).getCases(0).getCaseId()).isEqualTo(older);
    }

    @Test
    void listIsEmptyWithoutCases() {
        deleteAll();
        assertThat(page(10, "")).isEqualTo(ListCasesResponse.getDefaultInstance());
    }

    @Test
    void summaryHasTheReportedValues() {
        deleteAll();
        intake.reportFraud(report().addTransfers(transfer().setAmountFen(1))
                .addTransfers(transfer().clearAmountFen())
                .build());
        CaseSummary summary = page(1, "").getCases(0);
        assertThat(summary.getStatus()).isEqualTo(CaseStatus.CASE_STATUS_OPEN);
        assertThat(summary.getChannel()).isEqualTo(Channel.CHANNEL_CALL_110);
        assertThat(summary.getFraudType()).isEqualTo(FraudType.FRAUD_TYPE_FAKE_LOAN);
        assertThat(summary.getTransferCount()).isEqualTo(3);
        assertThat(summary.getReportedFen()).isEqualTo(14_000_001);
        assertThat(summary.hasAcceptedAt()).isTrue();
    }

    @Test
    void unknownEnumNumbersAreShownAsUnspecified() {
        deleteAll();
        intake.reportFraud(report().setChannelValue(77).setFraudTypeValue(99).build());
        CaseSummary summary = page(1, "").getCases(0);
        assertThat(summary.getChannel()).isEqualTo(Channel.CHANNEL_UNSPECIFIED);
        assertThat(summary.getFraudType()).isEqualTo(FraudType.FRAUD_TYPE_UNSPECIFIED);
    }

    private List<String> found(ListCasesRequest.Builder request) {
        return intake.listCases(request.build()).getCasesList().stream()
                .map(CaseSummary::getCaseId)
                .toList();
    }

    private static ListCasesRequest.Builder cases() {
        return ListCasesRequest.newBuilder();
    }

    @Test
    void casesAreFoundByStatusFraudTypeAndTimeOfTheReport() {
        deleteAll();
        String loan = intake.reportFraud(report().build()).getCaseId();
        String romance = intake.reportFraud(
                        report().setFraudType(FraudType.FRAUD_TYPE_ROMANCE).build())
                .getCaseId();
        intake.withdrawCase(WithdrawCaseRequest.newBuilder()
                .setRequestId(newId())
                .setCaseId(romance)
                .setReason("paid on purpose")
                .setReference("statement")
                .build());

        assertThat(found(cases().setStatus(CaseStatus.CASE_STATUS_OPEN))).containsExactly(loan);
        assertThat(found(cases().setStatus(CaseStatus.CASE_STATUS_CLOSED))).containsExactly(romance);
        assertThat(found(cases().setFraudType(FraudType.FRAUD_TYPE_ROMANCE))).containsExactly(romance);
        assertThat(found(cases().setFraudType(FraudType.FRAUD_TYPE_ROMANCE).setStatus(CaseStatus.CASE_STATUS_OPEN)))
                .isEmpty();
        Timestamp reported = page(1, "").getCases(0).getAcceptedAt();
        assertThat(found(cases().setAcceptedSince(reported))).containsExactly(romance);
        assertThat(found(cases().setAcceptedSince(Timestamps.add(reported, Durations.fromMillis(1)))))
                .isEmpty();
    }

    @Test
    void casesAreFoundByTheNumberOfAPayerOrAPayee() {
        deleteAll();
        intake.reportFraud(report().build());
        String paid = intake.reportFraud(
                        report().addTransfers(transfer().setPayee(Reports.account("6222020000000000026")))
                                .addTransfers(transfer().setPayee(Reports.account("6222020000000000026")))
                                .build())
                .getCaseId();
        String paying = intake.reportFraud(
                        report().addTransfers(transfer().setPayer(Reports.account("6222020000000000026")))
                                .build())
                .getCaseId();

        assertThat(found(cases().setAccountNumber("6222 0200-0000 0000 026"))).containsExactly(paying, paid);
        assertThat(found(cases().setAccountNumber("6222020000000000034"))).isEmpty();
        ListCasesRequest.Builder one =
                cases().setAccountNumber("6222020000000000026").setPageSize(1);
        String token = intake.listCases(one.build()).getNextPageToken();
        assertThat(found(one.setPageToken(token))).containsExactly(paid);
    }

    @Test
    void wrongFiltersAreAllNamedAndTheNumberIsMasked() {
        ListCasesRequest wrong = cases().setStatusValue(77)
                .setFraudTypeValue(99)
                .setAccountNumber("6222".repeat(30))
                .build();

        assertThat(violationsOf(() -> intake.listCases(wrong)))
                .containsExactlyInAnyOrder("accountNumber TOO_LONG", "status UNKNOWN_ENUM", "fraudType UNKNOWN_ENUM");
        assertThat(failureOf(() -> intake.listCases(wrong))).hasMessageNotContaining("62226222");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 201, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void pageSizeOutOfRangeIsRefused(int size) {
        assertThat(violationsOf(() -> page(size, ""))).containsExactly("pageSize OUT_OF_RANGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " ", "0193a000-0000-7000-8000-00000000000", "'; DROP TABLE fraud_case"})
    void invalidPageTokenIsRefused(String token) {
        assertThat(violationsOf(() -> page(10, token))).containsExactly("pageToken NOT_A_TOKEN");
    }
}
