package org.stoppayment.freeze.testkit;

import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.BankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.InquireRequest;
import org.stoppayment.proto.gateway.v1.InquireResponse;
import org.stoppayment.proto.gateway.v1.Institution;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.ListInstitutionsResponse;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.Outflow;
import org.stoppayment.proto.gateway.v1.SendExtensionRequest;
import org.stoppayment.proto.gateway.v1.SendExtensionResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeChangeRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeChangeResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeLiftRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeLiftResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeRenewalRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeRenewalResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeResponse;
import org.stoppayment.proto.gateway.v1.SendLiftRequest;
import org.stoppayment.proto.gateway.v1.SendLiftResponse;
import org.stoppayment.proto.gateway.v1.SendStopRequest;
import org.stoppayment.proto.gateway.v1.SendStopResponse;

/**
 * A bank gateway on a real socket. What the bank does with the orders for an account, and with messages about them, is
 * scripted: each message takes the next step, the last step stays. Without a script the bank stops, lifts and extends, and
 * knows only of what it did {@link #unheard}.
 */
public final class FakeGateway {

    public static final String ICBC = "102100099996";
    public static final String ABC = "103100000026";
    private static final Set<String> CONNECTED = Set.of(ICBC, ABC);
    public static final long BALANCE = 1_000_000;

    private final List<SendStopRequest> sends = new CopyOnWriteArrayList<>();
    private final List<InquireRequest> inquiries = new CopyOnWriteArrayList<>();
    private final BankScripts onSend = new BankScripts();
    private final BankScripts onInquiry = new BankScripts();
    private final BankScripts onLift = new BankScripts();
    private final BankScripts onExtension = new BankScripts();
    private final List<SendExtensionRequest> extensions = new CopyOnWriteArrayList<>();
    private final List<SendLiftRequest> lifts = new CopyOnWriteArrayList<>();
    private final FreezeDesk freezeDesk = new FreezeDesk();
    private final Map<String, Outcome> unheard = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final Set<String> twiceInFlight = ConcurrentHashMap.newKeySet();
    private final Set<CompletionStage<Outcome>> held = ConcurrentHashMap.newKeySet();
    private final FakeServer server = new FakeServer(new Service().bindService());
    private volatile InstantSource clock = () -> Instant.EPOCH;

    int port() {
        return server.port();
    }

    void reset(InstantSource newClock) {
        sends.clear();
        inquiries.clear();
        onSend.clear();
        onInquiry.clear();
        onLift.clear();
        lifts.clear();
        onExtension.clear();
        extensions.clear();
        unheard.clear();
        inFlight.clear();
        twiceInFlight.clear();
        held.clear();
        clock = newClock;
        freezeDesk.reset(newClock);
        comeBack();
    }

    public void goAway() {
        server.goAway();
    }

    public void comeBack() {
        server.comeBack();
    }

    /** What the bank does with freezes. */
    public FreezeDesk freezes() {
        return freezeDesk;
    }

    /** What the bank does with orders for the account, one message after the other. */
    public void onSend(String accountNumber, Bank... steps) {
        onSend.put(accountNumber, steps);
    }

    /** What the bank does with lifts of the account's stop; it lifts without a script. */
    public void onLift(String accountNumber, Bank... steps) {
        onLift.put(accountNumber, steps);
    }

    /** What the bank does with extensions of the account's stop; it extends without a script. */
    public void onExtension(String accountNumber, Bank... steps) {
        onExtension.put(accountNumber, steps);
    }

    public List<SendExtensionRequest> extensions() {
        return List.copyOf(extensions);
    }

    public List<SendLiftRequest> lifts() {
        return List.copyOf(lifts);
    }

    /** What the bank says when it is asked about an order for the account, or about a message on it. */
    public void onInquiry(String accountNumber, Bank... steps) {
        onInquiry.put(accountNumber, steps);
    }

    /** The bank takes a message and decides, but its answer is lost; asked about it, it says the same {@code code}. */
    public Bank unheard(String code) {
        return id -> {
            unheard.put(id, Outcomes.feedback(id, code));
            return Bank.done(Outcomes.noAnswer());
        };
    }

