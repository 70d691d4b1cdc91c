package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.rpc.Code;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.GetTraceRequest;
import org.stoppayment.proto.freeze.v1.GetTraceResponse;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.TracingServiceGrpc;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CloseCaseRequest;
import org.stoppayment.proto.intake.v1.CorrectFilingRequest;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.WithdrawCaseRequest;

/**
 * Services over real gRPC that stop at once what the expectation of a case says. The id of a case contains its sums, so that
 * recovery knows them in another process.
 */
public final class FakeServices {

    private final FakeIntake intake = new FakeIntake();
    private final FakeFreeze freeze = new FakeFreeze();
    private final FakeGateway gateway = new FakeGateway();
    private final FakeWatching watching = new FakeWatching();
    private final FakeDissuasion dissuasion = new FakeDissuasion();
    private final FakeAttention attention = new FakeAttention();
    private final FakeHolds holds = new FakeHolds();
    private final FakeHoldStatistics holdStatistics = new FakeHoldStatistics();
    private final FakeReports recoveryReports = new FakeReports();
    private final FakeObjections objections = new FakeObjections();
    private final FakeQueries queries = new FakeQueries();
    private final FakeVictims victims = new FakeVictims();
    private final FakeNotices notices = new FakeNotices();
    private final FakeRecovery recovery = new FakeRecovery();
    private final FakeRefunds refunds = new FakeRefunds();
    private final FakePayments payments = new FakePayments();
    private final FakeBatches batches = new FakeBatches();
    private final FakeForms forms = new FakeForms();
    private final FakeRecoveryWatching recoveryWatching = new FakeRecoveryWatching();
    private final WideAnswers wide = new WideAnswers();

    /** All answers are as wide as they can be from now on. */
    public void answerWide() {
        wide.start();
    }

    /** The bank gateway. */
    public FakeGateway gateway() {
        return gateway;
    }

    /** How cases were asked for. */
    public List<ListCasesRequest> lists() {
        return intake.lists();
    }

    /** The reports that came in. */
    public List<ReportFraudRequest> reports() {
        return intake.reports();
    }

    /** The watch service. */
    public FakeWatching watching() {
        return watching;
    }

    /** Figures of holds. */
    public FakeHoldStatistics holdStatistics() {
        return holdStatistics;
    }

    /** Figures of recovery. */
    public FakeReports recoveryReports() {
        return recoveryReports;
    }

    /** The dissuasion list. */
    public FakeDissuasion dissuasion() {
        return dissuasion;
    }

    /** The lifts that were taken. */
    public List<LiftStopRequest> lifts() {
        return freeze.lifts();
    }

    /** The withdrawals that were taken. */
    public List<WithdrawCaseRequest> withdrawals() {
        return intake.withdrawals();
    }

    /** The filings that were taken. */
    public List<FileCaseRequest> filings() {
        return intake.filings();
    }

    /** The corrections of filings that were taken. */
    public List<CorrectFilingRequest> filingCorrections() {
        return intake.filingCorrections();
    }

    /** The closings that were taken. */
    public List<CloseCaseRequest> closings() {
        return intake.closings();
    }

    /** Freezes. */
    public FakeHolds holds() {
        return holds;
    }

    /** Objections. */
    public FakeObjections objections() {
        return objections;
    }

    /** Queries. */
    public FakeQueries queries() {
        return queries;
    }

    /** What is established about victims. */
    public FakeVictims victims() {
        return victims;
    }

    /** Notices of plans, and objections to plans. */
    public FakeNotices notices() {
        return notices;
    }

    /** The books of cases. */
    public FakeRecovery recovery() {
        return recovery;
    }

    /** Shares and plans. */
    public FakeRefunds refunds() {
        return refunds;
    }

    /** Approvals and payments of plans. */
    public FakePayments payments() {
        return payments;
    }

    /** Batches of plans. */
    public FakeBatches batches() {
        return batches;
    }

    /** Forms of plans. */
    public FakeForms forms() {
        return forms;
    }

    /** Streams of the return of money. */
    public FakeRecoveryWatching recoveryWatching() {
        return recoveryWatching;
    }

    /** What needs attention. */
    public FakeAttention attention() {
        return attention;
    }

    /** This order waits for a person. */
    public void manual(StopOrder order) {
        freeze.manual(order);
    }

    /** Changes the progress of every case. */
    public void tamper(UnaryOperator<CaseProgress> change) {
        intake.tamper(change);
    }

    /** Changes what is stored of every case. */
    public void tamperCase(UnaryOperator<Case> change) {
        intake.tamperCase(change);
    }

    /** Another desk corrects the transfer before each supplement. */
    public void correctMeanwhile() {
        intake.correctMeanwhile();
    }

    /** The supplements that came in. */
    public List<SupplementCaseRequest> supplements() {
        return intake.supplements();
    }

    /** The first transfer of a case, as it was reported. */
    public Transfer reportedTransfer(String caseId) {
        return intake.reportedTransfer(caseId);
    }

    /** A report that named this payer gave this telephone number. */
    public void contact(String payerNumber, String name, String phone) {
        intake.contact(payerNumber, name, phone);
    }

    /** Intake does not answer who to call. */
    public void contactsUnavailable() {
        intake.contactsUnavailable();
    }

    /** Account-freeze has not taken any case. */
    public void waitForFreeze() {
        intake.waitForFreeze();
    }

    /** Serves all of them on one port of the loopback interface. */
    public Server serve(int port) {
        return serve(port, TestCertificates.ofAllServices());
    }

    /** The same, with another certificate. */
    public Server serve(int port, SslContext certificates) {
        try {
            NettyServerBuilder builder = NettyServerBuilder.forAddress(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .sslContext(certificates);
            gateway.services().forEach(builder::addService);
            return builder.intercept(wide)
                    .addService(intake)
                    .addService(freeze)
                    .addService(new Tracing())
                    .addService(watching)
                    .addService(dissuasion)
                    .addService(attention)
                    .addService(holds)
                    .addService(holdStatistics)
                    .addService(recoveryReports)
                    .addService(objections)
                    .addService(queries)
                    .addService(victims)
                    .addService(notices)
                    .addService(new FakeMules())
                    .addService(recovery)
                    .addService(new FakeReconciliation())
                    .addService(refunds)
                    .addService(refunds.shares())
                    .addService(payments)
                    .addService(payments.approvals())
                    .addService(batches)
                    .addService(forms)
                    .addService(recoveryWatching)
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Tracing extends TracingServiceGrpc.TracingServiceImplBase {

        @Override
        public void getTrace(GetTraceRequest request, StreamObserver<GetTraceResponse> caller) {
            UUID sums = UUID.fromString(request.getCaseId());
            FakeCases.traceOf(sums.getMostSignificantBits(), sums.getLeastSignificantBits())
                    .ifPresentOrElse(
                            trace -> answer(
                                    caller,
                                    GetTraceResponse.newBuilder()
                                            .setTrace(trace.toBuilder().setCaseId(request.getCaseId()))
                                            .build()),
                            () -> refuse(caller, Code.NOT_FOUND, "case: " + request.getCaseId()));
        }
    }
}
