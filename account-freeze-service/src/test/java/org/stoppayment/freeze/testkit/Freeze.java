package org.stoppayment.freeze.testkit;

import io.grpc.ManagedChannel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.testing.TestCertificates;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.EventInboxServiceGrpc;
import org.stoppayment.proto.freeze.v1.AccountFreezeServiceGrpc;
import org.stoppayment.proto.freeze.v1.AttentionServiceGrpc;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.ClockServiceGrpc;
import org.stoppayment.proto.freeze.v1.DissuasionServiceGrpc;
import org.stoppayment.proto.freeze.v1.FeedbackServiceGrpc;
import org.stoppayment.proto.freeze.v1.GetCaseProgressRequest;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;
import org.stoppayment.proto.freeze.v1.GetTimeRequest;
import org.stoppayment.proto.freeze.v1.GetTraceRequest;
import org.stoppayment.proto.freeze.v1.HoldServiceGrpc;
import org.stoppayment.proto.freeze.v1.HoldStatisticsServiceGrpc;
import org.stoppayment.proto.freeze.v1.ListManualOrdersRequest;
import org.stoppayment.proto.freeze.v1.ListManualOrdersResponse;
import org.stoppayment.proto.freeze.v1.MuleServiceGrpc;
import org.stoppayment.proto.freeze.v1.ObjectionServiceGrpc;
import org.stoppayment.proto.freeze.v1.QueryFeedbackServiceGrpc;
import org.stoppayment.proto.freeze.v1.QueryServiceGrpc;
import org.stoppayment.proto.freeze.v1.RecordFeedbackRequest;
import org.stoppayment.proto.freeze.v1.RecordFeedbackResponse;
import org.stoppayment.proto.freeze.v1.RecordQueryAnswerRequest;
import org.stoppayment.proto.freeze.v1.RecordQueryAnswerResponse;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.TracingServiceGrpc;
import org.stoppayment.proto.freeze.v1.WatchAttentionRequest;
import org.stoppayment.proto.freeze.v1.WatchAttentionResponse;
import org.stoppayment.proto.freeze.v1.WatchCaseRequest;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.QueryAnswer;

/** account-freeze as its neighbours reach it: over a socket. */
public final class Freeze {

    private static final int SECONDS = 20;
    private static final int LARGE = 64 << 20;

    private final int port;
    private final ManagedChannel channel;
    private final ManagedChannel intake;
    private final ManagedChannel gateway;

    Freeze(int port) {
        this.port = port;
        channel = channel(TestCertificates.COMMAND);
        intake = channel(TestCertificates.service(ServiceNames.CASE_INTAKE));
        gateway = channel(TestCertificates.service(ServiceNames.BANK_GATEWAY));
    }

    private ManagedChannel channel(CertificateSubject caller) {
        return TestCertificates.channel(caller, ServiceNames.ACCOUNT_FREEZE, port)
                .build();
    }

    /** Where it serves. */
    public int port() {
        return port;
    }

    void close() {
        channel.shutdownNow();
        intake.shutdownNow();
        gateway.shutdownNow();
    }

    public DeliverEventsResponse deliver(Report... reports) {
        return deliver(Arrays.stream(reports).map(Report::event).toList());
    }

    public DeliverEventsResponse deliver(List<Event> events) {
        return EventInboxServiceGrpc.newBlockingStub(intake)
                .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                .deliverEvents(
                        DeliverEventsRequest.newBuilder().addAllEvents(events).build());
    }

    /** What an institution calls back with; true when it said nothing new. */
    public boolean callBack(String institutionCode, Feedback.Builder feedback) {
        return recordFeedback(institutionCode, feedback).getReplayed();
    }

    /** The same, with all that is answered. */
    public RecordFeedbackResponse recordFeedback(String institutionCode, Feedback.Builder feedback) {
        return FeedbackServiceGrpc.newBlockingStub(gateway)
                .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                .recordFeedback(RecordFeedbackRequest.newBuilder()
                        .setInstitutionCode(institutionCode)
                        .setFeedback(feedback)
                        .build());
    }

    /** Its freezes. */
    public HoldServiceGrpc.HoldServiceBlockingStub holds() {
        return HoldServiceGrpc.newBlockingStub(channel).withDeadlineAfter(SECONDS, TimeUnit.SECONDS);
    }

