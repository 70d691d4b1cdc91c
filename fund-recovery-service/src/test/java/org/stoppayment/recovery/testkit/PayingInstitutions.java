package org.stoppayment.recovery.testkit;

import com.google.protobuf.Timestamp;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.testing.TestCertificates;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.EventInboxServiceGrpc;
import org.stoppayment.proto.gateway.v1.Accepted;
import org.stoppayment.proto.gateway.v1.BankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.InquireRequest;
import org.stoppayment.proto.gateway.v1.InquireResponse;
import org.stoppayment.proto.gateway.v1.Institution;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.ListInstitutionsResponse;
import org.stoppayment.proto.gateway.v1.NoAnswer;
import org.stoppayment.proto.gateway.v1.NotKnown;
import org.stoppayment.proto.gateway.v1.NotSent;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.RefundStatus;
import org.stoppayment.proto.gateway.v1.SendRefundRequest;
import org.stoppayment.proto.gateway.v1.SendRefundResponse;

/**
 * A gateway whose institutions pay each application id once, and remember it; and an account-freeze that takes what it is told. What an
 * institution answers can be told beforehand; by default it pays.
 */
public final class PayingInstitutions implements AutoCloseable {

    /** What an institution does with the next order. */
    public enum Answer {
        /** Pays, and says so. */
        PAYS,
        /** Pays, and the answer is lost. */
        PAYS_SILENTLY,
        /** Pays, and answers neither the order nor inquiries until {@link #answerInquiries}. */
        PAYS_AND_FALLS_SILENT,
        /** Does not pay, and the order is lost. */
        GETS_NOTHING,
        /** Is not reached. */
        IS_NOT_REACHED,
        /** Takes the order and pays later. */
        TAKES_IT,
        /** Says that the account to be paid does not exist. */
        DECLINES,
        /** Pays half. */
        PAYS_HALF,
        /** Pays, and gives no receipt. */
        PAYS_WITHOUT_RECEIPT
    }

    private static final Timestamp PAID_AT =
            Timestamp.newBuilder().setSeconds(1_772_600_000L).build(); // March 2026

    private final Map<String, Feedback> paid = new ConcurrentHashMap<>();
    private final Map<String, Integer> effects = new ConcurrentHashMap<>();
    private final Map<String, SendRefundRequest> taken = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final List<SendRefundRequest> orders = new CopyOnWriteArrayList<>();
    private final List<Event> told = new CopyOnWriteArrayList<>();
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>(new ArrayDeque<>());
    private final Server gateway = serve(ServiceNames.BANK_GATEWAY, BankGatewayServiceGrpc.bindService(new Gateway()));
    private final Server freeze = serve(ServiceNames.ACCOUNT_FREEZE, EventInboxServiceGrpc.bindService(new Inbox()));

