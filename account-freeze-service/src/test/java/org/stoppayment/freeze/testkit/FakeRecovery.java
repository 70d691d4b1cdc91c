package org.stoppayment.freeze.testkit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.EventInboxServiceGrpc;
import org.stoppayment.proto.freeze.v1.FundsMoved;
import org.stoppayment.proto.freeze.v1.FundsMovement;
import org.stoppayment.proto.freeze.v1.FundsPosition;

/** A fund-recovery on a real socket that adds up the movements it is told of, once an event, and keeps the facts. */
public final class FakeRecovery {

    /** Whose money on which account. */
    public record Claim(String caseId, String institutionCode, String number) {}

    private final Map<Claim, Map<FundsPosition, Long>> books = new HashMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final List<Event> facts = new CopyOnWriteArrayList<>();
    private final FakeServer server = new FakeServer(ServiceNames.FUND_RECOVERY, service());

    int port() {
        return server.port();
    }

    synchronized void reset() {
        books.clear();
        taken.clear();
        facts.clear();
        comeBack();
    }

    public void goAway() {
        server.goAway();
    }

    public void comeBack() {
        server.comeBack();
    }

    /** Number of different events. */
    public int events() {
        return taken.size();
    }

    /** What has been booked of a claim, by position; what is reported is less than nothing, for it is the source. */
    public synchronized Map<FundsPosition, Long> books(Claim claim) {
        return new EnumMap<>(books.getOrDefault(claim, new EnumMap<>(FundsPosition.class)));
    }

    /** What has been booked in one position of a claim. */
    public long booked(Claim claim, FundsPosition position) {
        return books(claim).getOrDefault(position, 0L);
    }

    public synchronized Set<Claim> claims() {
        return Set.copyOf(books.keySet());
    }

    /** The facts of one type, in the order in which they were told. */
    public <M extends Message> List<M> facts(M type) {
        return facts.stream()
                .filter(event ->
                        event.getType().equals(type.getDescriptorForType().getFullName()))
                .map(event -> parse(event, type))
                .toList();
    }

    @SuppressWarnings("unchecked") // the parser of M makes an M
    private static <M extends Message> M parse(Event event, M type) {
        try {
            return (M) type.getParserForType().parseFrom(event.getData());
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private synchronized void take(Event event) {
        if (!taken.add(event.getEventId())) {
            return;
        }
        if (!event.getType().equals(FundsMoved.getDescriptor().getFullName())) {
            facts.add(event);
            return;
        }
        try {
            FundsMoved moved = FundsMoved.parseFrom(event.getData());
            for (FundsMovement movement : moved.getMovementsList()) {
                Claim claim = new Claim(
                        moved.getCaseId(),
                        movement.getAccount().getInstitutionCode(),
                        movement.getAccount().getNumber());
                Map<FundsPosition, Long> positions =
                        books.computeIfAbsent(claim, first -> new EnumMap<>(FundsPosition.class));
                positions.merge(movement.getFrom(), -movement.getAmountFen(), Math::addExact);
                positions.merge(movement.getTo(), movement.getAmountFen(), Math::addExact);
            }
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    // Not a subclass of the generated base: Quarkus would take that for the service under test's own inbox.
    private ServerServiceDefinition service() {
        return ServerServiceDefinition.builder(EventInboxServiceGrpc.getServiceDescriptor())
                .addMethod(EventInboxServiceGrpc.getDeliverEventsMethod(), ServerCalls.asyncUnaryCall(this::deliver))
                .build();
    }

    private void deliver(DeliverEventsRequest request, StreamObserver<DeliverEventsResponse> answer) {
        request.getEventsList().forEach(this::take);
        answer.onNext(DeliverEventsResponse.getDefaultInstance());
        answer.onCompleted();
    }
}
