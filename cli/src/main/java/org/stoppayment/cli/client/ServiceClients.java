package org.stoppayment.cli.client;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractBlockingStub;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.text.Language;
import org.stoppayment.proto.freeze.v1.AccountFreezeServiceGrpc;
import org.stoppayment.proto.freeze.v1.AttentionServiceGrpc;
import org.stoppayment.proto.freeze.v1.CaseWatchServiceGrpc;
import org.stoppayment.proto.freeze.v1.DissuasionServiceGrpc;
import org.stoppayment.proto.freeze.v1.HoldServiceGrpc;
import org.stoppayment.proto.freeze.v1.HoldStatisticsServiceGrpc;
import org.stoppayment.proto.freeze.v1.MuleServiceGrpc;
import org.stoppayment.proto.freeze.v1.ObjectionServiceGrpc;
import org.stoppayment.proto.freeze.v1.QueryServiceGrpc;
import org.stoppayment.proto.freeze.v1.TracingServiceGrpc;
import org.stoppayment.proto.gateway.v1.BankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.InstitutionRegistryServiceGrpc;
import org.stoppayment.proto.gateway.v1.InstitutionTrialServiceGrpc;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.recovery.v1.ApprovalServiceGrpc;
import org.stoppayment.proto.recovery.v1.BatchServiceGrpc;
import org.stoppayment.proto.recovery.v1.FormServiceGrpc;
import org.stoppayment.proto.recovery.v1.FundRecoveryServiceGrpc;
import org.stoppayment.proto.recovery.v1.NoticeServiceGrpc;
import org.stoppayment.proto.recovery.v1.PaymentServiceGrpc;
import org.stoppayment.proto.recovery.v1.ReconciliationServiceGrpc;
import org.stoppayment.proto.recovery.v1.RecoveryWatchServiceGrpc;
import org.stoppayment.proto.recovery.v1.RefundServiceGrpc;
import org.stoppayment.proto.recovery.v1.ReportServiceGrpc;
import org.stoppayment.proto.recovery.v1.ShareServiceGrpc;
import org.stoppayment.proto.recovery.v1.VictimServiceGrpc;

/** Blocking gRPC clients of the services. Every call has its own deadline. Thread-safe. */
public final class ServiceClients implements AutoCloseable {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    /** Four answers and three callbacks, each as late as may be, and more. */
    private static final Duration TRIAL_TIMEOUT = Duration.ofSeconds(90);
    /** A thousand plans, and a slow database. */
    private static final Duration BATCH_TIMEOUT = Duration.ofMinutes(15);

    private static final Duration FORM_TIMEOUT = Duration.ofMinutes(10);

    private final ServiceChannels channels;

    /** Clients of services at {@code host:port}, with the certificate of the command; errors are asked for in this language. */
    public ServiceClients(Map<ServiceName, String> addresses, CertificateFiles certificates, Language language) {
        this.channels = new ServiceChannels(addresses, certificates, language);
    }

    /** Clients of the services of a running suite, with errors in English. */
    public static ServiceClients of(Suite suite) {
        return of(suite, Language.EN);
    }

    /** Clients of the services of a running suite; errors are asked for in this language. */
    public static ServiceClients of(Suite suite, Language language) {
        return new ServiceClients(
                Map.of(
                        ServiceName.INTAKE, suite.grpcAddress(ServiceName.INTAKE),
                        ServiceName.FREEZE, suite.grpcAddress(ServiceName.FREEZE),
                        ServiceName.GATEWAY, suite.grpcAddress(ServiceName.GATEWAY),
                        ServiceName.RECOVERY, suite.grpcAddress(ServiceName.RECOVERY)),
                suite.directory().certificates(),
                language);
    }

    /** Reports and cases. */
    public CaseIntakeServiceGrpc.CaseIntakeServiceBlockingStub intake() {
        return stub(ServiceName.INTAKE, CaseIntakeServiceGrpc::newBlockingStub);
    }

    /** Stop orders. */
    public AccountFreezeServiceGrpc.AccountFreezeServiceBlockingStub freeze() {
        return stub(ServiceName.FREEZE, AccountFreezeServiceGrpc::newBlockingStub);
    }

    /** Traces of cases. */
    public TracingServiceGrpc.TracingServiceBlockingStub tracing() {
        return stub(ServiceName.FREEZE, TracingServiceGrpc::newBlockingStub);
    }

    /** Streams of case updates, without a deadline. Reconnects at once when the last attempt to connect failed. */
    public CaseWatchServiceGrpc.CaseWatchServiceBlockingV2Stub watching() {
        return CaseWatchServiceGrpc.newBlockingV2Stub(channels.stream(ServiceName.FREEZE));
    }

    /** What needs attention. */
    public AttentionServiceGrpc.AttentionServiceBlockingStub attention() {
        return stub(ServiceName.FREEZE, AttentionServiceGrpc::newBlockingStub);
    }

    /** Streams of what needs attention, without a deadline. Reconnects at once when the last attempt to connect failed. */
    public AttentionServiceGrpc.AttentionServiceBlockingV2Stub watchingAttention() {
        return AttentionServiceGrpc.newBlockingV2Stub(channels.stream(ServiceName.FREEZE));
    }

    /** The dissuasion list of the 96110 desk. */
    public DissuasionServiceGrpc.DissuasionServiceBlockingStub dissuasion() {
        return stub(ServiceName.FREEZE, DissuasionServiceGrpc::newBlockingStub);
    }

    /** The registry of mules. */
    public MuleServiceGrpc.MuleServiceBlockingStub mules() {
        return stub(ServiceName.FREEZE, MuleServiceGrpc::newBlockingStub);
    }