    private static Server serve(String name, ServerServiceDefinition service) {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .sslContext(TestCertificates.server(name))
                    .addService(service)
                    .build()
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** {@code host:port} of the gateway. */
    public String gatewayAddress() {
        return "127.0.0.1:" + gateway.getPort();
    }

    /** {@code host:port} of account-freeze. */
    public String freezeAddress() {
        return "127.0.0.1:" + freeze.getPort();
    }

    /** What the institutions do with the next orders; after that they pay. */
    public PayingInstitutions then(Answer... answers) {
        next.addAll(List.of(answers));
        return this;
    }

    /** Forgets what was told beforehand: from now on the institutions pay. */
    public void forgetAnswers() {
        next.clear();
    }

    /** Inquiries are answered again. */
    public void answerInquiries() {
        silent.clear();
    }

    /** All orders that arrived, resends included. */
    public List<SendRefundRequest> orders() {
        return List.copyOf(orders);
    }

    /** How often an order was paid. */
    public int effectsOf(String applicationId) {
        return effects.getOrDefault(applicationId, 0);
    }

    /** The sum of all that was paid out of a freeze. */
    public long paidOutOf(String freezeId) {
        return orders.stream()
                .filter(order -> order.getFreezeApplicationId().equals(freezeId))
                .map(SendRefundRequest::getApplicationId)
                .distinct()
                .map(paid::get)
                .filter(Objects::nonNull)
                .mapToLong(feedback -> feedback.getRefund().getPaidFen())
                .sum();
    }

    /** Answers no inquiry about a payment any more: what is known of it comes by callback. */
    public void answerNoInquiry(String applicationId) {
        silent.add(applicationId);
    }

    /** Pays an order that was taken; the feedback that the institution calls back with. */
    public Feedback payLater(String applicationId) {
        return pay(Optional.ofNullable(taken.get(applicationId)).orElseThrow(), 1);
    }

    /** Events that account-freeze was told. */
    public List<Event> told() {
        return List.copyOf(told);
    }

    @Override
    public void close() {
        gateway.shutdownNow();
        freeze.shutdownNow();
    }

    private Feedback pay(SendRefundRequest order, int part) {
        return paid.computeIfAbsent(order.getApplicationId(), id -> {
            effects.merge(id, 1, Integer::sum);
            long fen = Math.max(1, order.getAmountFen() / part);
            return Feedback.newBuilder()
                    .setApplicationId(id)
                    .setResultCode(fen == order.getAmountFen() ? "0000" : "1200")
                    .setRefund(RefundStatus.newBuilder()
                            .setReceiptId("R-" + id.substring(24))
                            .setPaidAt(PAID_AT)
                            .setPaidFen(fen))
                    .build();
        });
    }

    private Outcome outcome(SendRefundRequest order) {
        Feedback known = paid.get(order.getApplicationId());
        if (known != null) {
            return Outcome.newBuilder().setFeedback(known).build();
        }
        Answer answer = Optional.ofNullable(next.poll()).orElse(Answer.PAYS);
        return switch (answer) {
            case PAYS -> Outcome.newBuilder().setFeedback(pay(order, 1)).build();
            case PAYS_HALF -> Outcome.newBuilder().setFeedback(pay(order, 2)).build();
            case PAYS_SILENTLY -> {
                pay(order, 1);
                yield unanswered();
            }
            case PAYS_AND_FALLS_SILENT -> {
                silent.add(order.getApplicationId());
                pay(order, 1);
                yield unanswered();
            }
            case GETS_NOTHING -> unanswered();
            case IS_NOT_REACHED ->
                Outcome.newBuilder()
                        .setNotSent(NotSent.newBuilder().setReason("CIRCUIT_OPEN"))
                        .build();
            case TAKES_IT -> {
                taken.put(order.getApplicationId(), order);
                yield Outcome.newBuilder()
                        .setAccepted(Accepted.getDefaultInstance())
                        .build();
            }
            case DECLINES ->
                Outcome.newBuilder()
                        .setFeedback(Feedback.newBuilder()
                                .setApplicationId(order.getApplicationId())
                                .setResultCode("0300"))
                        .build();
            case PAYS_WITHOUT_RECEIPT -> {
                Feedback whole = pay(order, 1);
                yield Outcome.newBuilder()
                        .setFeedback(whole.toBuilder()
                                .setRefund(whole.getRefund().toBuilder().clearReceiptId()))
                        .build();
            }
        };
    }

    private static Outcome unanswered() {
        return Outcome.newBuilder()
                .setNoAnswer(NoAnswer.newBuilder().setReason("TIMEOUT"))
                .build();
    }

    // Not subclasses of the generated bases: Quarkus would take them for services of the application.
    private final class Gateway implements BankGatewayServiceGrpc.AsyncService {

        @Override
        public void sendRefund(SendRefundRequest order, StreamObserver<SendRefundResponse> caller) {
            orders.add(order);
            caller.onNext(
                    SendRefundResponse.newBuilder().setOutcome(outcome(order)).build());
            caller.onCompleted();
        }

        @Override
        public void inquire(InquireRequest request, StreamObserver<InquireResponse> caller) {
            caller.onNext(InquireResponse.newBuilder()
                    .setOutcome(known(request.getApplicationId()))
                    .build());
            caller.onCompleted();
        }

        @Override
        public void listInstitutions(ListInstitutionsRequest request, StreamObserver<ListInstitutionsResponse> caller) {
            caller.onNext(ListInstitutionsResponse.newBuilder()
                    .addInstitutions(
                            Institution.newBuilder().setCode("102100099996").setName("中国工商银行"))
                    .build());
            caller.onCompleted();
        }

        private Outcome known(String applicationId) {
            if (silent.contains(applicationId)) {
                return unanswered();
            }
            Feedback known = paid.get(applicationId);
            if (known != null) {
                return Outcome.newBuilder().setFeedback(known).build();
            }
            return taken.containsKey(applicationId)
                    ? Outcome.newBuilder()
                            .setAccepted(Accepted.getDefaultInstance())
                            .build()
                    : Outcome.newBuilder()
                            .setNotKnown(NotKnown.getDefaultInstance())
                            .build();
        }
    }

    private final class Inbox implements EventInboxServiceGrpc.AsyncService {

        @Override
        public void deliverEvents(DeliverEventsRequest request, StreamObserver<DeliverEventsResponse> caller) {
            if (request.getEventsCount() == 0) {
                caller.onError(Status.INVALID_ARGUMENT.asRuntimeException());
                return;
            }
            told.addAll(request.getEventsList());
            caller.onNext(DeliverEventsResponse.getDefaultInstance());
            caller.onCompleted();
        }
    }
}
