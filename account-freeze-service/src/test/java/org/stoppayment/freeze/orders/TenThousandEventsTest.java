package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.application.Replica;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.CaseBooks;
import org.stoppayment.freeze.testkit.OrderBook;
import org.stoppayment.freeze.testkit.OrderBook.Line;
import org.stoppayment.freeze.testkit.OrderReferenceModel;
import org.stoppayment.freeze.testkit.OrderReferenceModel.State;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.RandomMoney;
import org.stoppayment.freeze.testkit.RandomMoney.Paid;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TraceReferenceModel;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;
import org.stoppayment.proto.freeze.v1.GetStopOrderResponse;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.StopClaim;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.Feedback;

/**
 * Ten thousand events: reports and corrections; stops that take effect, are declined, lapse, are lifted, extended, made again and
 * sent elsewhere; bookings told of in any order, twice, late and in contradiction, each of them an event of its own. After
 * each word, order and look, every order stands where the pencil has it ({@link OrderReferenceModel}); and every now and then the
 * books are those that the pencil works out from scratch ({@link TraceReferenceModel}), and no fen is lost.
 *
 * <p>{@code -Dseed=...} repeats the events; threads may still interleave otherwise. {@code -Devents=...} takes more of them.
 */
@QuarkusTest
class TenThousandEventsTest extends TracingFixture {

    private static final int EVENTS = Integer.getInteger("events", 10_000);
    private static final int EVENTS_A_WORLD = 400;
    private static final int EVENTS_A_CHECK = 100;
    private static final int ACCOUNTS = 11;
    private static final int CASES = 3;
    private static final long THRESHOLD_FEN = 10_000;
    private static final int MAX_LEVELS = 12;
    private static final String NOBODY = "403100000004";
    private static final List<Duration> JUMPS =
            List.of(Duration.ofSeconds(31), Duration.ofMinutes(11), Duration.ofHours(7), Duration.ofHours(20));

    /** A message about a stop that the bank took and has not answered for good. */
    private record Message(String id, boolean extends_, Line order) {}

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<String> cases = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Account> victims = new ArrayList<>();
    private final Map<String, Message> messages = new HashMap<>();
    private final Set<String> recordReported = new HashSet<>();
    /** Messages about stops that went out. */
    private final Set<String> sent = new HashSet<>();

    private RandomMoney money;
    private OrderReferenceModel pencil;
    private List<Line> book;
    private int events;

    @Inject
    Replica replica;

    @Test
    void ordersAndBooksAreThoseOfThePencilAndNoFenIsLost() {
        System.out.println("TenThousandEventsTest: seed " + seed);
        while (events < EVENTS) {
            newWorld();
            int end = events + EVENTS_A_WORLD;
            while (events < end) {
                int check = events + EVENTS_A_CHECK;
                while (events < check) {
                    step();
                }
                assertRight();
            }
            bookAll();
            assertConserved();
        }
    }

    private void newWorld() {
        cleanSlate();
        time.stand();
        cases.clear();
        accounts.clear();
        victims.clear();
        messages.clear();
        recordReported.clear();
        sent.clear();
        pencil = new OrderReferenceModel();
        book = List.of();
        for (int i = 0; i < CASES; i++) {
            cases.add(newCase());
            victims.add(Report.account(ICBC).toBuilder().setName("受害人" + i).build());
            acceptsAll(victims.get(i));
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            Account account = Report.account(i == 0 ? NOBODY : i % 2 == 0 ? ICBC : ABC);
            accounts.add(account);
            acceptsAll(account);
        }
        money = new RandomMoney(random, accounts, victims);
    }

    private void acceptsAll(Account account) {
        gateway().onSend(account.getNumber(), Bank.answers(Outcomes.accepted()));
        gateway().onInquiry(account.getNumber(), Bank.answers(Outcomes.accepted()));
    }

    /** A report, or a supplement, of a case whose victim pays from an own account. */
    private Report reportOf(String caseId) {
        Account victim = victims.get(cases.indexOf(caseId));
        return Report.of(caseId).victim(victim.getName()).alsoPaid(victim);
    }

    private void step() {
        events++;
        time.jump(Duration.ofMillis(1));
        int luck = random.nextInt(100);
        if (luck < 10 || book.isEmpty()) {
            report();
        } else if (luck < 14) {
            correct();
        } else if (luck < 60) {
            tell(anyOrder());
        } else if (luck < 66) {
            order(anyOrder(), true);
        } else if (luck < 70) {
            order(anyOrder(), false);
        } else if (luck < 74) {
            answer();
        } else if (luck < 80) {
            restop(anyOrder());
        } else if (luck < 84) {
            route(anyOrder());
        } else if (luck < 92) {
            lookAtTheClock();
        } else {
            lookForDueClaims();
        }
        awaitStill();
        compareOrders();
    }

