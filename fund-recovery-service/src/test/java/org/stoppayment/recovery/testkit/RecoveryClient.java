package org.stoppayment.recovery.testkit;

import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.testing.TestCertificates;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.EventInboxServiceGrpc;
import org.stoppayment.proto.recovery.v1.FundRecoveryServiceGrpc;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.LedgerEntry;

/** The service over a real socket, as its neighbours call it. */
public final class RecoveryClient implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final ManagedChannel channel;
    private final ManagedChannel freeze;
    private final ManagedChannel gateway;

    public RecoveryClient() {
        channel = channel(TestCertificates.COMMAND);
        freeze = channel(TestCertificates.service(ServiceNames.ACCOUNT_FREEZE));
        gateway = channel(TestCertificates.service(ServiceNames.BANK_GATEWAY));
    }

    /** The port that the service under test listens on. */
    public static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
    }

    private static ManagedChannel channel(CertificateSubject caller) {
        return TestCertificates.channel(caller, ServiceNames.FUND_RECOVERY, port())
                .build();
    }

    /** As the command calls. */
    public ManagedChannel channel() {
        return channel;
    }

    /** As bank-gateway calls. */
    public ManagedChannel ofGateway() {
        return gateway;
    }

    public DeliverEventsResponse deliver(Event... events) {
        return deliver(List.of(events));
    }

    public DeliverEventsResponse deliver(List<Event> events) {
        return deliverWithin(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), events);
    }

    public DeliverEventsResponse deliverWithin(long millis, List<Event> events) {
        return EventInboxServiceGrpc.newBlockingStub(freeze)
                .withDeadlineAfter(millis, TimeUnit.MILLISECONDS)
                .deliverEvents(
                        DeliverEventsRequest.newBuilder().addAllEvents(events).build());
    }

    public GetRecoveryResponse recovery(String caseId) {
        return FundRecoveryServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .getRecovery(GetRecoveryRequest.newBuilder().setCaseId(caseId).build());
    }

    /** A page of the statement of a case. */
    public GetRecoveryResponse statement(GetRecoveryRequest.Builder request) {
        return books().getRecovery(request.build());
    }

    /** All entries of a case, read in pages of {@code pageSize}. */
    public List<LedgerEntry> entries(GetRecoveryRequest.Builder request, int pageSize) {
        List<LedgerEntry> entries = new ArrayList<>();
        String token = "";
        do {
            GetRecoveryResponse page =
                    statement(request.clone().setPageSize(pageSize).setPageToken(token));
            entries.addAll(page.getEntriesList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return entries;
    }

    /** The stub of the books. */
    public FundRecoveryServiceGrpc.FundRecoveryServiceBlockingStub books() {
        return FundRecoveryServiceGrpc.newBlockingStub(channel).withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        freeze.shutdownNow();
        gateway.shutdownNow();
    }
}