    /** The bank stops the account and holds {@code balanceFen}. */
    public Bank stops(long balanceFen) {
        return id -> Bank.done(Outcomes.of(Outcomes.stopped(id, clock.instant(), balanceFen)));
    }

    /** The bank stops the account, holds {@code balanceFen} and tells where the money went. */
    public Bank stopsAndTells(long balanceFen, Outflow.Builder... outflows) {
        return id -> {
            Feedback.Builder feedback = Outcomes.stopped(id, clock.instant(), balanceFen);
            Arrays.stream(outflows).forEach(feedback::addOutflows);
            return Bank.done(Outcomes.of(feedback));
        };
    }

    public List<SendStopRequest> sends() {
        return List.copyOf(sends);
    }

    public List<SendStopRequest> sendsTo(String accountNumber) {
        return sends.stream()
                .filter(sent -> sent.getAccount().getNumber().equals(accountNumber))
                .toList();
    }

    /** The different forms in which the institution got an order: one, if nothing changed between attempts. */
    public long formsOf(String applicationId) {
        return sends.stream()
                .filter(sent -> sent.getApplicationId().equals(applicationId))
                .map(sent -> sent.toBuilder().clearResend().build().toByteString())
                .distinct()
                .count();
    }

    public long inquiriesAfter(String applicationId) {
        return inquiries.stream()
                .filter(asked -> asked.getApplicationId().equals(applicationId))
                .count();
    }

    public boolean isQuiet() {
        return inFlight.values().stream().allMatch(now -> now.get() == 0);
    }

    /** Number of calls that a bank has not answered yet: all but first attempts of orders. */
    public int held() {
        return held.size();
    }

    /** Orders that were sent again before the sending before had ended. */
    public Set<String> twiceInFlight() {
        return Set.copyOf(twiceInFlight);
    }

    private final class Service extends BankGatewayServiceGrpc.BankGatewayServiceImplBase {
        @Override
        public void sendLift(SendLiftRequest request, StreamObserver<SendLiftResponse> answer) {
            lifts.add(request);
            reply(
                    held(onLift.next(request.getAccount().getNumber(), Bank.says("0000"))
                            .take(request.getApplicationId())),
                    answer,
                    () -> {},
                    outcome -> answer.onNext(
                            SendLiftResponse.newBuilder().setOutcome(outcome).build()));
        }

        @Override
        public void sendExtension(SendExtensionRequest request, StreamObserver<SendExtensionResponse> answer) {
            extensions.add(request);
            reply(
                    held(onExtension
                            .next(request.getAccount().getNumber(), Bank.says("0000"))
                            .take(request.getApplicationId())),
                    answer,
                    () -> {},
                    outcome -> answer.onNext(SendExtensionResponse.newBuilder()
                            .setOutcome(outcome)
                            .build()));
        }

        @Override
        public void sendStop(SendStopRequest request, StreamObserver<SendStopResponse> answer) {
            String id = request.getApplicationId();
            if (!CONNECTED.contains(request.getInstitutionCode())) {
                reply(
                        Bank.done(Outcomes.noRoute()),
                        answer,
                        () -> {},
                        outcome -> answer.onNext(SendStopResponse.newBuilder()
                                .setOutcome(outcome)
                                .build()));
                return;
            }
            AtomicInteger now = inFlight.computeIfAbsent(id, first -> new AtomicInteger());
            if (now.incrementAndGet() > 1) {
                twiceInFlight.add(id);
            }
            sends.add(request);
            Bank bank = onSend.next(request.getAccount().getNumber(), stops(BALANCE));
            reply(
                    request.getResend() || !request.getApplicationType().isEmpty()
                            ? held(bank.take(id))
                            : bank.take(id),
                    answer,
                    now::decrementAndGet,
                    outcome -> answer.onNext(
                            SendStopResponse.newBuilder().setOutcome(outcome).build()));
        }