    /** Freezes, and what should be done about holds. */
    public HoldServiceGrpc.HoldServiceBlockingStub holds() {
        return stub(ServiceName.FREEZE, HoldServiceGrpc::newBlockingStub);
    }

    /** Figures of holds. */
    public HoldStatisticsServiceGrpc.HoldStatisticsServiceBlockingStub holdStatistics() {
        return stub(ServiceName.FREEZE, HoldStatisticsServiceGrpc::newBlockingStub);
    }

    /** Objections to holds, and what their holders may be told. */
    public ObjectionServiceGrpc.ObjectionServiceBlockingStub objections() {
        return stub(ServiceName.FREEZE, ObjectionServiceGrpc::newBlockingStub);
    }

    /** Queries about accounts. */
    public QueryServiceGrpc.QueryServiceBlockingStub queries() {
        return stub(ServiceName.FREEZE, QueryServiceGrpc::newBlockingStub);
    }

    /** The institutions. */
    public BankGatewayServiceGrpc.BankGatewayServiceBlockingStub gateway() {
        return stub(ServiceName.GATEWAY, BankGatewayServiceGrpc::newBlockingStub);
    }

    /** Public notices of plans, and objections to plans. */
    public NoticeServiceGrpc.NoticeServiceBlockingStub notices() {
        return stub(ServiceName.RECOVERY, NoticeServiceGrpc::newBlockingStub);
    }

    /** The books of recovered money. */
    public FundRecoveryServiceGrpc.FundRecoveryServiceBlockingStub recovery() {
        return stub(ServiceName.RECOVERY, FundRecoveryServiceGrpc::newBlockingStub);
    }

    /** Whose money accounts hold. */
    public ShareServiceGrpc.ShareServiceBlockingStub shares() {
        return stub(ServiceName.RECOVERY, ShareServiceGrpc::newBlockingStub);
    }

    /** Whether the books agree with what institutions told. */
    public ReconciliationServiceGrpc.ReconciliationServiceBlockingStub reconciliation() {
        return stub(ServiceName.RECOVERY, ReconciliationServiceGrpc::newBlockingStub);
    }

    /** Figures of recovery. */
    public ReportServiceGrpc.ReportServiceBlockingStub reports() {
        return stub(ServiceName.RECOVERY, ReportServiceGrpc::newBlockingStub);
    }

    /** What is established about victims. */
    public VictimServiceGrpc.VictimServiceBlockingStub victims() {
        return stub(ServiceName.RECOVERY, VictimServiceGrpc::newBlockingStub);
    }

    /** Plans for the return of money. */
    public RefundServiceGrpc.RefundServiceBlockingStub refunds() {
        return stub(ServiceName.RECOVERY, RefundServiceGrpc::newBlockingStub);
    }

    /** Approvals of plans. */
    public ApprovalServiceGrpc.ApprovalServiceBlockingStub approvals() {
        return stub(ServiceName.RECOVERY, ApprovalServiceGrpc::newBlockingStub);
    }

    /** Payments of approved plans. */
    public PaymentServiceGrpc.PaymentServiceBlockingStub payments() {
        return stub(ServiceName.RECOVERY, PaymentServiceGrpc::newBlockingStub);
    }

    /** Batches of plans. Their plans are looked at one by one, which takes a while. */
    public BatchServiceGrpc.BatchServiceBlockingStub batches() {
        return BatchServiceGrpc.newBlockingStub(channels.channel(ServiceName.RECOVERY))
                .withDeadlineAfter(BATCH_TIMEOUT);
    }

    /** Forms of plans. One with thousands of rows takes a minute or more, and forms wait for each other. */
    public FormServiceGrpc.FormServiceBlockingStub forms() {
        return FormServiceGrpc.newBlockingStub(channels.channel(ServiceName.RECOVERY))
                .withDeadlineAfter(FORM_TIMEOUT);
    }

    /** Streams of the return of money, without a deadline. */
    public RecoveryWatchServiceGrpc.RecoveryWatchServiceBlockingV2Stub watchingRecovery() {
        return RecoveryWatchServiceGrpc.newBlockingV2Stub(channels.stream(ServiceName.RECOVERY));
    }

    /** The registry of institutions. */
    public InstitutionRegistryServiceGrpc.InstitutionRegistryServiceBlockingStub registry() {
        return stub(ServiceName.GATEWAY, InstitutionRegistryServiceGrpc::newBlockingStub);
    }

    /** Trials of institutions, which wait for their answers and callbacks. */
    public InstitutionTrialServiceGrpc.InstitutionTrialServiceBlockingStub trials() {
        return InstitutionTrialServiceGrpc.newBlockingStub(channels.channel(ServiceName.GATEWAY))
                .withDeadlineAfter(TRIAL_TIMEOUT);
    }

    /** Starts to connect to all services, so that the first calls are not delayed by it. */
    public void connect() {
        channels.connect();
    }

    /** The last service that failed or was unavailable, empty when none was. */
    public Optional<ServiceName> lastFailed() {
        return channels.lastFailed();
    }

    /** True when the call may succeed later: the service is unavailable or slow. */
    public static boolean isTransient(StatusRuntimeException e) {
        return switch (e.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED -> true;
            default -> false;
        };
    }

    private <S extends AbstractBlockingStub<S>> S stub(ServiceName service, Function<Channel, S> newStub) {
        return newStub.apply(channels.channel(service)).withDeadlineAfter(CALL_TIMEOUT);
    }

    @Override
    public void close() {
        channels.close();
    }
}
