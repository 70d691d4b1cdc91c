package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.at;
import static org.stoppayment.intake.Reports.caseOf;
import static org.stoppayment.intake.Reports.report;
import static org.stoppayment.intake.Reports.supplement;
import static org.stoppayment.intake.Reports.transfer;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.google.protobuf.Timestamp;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CaseClosed;
import org.stoppayment.proto.intake.v1.CaseFiled;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.CaseSummary;
import org.stoppayment.proto.intake.v1.CloseCaseRequest;
import org.stoppayment.proto.intake.v1.CorrectFilingRequest;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.Filing;
import org.stoppayment.proto.intake.v1.FilingFacts;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.WithdrawCaseRequest;

/** 立案 and 结案: a case is filed once, its filing is corrected by further revisions, and a filed case is closed once. */
@QuarkusTest
class FilingTest extends IntakeTest {

    /** When the call of {@link Reports#report} began. */
    private static final long CALL_BEGAN = 1_700_000_000;

    private static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("反诈中心")
            .setBadgeNumber("031027")
            .build();

    private final String caseId = newId();

    private static FilingFacts.Builder facts() {
        return FilingFacts.newBuilder()
                .setNumber("沪公（网安）立字〔2026〕7号")
                .setOrganisation("上海市公安局")
                .setFiledAt(at(CALL_BEGAN + 3_600))
                .setDocumentDigest("a1".repeat(32));
    }

    private static FileCaseRequest.Builder filing(String caseId) {
        return FileCaseRequest.newBuilder()
                .setRequestId(newId())
                .setCaseId(caseId)
                .setOperator(OFFICER)
                .setFacts(facts());
    }

    private static CorrectFilingRequest.Builder correction(String caseId, int revision) {
        return CorrectFilingRequest.newBuilder()
                .setRequestId(newId())
                .setCaseId(caseId)
                .setOperator(OFFICER)
                .setCorrectsRevision(revision)
                .setFacts(facts().setNumber("沪公（网安）立字〔2026〕8号"))
                .setReason("the number was misread");
    }

    private static CloseCaseRequest.Builder closing(String caseId) {
        return CloseCaseRequest.newBuilder()
                .setRequestId(newId())
                .setCaseId(caseId)
                .setOperator(OFFICER)
                .setReason("convicted, judgment 12");
    }

    private static WithdrawCaseRequest withdrawal(String caseId) {
        return WithdrawCaseRequest.newBuilder()
                .setRequestId(newId())
                .setCaseId(caseId)
                .setReason("paid on purpose")
                .setReference("statement 8")
                .build();
    }

    private String reported() {
        return intake.reportFraud(report().build()).getCaseId();
    }

    private String filed() {
        String filed = reported();
        intake.fileCase(filing(filed).build());
        return filed;
    }

    private Case shown(String shownCase) {
        return intake.getCase(caseOf(shownCase)).getCase();
    }

    private static String refusalOf(Runnable call) {
        StatusRuntimeException failure = failureOf(call::run);
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        return detail(failure, ErrorInfo.class).getReason();
    }

    private <M extends Message> List<M> events(String ofCase, String type, Parser<M> parser) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT data FROM outbox WHERE case_id = ? AND type = ? ORDER BY occurred_at")) {
            query.setObject(1, UUID.fromString(ofCase));
            query.setString(2, type);
            var rows = query.executeQuery();
            List<M> found = new ArrayList<>();
            while (rows.next()) {
                found.add(parser.parseFrom(rows.getBytes(1)));
            }
            return found;
        } catch (SQLException | InvalidProtocolBufferException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<CaseFiled> filedEvents(String ofCase) {
        return events(ofCase, CaseFiled.getDescriptor().getFullName(), CaseFiled.parser());
    }

    private long rows(String table, String ofCase) {
        return count("SELECT count(*) FROM " + table + " WHERE case_id = ?", UUID.fromString(ofCase));
    }

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

    @Test
    void ofTwoDesksAtTheSameMomentOneFilesAndTheOtherIsToldSo() {
        for (int round = 0; round < 10; round++) {
            String contested = reported();
            List<CompletableFuture<String>> desks = IntStream.range(0, 4)
                    .mapToObj(desk -> CompletableFuture.supplyAsync(() -> outcomeOf(filing(contested)
                            .setFacts(facts().setNumber("desk " + desk))
                            .build())))
                    .toList();

            assertThat(desks.stream().map(CompletableFuture::join))
                    .containsExactlyInAnyOrder("filed", "CASE_FILED", "CASE_FILED", "CASE_FILED");
            assertThat(rows("filing", contested)).isEqualTo(1);
            assertThat(filedEvents(contested)).hasSize(1);
        }
    }

    @Test
    void resendAtTheSameMomentFilesOnce() {
        for (int round = 0; round < 10; round++) {
            String reported = reported();
            FileCaseRequest request = filing(reported).build();
            List<CompletableFuture<Boolean>> sends = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> intake.fileCase(request).getReplayed()))
                    .toList();

            assertThat(sends.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(false, true, true, true);
            assertThat(filedEvents(reported)).hasSize(1);
        }
    }

    private String outcomeOf(FileCaseRequest request) {
        try {
            intake.fileCase(request);
            return "filed";
        } catch (StatusRuntimeException refused) {
            return detail(refused, ErrorInfo.class).getReason();
        }
    }

    @Test
    void supplementAtTheSameMomentComesBeforeTheClosingOrIsRefused() {
        for (int round = 0; round < 10; round++) {
            String closed = filed();
            List<CompletableFuture<Boolean>> supplements = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> isSupplemented(closed)))
                    .toList();
            CompletableFuture<Void> closing = CompletableFuture.runAsync(
                    () -> intake.closeCase(closing(closed).build()));

            closing.join();
            long accepted = supplements.stream().filter(CompletableFuture::join).count();

            assertThat(rows("submission", closed)).isEqualTo(1 + accepted);
            assertThat(count("SELECT closed_after FROM fraud_case WHERE case_id = ?", UUID.fromString(closed)))
                    .isEqualTo(1 + accepted);
        }
    }

    private boolean isSupplemented(String closed) {
        try {
            intake.supplementCase(supplement(closed).addTransfers(transfer()).build());
            return true;
        } catch (StatusRuntimeException refused) {
            assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("CASE_CLOSED");
            return false;
        }
    }
}