        @Override
        public void sendFreeze(SendFreezeRequest request, StreamObserver<SendFreezeResponse> answer) {
            reply(
                    held(freezeDesk.take(request)),
                    answer,
                    () -> {},
                    outcome -> answer.onNext(
                            SendFreezeResponse.newBuilder().setOutcome(outcome).build()));
        }

        @Override
        public void sendFreezeRenewal(
                SendFreezeRenewalRequest request, StreamObserver<SendFreezeRenewalResponse> answer) {
            reply(
                    held(freezeDesk.take(request)),
                    answer,
                    () -> {},
                    outcome -> answer.onNext(SendFreezeRenewalResponse.newBuilder()
                            .setOutcome(outcome)
                            .build()));
        }

        @Override
        public void sendFreezeLift(SendFreezeLiftRequest request, StreamObserver<SendFreezeLiftResponse> answer) {
            reply(
                    held(freezeDesk.take(request)),
                    answer,
                    () -> {},
                    outcome -> answer.onNext(SendFreezeLiftResponse.newBuilder()
                            .setOutcome(outcome)
                            .build()));
        }

        @Override
        public void sendFreezeChange(SendFreezeChangeRequest request, StreamObserver<SendFreezeChangeResponse> answer) {
            reply(
                    held(freezeDesk.take(request)),
                    answer,
                    () -> {},
                    outcome -> answer.onNext(SendFreezeChangeResponse.newBuilder()
                            .setOutcome(outcome)
                            .build()));
        }

        @Override
        public void inquire(InquireRequest request, StreamObserver<InquireResponse> answer) {
            String id = request.getApplicationId();
            inquiries.add(request);
            Bank unscripted = Bank.answers(unheard.getOrDefault(id, Outcomes.notKnown()));
            Bank bank = accountOf(id)
                    .map(number -> onInquiry.next(number, unscripted))
                    .orElse(unscripted);
            reply(
                    held(bank.take(id)),
                    answer,
                    () -> {},
                    outcome -> answer.onNext(
                            InquireResponse.newBuilder().setOutcome(outcome).build()));
        }

        @Override
        public void listInstitutions(ListInstitutionsRequest request, StreamObserver<ListInstitutionsResponse> answer) {
            answer.onNext(ListInstitutionsResponse.newBuilder()
                    .addInstitutions(Institution.newBuilder()
                            .setCode(ICBC)
                            .setName("中国工商银行")
                            .setEnglishName("ICBC")
                            .addBins("622202"))
                    .addInstitutions(Institution.newBuilder().setCode(ABC).addBins("622848"))
                    .build());
            answer.onCompleted();
        }

        private Optional<String> accountOf(String id) {
            return Stream.of(
                            sent(sends, id, SendStopRequest::getApplicationId, SendStopRequest::getAccount),
                            sent(lifts, id, SendLiftRequest::getApplicationId, SendLiftRequest::getAccount),
                            sent(
                                    extensions,
                                    id,
                                    SendExtensionRequest::getApplicationId,
                                    SendExtensionRequest::getAccount),
                            freezeDesk.accountOf(id).stream())
                    .flatMap(accounts -> accounts)
                    .map(Account::getNumber)
                    .findFirst();
        }

        private <T> Stream<Account> sent(
                List<T> messages, String id, Function<T, String> idOf, Function<T, Account> accountOf) {
            return messages.stream()
                    .filter(message -> idOf.apply(message).equals(id))
                    .map(accountOf);
        }

        /** What is answered at once is never held, not even for a moment. */
        private CompletionStage<Outcome> held(CompletionStage<Outcome> outcome) {
            if (outcome.toCompletableFuture().isDone()) {
                return outcome;
            }
            held.add(outcome);
            return outcome.whenComplete((said, failure) -> held.remove(outcome));
        }

        private void reply(
                CompletionStage<Outcome> outcome, StreamObserver<?> answer, Runnable ended, Consumer<Outcome> next) {
            outcome.whenComplete((said, failure) -> {
                ended.run();
                if (failure != null) {
                    answer.onError(failure);
                } else {
                    next.accept(said);
                    answer.onCompleted();
                }
            });
        }
    }
}