    private void report() {
        String caseId = any(cases);
        Report report = reportOf(caseId);
        Set<String> named = new HashSet<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            Paid paid = money.paid(caseId);
            named.add(OrderReferenceModel.name(paid.payee()));
            report.transfer("", paid.transferId(), paid.payee(), paid.fen(), paid.at(), paid.serial());
        }
        if (random.nextInt(10) == 0) {
            Account own = any(accounts);
            named.add(OrderReferenceModel.name(own));
            report.protecting(own);
        }
        freeze().deliver(report);
        named.forEach(account -> pencil.named(caseId, account, now()));
    }

    private void correct() {
        Optional<Paid> old = money.anyPaid();
        if (old.isEmpty()) {
            return;
        }
        Paid paid = money.corrected(old.get());
        freeze().deliver(Report.of(paid.caseId())
                .transfer(old.get().transferId(), paid.transferId(), paid.payee(), paid.fen(), paid.at(), ""));
        pencil.named(paid.caseId(), OrderReferenceModel.name(paid.payee()), now());
    }

    private void tell(Line order) {
        String code = code();
        Instant stoppedAt = now().plus(Duration.ofMinutes(random.nextInt(220) - 200));
        long balanceFen = random.nextInt(300_000);
        Feedback.Builder feedback = code.equals("0000") || code.equals("1200")
                ? Outcomes.stopped(order.id(), stoppedAt, balanceFen).setComplete(random.nextInt(8) > 0)
                : Feedback.newBuilder().setApplicationId(order.id());
        feedback.setResultCode(code);
        money.addOutflows(feedback, order.account());
        money.addInflows(feedback, order.number());
        int bookings = feedback.getOutflowsCount() + feedback.getInflowsCount();
        events += bookings;
        if (bookings > 0) {
            recordReported.add(order.account());
        }
        freeze().callBack(order.institutionCode(), feedback);
        pencil.said(order.id(), code, stoppedAt, balanceFen, now());
    }

    private String code() {
        int luck = random.nextInt(100);
        if (luck < 70) {
            return luck < 60 ? "0000" : "1200";
        }
        return luck < 82 ? "0301" : luck < 90 ? "1301" : luck < 95 ? "0600" : "1100";
    }

    /** An officer orders a stop to be extended, or lifted; the bank does it, declines it, answers later, or is away for a while. */
    private void order(Line stop, boolean extend) {
        boolean may = extend ? pencil.mayExtend(stop.id(), now()) : pencil.mayLift(stop.id());
        int luck = random.nextInt(10);
        Bank bank = luck < 6 ? Bank.says("0000") : luck < 8 ? Bank.says("0600") : Bank.answers(Outcomes.accepted());
        boolean isAway = random.nextInt(4) == 0;
        onMessage(stop, extend, isAway ? Bank.answers(Outcomes.notSent()) : bank);
        Optional<String> message = refusedUnless(may, () -> extend ? extend(stop.id()) : lift(stop.id()));
        awaitStill();
        if (message.isEmpty() || message.get().isEmpty() || !sent.add(message.get())) {
            return; // none may be, or it is not the first time
        }
        if (isAway) {
            onMessage(stop, extend, bank);
            time.jump(random.nextBoolean() ? Duration.ofHours(49) : Duration.ofSeconds(31));
            advanceAmendments();
            if (extend && !pencil.isExtendable(stop.id(), now())) {
                return; // too late
            }
        }
        Message out = new Message(message.get(), extend, stop);
        if (luck >= 8) {
            messages.put(out.id(), out);
        } else if (luck < 6) {
            done(out);
        }
    }

    private void onMessage(Line stop, boolean extend, Bank bank) {
        if (extend) {
            gateway().onExtension(stop.number(), bank);
        } else {
            gateway().onLift(stop.number(), bank);
        }
    }

    private String extend(String id) {
        return freeze().officer()
                .extendStop(ExtendStopRequest.newBuilder()
                        .setApplicationId(id)
                        .setReason("not filed yet")
                        .setReference("chief 3")
                        .build())
                .getExtensionApplicationId();
    }

    /** Ends all claims on the account, that of the placing case last; the institution gets the lift with the last one. */
    private String lift(String id) {
        GetStopOrderResponse stop = freeze().officer()
                .getStopOrder(
                        GetStopOrderRequest.newBuilder().setApplicationId(id).build());
        String placing = stop.getOrder().getCaseId();
        boolean isInEffect = stop.getOrder().getState() == StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
        for (StopClaim claim : stop.getClaimsList()) {
            if (isInEffect && !claim.hasEnd() && !claim.getCaseId().equals(placing)) {
                end(id, claim.getCaseId());
            }
        }
        return end(id, placing);
    }

    private String end(String id, String caseId) {
        String lift = freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setApplicationId(id)
                        .setCaseId(caseId)
                        .setReason("wrong account")
                        .setReference("chief 3")
                        .build())
                .getLiftApplicationId();
        pencil.claimEnded(id, caseId, now());
        if (!lift.isEmpty()) {
            pencil.liftOrdered(id, now());
        }
        return lift;
    }

    private void done(Message message) {
        if (message.extends_()) {
            pencil.extended(message.order().id(), now());
        } else {
            pencil.lifted(message.order().id(), now());
        }
    }

    /** The bank says at last what it did; what it declined it may yet have done. */
    private void answer() {
        if (messages.isEmpty()) {
            return;
        }
        Message message = any(List.copyOf(messages.values()));
        boolean done = random.nextInt(3) > 0;
        freeze().callBack(
                        message.order().institutionCode(),
                        Feedback.newBuilder().setApplicationId(message.id()).setResultCode(done ? "0000" : "0600"));
        if (done) {
            messages.remove(message.id());
            done(message);
        }
    }

    private void restop(Line ended) {
        if (ended.institutionCode().equals(NOBODY)) {
            return; // to nobody nothing is sent
        }
        boolean may = pencil.mayRestop(ended.id());
        refusedUnless(may, () -> freeze().officer()
                        .restopAccount(RestopAccountRequest.newBuilder()
                                .setApplicationId(ended.id())
                                .setReference("chief 3")
                                .build()))
                .ifPresent(again -> pencil.restopped(ended.id(), now()));
    }

    private void route(Line order) {
        if (!order.institutionCode().equals(NOBODY) || !order.phase().equals("MANUAL")) {
            return;
        }
        String to = random.nextBoolean() ? ICBC : ABC;
        boolean may = pencil.mayRoute(order.id(), to) && !recordReported.contains(order.account());
        refusedUnless(may, () -> freeze().route(order.id(), to, "chief 3"))
                .ifPresent(routed -> pencil.routed(order.id(), to));
    }

    /** What it leads to; an officer's order that may not be is refused, and nothing comes of it. */
    private static <T> Optional<T> refusedUnless(boolean may, Supplier<T> ordering) {
        try {
            T done = ordering.get();
            assertThat(may).as("allowed by the rules").isTrue();
            return Optional.of(done);
        } catch (StatusRuntimeException refused) {
            assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
            assertThat(may)
                    .as("allowed by the rules, but: " + refused.getMessage())
                    .isFalse();
            return Optional.empty();
        }
    }

    private void lookAtTheClock() {
        time.jump(any(JUMPS));
        if (random.nextInt(5) > 0) {
            advance();
            pencil.lookedAt(now());
        }
    }

    private void lookForDueClaims() {
        atOnce(List.<Callable<Object>>of(
                () -> {
                    replica.followDue().await().atMost(PATIENCE);
                    return true;
                },
                () -> {
                    book();
                    return true;
                }));
    }

    private void compareOrders() {
        book = OrderBook.lines(database);
        List<Line> traced = pencil.named(book, now());
        assertThat(OrderBook.lines(book)).as("orders, %s", when()).isEqualTo(pencil.lines());
        for (Line order : traced) {
            assertThat(pencil.count(order.caseId(), order.account()))
                    .as("orders of the case on the account of %s, %s", order, when())
                    .isOne();
            assertThat(TraceReferenceModel.of(database, order.caseId()).followed(THRESHOLD_FEN, MAX_LEVELS))
                    .as("accounts to follow to, %s", when())
                    .contains(order.account());
        }
    }

    private void assertRight() {
        followAll();
        compareOrders();
        for (String caseId : cases) {
            TraceReferenceModel expected = TraceReferenceModel.of(database, caseId);
            assertThat(CaseBooks.transfers(database, caseId))
                    .as("transfers, %s", when())
                    .isEqualTo(expected.transfers());
            assertThat(CaseBooks.sums(database, caseId)).as("books, %s", when()).isEqualTo(expected.books());
            assertThat(expected.followed(THRESHOLD_FEN, MAX_LEVELS))
                    .as("accounts with an order, %s", when())
                    .allMatch(account -> pencil.count(caseId, account) > 0 || pencil.hasEnded(caseId, account));
            assertAddsUp(freeze().trace(caseId));
        }
        assertThat(pencil.forgotten())
                .as("orders that wait for nothing, %s", when())
                .isEmpty();
        assertHeld();
    }

    private void followAll() {
        for (int look = 0; look < 20; look++) {
            time.jump(Duration.ofSeconds(6));
            book();
            awaitStill();
            if (database.number("SELECT count(*) FROM claim WHERE revision <> traced_revision") == 0) {
                return;
            }
        }
        throw new AssertionError("claims stay due, " + when());
    }

    /** Under a stop all is held that remains and is there; where it ended, it is shown how it did. */
    private void assertHeld() {
        for (List<String> claim :
                database.rows("SELECT case_id, institution_code || ' ' || account_number, to_json(claimed_at) #>> '{}',"
                        + " reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen,"
                        + " held_fen, lapsed_fen, lifted_fen FROM claim")) {
            assertThat(claim.subList(4, 7).stream().map(Long::valueOf).toList())
                    .as("held, lapsed and lifted of %s, %s", claim, when())
                    .isEqualTo(pencil.sums(
                            claim.get(0),
                            claim.get(1),
                            OffsetDateTime.parse(claim.get(2)).toInstant(),
                            Long.parseLong(claim.get(3))));
        }
    }

    private Line anyOrder() {
        List<Line> orders =
                book.stream().filter(line -> line.state() != State.WAITING).toList();
        return any(orders);
    }

    private Instant now() {
        return time.instant();
    }

    private String when() {
        return "seed %d, event %d".formatted(seed, events);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
