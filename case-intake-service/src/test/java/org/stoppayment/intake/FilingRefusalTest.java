package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.at;
import static org.stoppayment.intake.Reports.report;

import com.google.protobuf.Timestamp;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.FilingFacts;

/** Filings and corrections that are refused: each says by which field or code. */
@QuarkusTest
class FilingRefusalTest extends FilingTestBase {

    @Test
    void requestIdOfAReportIsNotThatOfAFilingOrAClosing() {
        var report = report().build();
        String reported = intake.reportFraud(report).getCaseId();

        assertThat(refusalOf(() -> intake.fileCase(
                        filing(reported).setRequestId(report.getRequestId()).build())))
                .isEqualTo("REQUEST_ID_REUSED");
        assertThat(refusalOf(() -> intake.closeCase(
                        closing(reported).setRequestId(report.getRequestId()).build())))
                .isEqualTo("REQUEST_ID_REUSED");
        assertThat(shown(reported).getStatus()).isEqualTo(CaseStatus.CASE_STATUS_OPEN);
    }

    @Test
    void secondFilingIsRefusedAndSaysToCorrectTheFirst() {
        String filed = filed();

        StatusRuntimeException refused = failureOf(() ->
                intake.fileCase(filing(filed).setFacts(facts().setNumber("9")).build()));

        assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("CASE_FILED");
        assertThat(refused.getStatus().getDescription()).contains("correct its filing instead");
        assertThat(shown(filed).getFilingsList()).hasSize(1);
        assertThat(filedEvents(filed)).hasSize(1);
    }

    @Test
    void refusalIsToldInTheLanguageOfTheCaller() {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("accept-language", Metadata.ASCII_STRING_MARSHALLER), "zh-CN");
        var chinese = intake.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
        String filed = filed();

        StatusRuntimeException refused =
                failureOf(() -> chinese.fileCase(filing(filed).build()));

        assertThat(detail(refused, LocalizedMessage.class).getMessage()).contains("案件已立案");
    }

    @Test
    void correctionOfAnEarlierRevisionOrWithoutAChangeIsRefused() {
        String filed = filed();
        intake.correctFiling(correction(filed, 1).build());

        assertThat(refusalOf(() -> intake.correctFiling(
                        correction(filed, 1).setFacts(facts()).build())))
                .isEqualTo("FILING_CHANGED");
        assertThat(refusalOf(() -> intake.correctFiling(correction(filed, 2).build())))
                .isEqualTo("FILING_UNCHANGED");
        assertThat(shown(filed).getFilingsList()).hasSize(2);
    }

    @Test
    void allViolationsAreNamedAtOnceAndAnUnknownCaseIsNotFound() {
        var broken = FileCaseRequest.newBuilder()
                .setRequestId("1")
                .setCaseId("case 7")
                .setOperator(Operator.newBuilder().setOrganisation("a\u202eb").setBadgeNumber("1"))
                .setFacts(FilingFacts.newBuilder()
                        .setNumber(" ")
                        .setFiledAt(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
                        .setDocumentDigest("a1".repeat(31)))
                .build();

        assertThat(violationsOf(() -> intake.fileCase(broken)))
                .containsExactly(
                        "operator.organisation FORBIDDEN_CHARACTER",
                        "requestId NOT_A_UUID",
                        "caseId NOT_A_UUID",
                        "facts.number LENGTH",
                        "facts.organisation LENGTH",
                        "facts.filedAt MISSING",
                        "facts.documentDigest FORM");
        assertThat(violationsOf(() ->
                        intake.correctFiling(correction(caseId, 0).clearReason().build())))
                .containsExactly("correctsRevision OUT_OF_RANGE", "reason LENGTH");
        assertThat(violationsOf(
                        () -> intake.closeCase(closing(caseId).clearOperator().build())))
                .containsExactly("operator.organisation LENGTH", "operator.badgeNumber LENGTH");
        assertThat(codeOf(() -> intake.fileCase(filing(caseId).build()))).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(codeOf(() -> intake.correctFiling(correction(caseId, 1).build())))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(codeOf(() -> intake.closeCase(closing(caseId).build()))).isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void caseIsFiledNeitherBeforeItsCallNorInTheFuture() {
        String filed = reported();
        long now = SystemTime.SOURCE.instant().getEpochSecond();

        assertThat(violationsOf(() -> intake.fileCase(filedAt(filed, CALL_BEGAN - 301))))
                .containsExactly("facts.filedAt BEFORE_REPORT");
        assertThat(violationsOf(() -> intake.fileCase(filedAt(filed, now + 600))))
                .containsExactly("facts.filedAt IN_FUTURE");
        assertThat(shown(filed).getStatus()).isEqualTo(CaseStatus.CASE_STATUS_OPEN);

        intake.fileCase(filedAt(filed, CALL_BEGAN - 300)); // the report was entered years after its call
        assertThat(violationsOf(() -> intake.correctFiling(correction(filed, 1)
                        .setFacts(facts().setFiledAt(at(CALL_BEGAN - 301)))
                        .build())))
                .containsExactly("facts.filedAt BEFORE_REPORT");
    }

    @Test
    void reportThatDoesNotSayWhenTheCallBeganCountsFromItsAcceptance() {
        String reported = intake.reportFraud(report().clearReceivedAt().build()).getCaseId();
        long now = SystemTime.SOURCE.instant().getEpochSecond();

        assertThat(violationsOf(() -> intake.fileCase(filedAt(reported, now - 3_600))))
                .containsExactly("facts.filedAt BEFORE_REPORT");
        assertThat(intake.fileCase(filedAt(reported, now)).getReplayed()).isFalse();
    }

    private static FileCaseRequest filedAt(String caseId, long seconds) {
        return filing(caseId).setFacts(facts().setFiledAt(at(seconds))).build();
    }
}
