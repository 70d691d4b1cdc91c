package org.stoppayment.cli.client;

import io.grpc.Channel;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.stub.AbstractBlockingStub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
import org.stoppayment.proto.recovery.v1.FundRecoveryServiceGrpc;
import org.stoppayment.proto.recovery.v1.NoticeServiceGrpc;
import org.stoppayment.proto.recovery.v1.ReconciliationServiceGrpc;
import org.stoppayment.proto.recovery.v1.RefundServiceGrpc;
import org.stoppayment.proto.recovery.v1.ShareServiceGrpc;
import org.stoppayment.proto.recovery.v1.VictimServiceGrpc;

/** Blocking gRPC clients of the services. Every call has its own deadline. Thread-safe. */
public final class ServiceClients implements AutoCloseable {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    /** Four answers and three callbacks, each as late as may be, and more. */
    private static final Duration TRIAL_TIMEOUT = Duration.ofSeconds(90);

    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int KEEP_ALIVE_TIMEOUT_SECONDS = 3;
    private static final int MAX_INBOUND_BYTES = 16 * 1024 * 1024;

    private final Map<ServiceName, String> addresses;
    private final Language language;
    private final Map<ServiceName, ManagedChannel> channels = new HashMap<>();
    private volatile Optional<ServiceName> lastFailed = Optional.empty();

    /** Clients of services at {@code host:port}; errors are asked for in this language. */
    public ServiceClients(Map<ServiceName, String> addresses, Language language) {
        this.addresses = Map.copyOf(addresses);
        this.language = language;
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
        return CaseWatchServiceGrpc.newBlockingV2Stub(streams());
    }

    /** What needs attention. */
    public AttentionServiceGrpc.AttentionServiceBlockingStub attention() {
        return stub(ServiceName.FREEZE, AttentionServiceGrpc::newBlockingStub);
    }

    /** Streams of what needs attention, without a deadline. Reconnects at once when the last attempt to connect failed. */
    public AttentionServiceGrpc.AttentionServiceBlockingV2Stub watchingAttention() {
        return AttentionServiceGrpc.newBlockingV2Stub(streams());
    }

    private ManagedChannel streams() {
        ManagedChannel channel = channel(ServiceName.FREEZE);
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.resetConnectBackoff();
        }
        return channel;
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

    /** What is established about victims. */
    public VictimServiceGrpc.VictimServiceBlockingStub victims() {
        return stub(ServiceName.RECOVERY, VictimServiceGrpc::newBlockingStub);
    }

    /** Plans for the return of money. */
    public RefundServiceGrpc.RefundServiceBlockingStub refunds() {
        return stub(ServiceName.RECOVERY, RefundServiceGrpc::newBlockingStub);
    }

    /** The registry of institutions. */
    public InstitutionRegistryServiceGrpc.InstitutionRegistryServiceBlockingStub registry() {
        return stub(ServiceName.GATEWAY, InstitutionRegistryServiceGrpc::newBlockingStub);
    }

    /** Trials of institutions, which wait for their answers and callbacks. */
    public InstitutionTrialServiceGrpc.InstitutionTrialServiceBlockingStub trials() {
        return InstitutionTrialServiceGrpc.newBlockingStub(channel(ServiceName.GATEWAY))
                .withDeadlineAfter(TRIAL_TIMEOUT);
    }

    /** Starts to connect to all services, so that the first calls are not delayed by it. */
    public void connect() {
        addresses.keySet().forEach(service -> channel(service).getState(true));
    }

    /** The last service that failed or was unavailable, empty when none was. */
    public Optional<ServiceName> lastFailed() {
        return lastFailed;
    }

    /** True when the call may succeed later: the service is unavailable or slow. */
    public static boolean isTransient(StatusRuntimeException e) {
        return switch (e.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED -> true;
            default -> false;
        };
    }

    private <S extends AbstractBlockingStub<S>> S stub(ServiceName service, Function<Channel, S> newStub) {
        return newStub.apply(channel(service)).withDeadlineAfter(CALL_TIMEOUT);
    }

    private synchronized ManagedChannel channel(ServiceName service) {
        return channels.computeIfAbsent(service, this::open);
    }

    private ManagedChannel open(ServiceName service) {
        String address = addresses.get(service);
        if (address == null) {
            throw new IllegalArgumentException(
                    "service: " + service + " (expected: one of " + addresses.keySet() + ")");
        }
        return OkHttpChannelBuilder.forTarget(address)
                .usePlaintext()
                .intercept(
                        new LanguageInterceptor(language),
                        new FailureInterceptor(() -> lastFailed = Optional.of(service)))
                .maxInboundMessageSize(MAX_INBOUND_BYTES)
                .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .build();
    }

    @Override
    public synchronized void close() {
        List<ManagedChannel> open = new ArrayList<>(channels.values());
        channels.clear();
        open.forEach(ManagedChannel::shutdownNow);
    }
}
