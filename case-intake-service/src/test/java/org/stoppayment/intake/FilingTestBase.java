package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.at;
import static org.stoppayment.intake.Reports.caseOf;
import static org.stoppayment.intake.Reports.report;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CaseFiled;
import org.stoppayment.proto.intake.v1.CloseCaseRequest;
import org.stoppayment.proto.intake.v1.CorrectFilingRequest;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.FilingFacts;
import org.stoppayment.proto.intake.v1.WithdrawCaseRequest;

/** A case to file, and what officers say of it. */
abstract class FilingTestBase extends IntakeTest {

    /** When the call of {@link Reports#report} began. */
    static final long CALL_BEGAN = 1_700_000_000;

    static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("反诈中心")
            .setBadgeNumber("031027")
            .build();

    final String caseId = newId();

    static FilingFacts.Builder facts() {
        return FilingFacts.newBuilder()
                .setNumber("沪公（网安）立字〔2026〕7号")
                .setOrganisation("上海市公安局")
                .setFiledAt(at(CALL_BEGAN + 3_600))
                .setDocumentDigest("a1".repeat(32));
    }

    static FileCaseRequest.Builder filing(String caseId) {
        return FileCaseRequest.newBuilder()
                .setRequestId(newId())
                .setCaseId(caseId)
                .setOperator(OFFICER)
                .setFacts(facts());
    }

    static CorrectFilingRequest.Builder correction(String caseId, int revision) {
        return CorrectFilingRequest.newBuilder()
                .setRequestId(newId())
                .setCaseId(caseId)
                .setOperator(OFFICER)
                .setCorrectsRevision(revision)
                .setFacts(facts().setNumber("沪公（网安）立字〔2026〕8号"))
                .setReason("the number was misread");
    }

    static CloseCaseRequest.Builder closing(String caseId) {
        return CloseCaseRequest.newBuilder()
                .setRequestId(newId())
                .setCaseId(caseId)
                .setOperator(OFFICER)
                .setReason("convicted, judgment 12");
    }

    static WithdrawCaseRequest withdrawal(String caseId) {
        return WithdrawCaseRequest.newBuilder()
                .setRequestId(newId())
                .setCaseId(caseId)
                .setReason("paid on purpose")
                .setReference("statement 8")
                .build();
    }

    String reported() {
        return intake.reportFraud(report().build()).getCaseId();
    }

    String filed() {
        String filed = reported();
        intake.fileCase(filing(filed).build());
        return filed;
    }

    Case shown(String shownCase) {
        return intake.getCase(caseOf(shownCase)).getCase();
    }

    static String refusalOf(Runnable call) {
        StatusRuntimeException failure = failureOf(call::run);
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        return detail(failure, ErrorInfo.class).getReason();
    }

    <M extends Message> List<M> events(String ofCase, String type, Parser<M> parser) {
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

    List<CaseFiled> filedEvents(String ofCase) {
        return events(ofCase, CaseFiled.getDescriptor().getFullName(), CaseFiled.parser());
    }

    long rows(String table, String ofCase) {
        return count("SELECT count(*) FROM " + table + " WHERE case_id = ?", UUID.fromString(ofCase));
    }
}
