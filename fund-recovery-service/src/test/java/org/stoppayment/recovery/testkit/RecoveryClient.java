package org.stoppayment.recovery.testkit;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
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

    public RecoveryClient() {
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port())
                .usePlaintext()
                .build();
    }

    /** The port that the service under test listens on. */
    public static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    public ManagedChannel channel() {
        return channel;
    }

    public DeliverEventsResponse deliver(Event... events) {
        return deliver(List.of(events));
    }

    public DeliverEventsResponse deliver(List<Event> events) {
        return deliverWithin(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), events);
    }

    public DeliverEventsResponse deliverWithin(long millis, List<Event> events) {
        return EventInboxServiceGrpc.newBlockingStub(channel)
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
    }
}
