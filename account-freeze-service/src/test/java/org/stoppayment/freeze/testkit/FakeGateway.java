package org.stoppayment.freeze.testkit;

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
import java.util.function.Function;
import java.util.stream.Stream;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.InquireRequest;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.Outflow;
import org.stoppayment.proto.gateway.v1.SendExtensionRequest;
import org.stoppayment.proto.gateway.v1.SendLiftRequest;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

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
    private final QueryDesk queryDesk = new QueryDesk(CONNECTED);
    private final Map<String, Outcome> unheard = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final Set<String> twiceInFlight = ConcurrentHashMap.newKeySet();
    private final BankCalls calls = new BankCalls();
    private final FakeServer server =
            new FakeServer(ServiceNames.BANK_GATEWAY, new FakeGatewayService(this, calls).bindService());
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
        calls.clear();
        clock = newClock;
        freezeDesk.reset(newClock);
        queryDesk.reset(newClock);
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

    /** What the bank answers to queries. */
    public QueryDesk queries() {
        return queryDesk;
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
        return calls.held();
    }

    /** Orders that were sent again before the sending before had ended. */
    public Set<String> twiceInFlight() {
        return Set.copyOf(twiceInFlight);
    }

    CompletionStage<Outcome> take(SendLiftRequest lift) {
        lifts.add(lift);
        return onLift.next(lift.getAccount().getNumber(), Bank.says("0000")).take(lift.getApplicationId());
    }

    CompletionStage<Outcome> take(SendExtensionRequest extension) {
        extensions.add(extension);
        return onExtension
                .next(extension.getAccount().getNumber(), Bank.says("0000"))
                .take(extension.getApplicationId());
    }

    CompletionStage<Outcome> take(SendStopRequest stop) {
        String id = stop.getApplicationId();
        if (!CONNECTED.contains(stop.getInstitutionCode())) {
            return Bank.done(Outcomes.noRoute());
        }
        AtomicInteger now = inFlight.computeIfAbsent(id, first -> new AtomicInteger());
        if (now.incrementAndGet() > 1) {
            twiceInFlight.add(id);
        }
        sends.add(stop);
        return onSend.next(stop.getAccount().getNumber(), stops(BALANCE))
                .take(id)
                .whenComplete((said, failure) -> now.decrementAndGet());
    }

    CompletionStage<Outcome> take(InquireRequest inquiry) {
        String id = inquiry.getApplicationId();
        inquiries.add(inquiry);
        Bank unscripted = Bank.answers(unheard.getOrDefault(id, Outcomes.notKnown()));
        return accountOf(id)
                .map(number -> onInquiry.next(number, unscripted))
                .orElse(unscripted)
                .take(id);
    }

    private Optional<String> accountOf(String id) {
        return Stream.of(
                        sent(sends, id, SendStopRequest::getApplicationId, SendStopRequest::getAccount),
                        sent(lifts, id, SendLiftRequest::getApplicationId, SendLiftRequest::getAccount),
                        sent(extensions, id, SendExtensionRequest::getApplicationId, SendExtensionRequest::getAccount),
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
}