    /** Figures of holds. */
    public HoldStatisticsServiceGrpc.HoldStatisticsServiceBlockingStub statistics() {
        return HoldStatisticsServiceGrpc.newBlockingStub(channel).withDeadlineAfter(SECONDS, TimeUnit.SECONDS);
    }

    /** The objections to its holds. */
    public ObjectionServiceGrpc.ObjectionServiceBlockingStub objections() {
        return ObjectionServiceGrpc.newBlockingStub(channel).withDeadlineAfter(SECONDS, TimeUnit.SECONDS);
    }

    /** Its queries. */
    public QueryServiceGrpc.QueryServiceBlockingStub queries() {
        return QueryServiceGrpc.newBlockingStub(channel).withDeadlineAfter(SECONDS, TimeUnit.SECONDS);
    }

    /** What an institution calls back with about a query. */
    public RecordQueryAnswerResponse answerQuery(String institutionCode, QueryAnswer.Builder answer) {
        return QueryFeedbackServiceGrpc.newBlockingStub(gateway)
                .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                .recordQueryAnswer(RecordQueryAnswerRequest.newBuilder()
                        .setInstitutionCode(institutionCode)
                        .setAnswer(answer)
                        .build());
    }

    /** The time that it tells services without a database. */
    public Instant time() {
        return CommonWire.instant(ClockServiceGrpc.newBlockingStub(gateway)
                .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                .getTime(GetTimeRequest.getDefaultInstance())
                .getTime());
    }

    public CaseProgress progress(String caseId) {
        return views().getCaseProgress(
                        GetCaseProgressRequest.newBuilder().setCaseId(caseId).build())
                .getProgress();
    }

    /** Where the money of a case went. */
    public Trace trace(String caseId) {
        return TracingServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                .withMaxInboundMessageSize(LARGE)
                .getTrace(GetTraceRequest.newBuilder().setCaseId(caseId).build())
                .getTrace();
    }

    public StopOrder order(String applicationId) {
        return views().getStopOrder(GetStopOrderRequest.newBuilder()
                        .setApplicationId(applicationId)
                        .build())
                .getOrder();
    }

    public ListManualOrdersResponse manual(int pageSize, String pageToken) {
        return views().listManualOrders(ListManualOrdersRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build());
    }

    /** Watches a case, by a connection of its own. */
    public WatchStream<WatchCaseResponse> watch(WatchCaseRequest.Builder request) {
        return WatchStream.of(port, request);
    }

    /** The registry of mules. */
    public MuleServiceGrpc.MuleServiceBlockingStub mules() {
        return MuleServiceGrpc.newBlockingStub(channel).withDeadlineAfter(SECONDS, TimeUnit.SECONDS);
    }

    /** What needs attention. */
    public AttentionServiceGrpc.AttentionServiceBlockingStub attention() {
        return AttentionServiceGrpc.newBlockingStub(channel).withDeadlineAfter(SECONDS, TimeUnit.SECONDS);
    }

    /** Watches what needs attention, by a connection of its own. */
    public WatchStream<WatchAttentionResponse> watchAttention(WatchAttentionRequest request) {
        return WatchStream.of(port, request);
    }

    /** A person says which institution an order goes to. */
    public StopOrder route(String applicationId, String institutionCode, String reference) {
        return officer()
                .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(applicationId)
                        .setInstitutionCode(institutionCode)
                        .setReference(reference)
                        .build())
                .getOrder();
    }

    /** A person records what the institution said of an order on the telephone. */
    public StopOrder record(String applicationId, Feedback.Builder said, String reference) {
        return officer()
                .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(applicationId)
                        .setFeedback(said.setApplicationId(applicationId))
                        .setReference(reference)
                        .build())
                .getOrder();
    }

    /** What the 96110 desk calls. */
    public DissuasionServiceGrpc.DissuasionServiceBlockingStub dissuasion() {
        return DissuasionServiceGrpc.newBlockingStub(channel).withDeadlineAfter(SECONDS, TimeUnit.SECONDS);
    }

    /** What officers call. */
    public AccountFreezeServiceGrpc.AccountFreezeServiceBlockingStub officer() {
        return views();
    }

    private AccountFreezeServiceGrpc.AccountFreezeServiceBlockingStub views() {
        return AccountFreezeServiceGrpc.newBlockingStub(channel).withDeadlineAfter(SECONDS, TimeUnit.SECONDS);
    }
}
