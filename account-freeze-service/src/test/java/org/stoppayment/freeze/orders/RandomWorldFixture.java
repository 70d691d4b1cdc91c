package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.freeze.testkit.reference.OrderBook;
import org.stoppayment.freeze.testkit.reference.OrderBook.Line;
import org.stoppayment.freeze.testkit.reference.OrderReferenceModel;
import org.stoppayment.freeze.testkit.reference.RandomMoney;
import org.stoppayment.freeze.testkit.reference.TraceReferenceModel;
import org.stoppayment.proto.common.v1.Account;

/** A few cases and accounts that random events happen to, beside the model of what must come of them. */
abstract class RandomWorldFixture extends TracingFixture {

    /** An institution that is not connected. */
    protected static final String NOBODY = "403100000004";

    protected static final long THRESHOLD_FEN = 10_000;
    protected static final int MAX_LEVELS = 12;
    private static final int ACCOUNTS = 11;
    private static final int CASES = 3;

    protected final long seed = Long.getLong("seed", System.nanoTime());
    protected final Random random = new Random(seed);
    protected final List<String> cases = new ArrayList<>();
    protected final List<Account> accounts = new ArrayList<>();
    protected RandomMoney money;
    protected OrderReferenceModel model;
    protected List<Line> book;
    protected int events;
    /** For messages: the last event, as a number below 100 that the test draws. */
    protected int step;

    private final List<Account> victims = new ArrayList<>();

    protected void newWorld() {
        cleanSlate();
        time.stand();
        cases.clear();
        accounts.clear();
        victims.clear();
        model = new OrderReferenceModel();
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
    protected Report reportOf(String caseId) {
        Account victim = victims.get(cases.indexOf(caseId));
        return Report.of(caseId).victim(victim.getName()).alsoPaid(victim);
    }

    protected List<String> openCases() {
        return cases.stream().filter(caseId -> !model.isWithdrawn(caseId)).toList();
    }

    /** Every order is as the model has it. What tracing ordered was to be followed, and is ordered once a case and account. */
    protected void compareOrders() {
        book = OrderBook.lines(database);
        List<Line> traced = model.matching().named(book, now());
        assertThat(OrderBook.lines(book)).as("orders, %s", when()).isEqualTo(model.lines());
        Map<String, List<String>> followed = new HashMap<>();
        for (Line order : traced) {
            assertThat(model.count(order.caseId(), order.account()))
                    .as("orders of the case on the account of %s, %s", order, when())
                    .isOne();
            assertThat(followed.computeIfAbsent(order.caseId(), this::followed))
                    .as("accounts to follow to: %s with claims %s, %s", order, claims(order), when())
                    .contains(order.account());
        }
    }

    private List<String> followed(String caseId) {
        return TraceReferenceModel.of(database, caseId).followed(THRESHOLD_FEN, MAX_LEVELS);
    }

    /** For messages: what the service has of the claims on the account of an order. */
    private List<List<String>> claims(Line order) {
        return database.rows(
                "SELECT case_id, level, reported_fen, received_fen, ended_at, end_details, revision, traced_revision FROM claim"
                        + " WHERE institution_code = ? AND account_number = ?",
                order.institutionCode(),
                order.number());
    }

    /** Traces all claims that are due. */
    protected void followAll() {
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

    /** The slow reference of each case's books. */
    protected Map<String, TraceReferenceModel> traces() {
        Map<String, TraceReferenceModel> traces = new HashMap<>();
        cases.forEach(caseId -> traces.put(caseId, TraceReferenceModel.of(database, caseId)));
        return traces;
    }

    /** What it leads to; an officer's order that may not be is refused, and nothing comes of it. */
    protected static <T> Optional<T> refusedUnless(boolean may, Supplier<T> ordering) {
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

    protected Line anyOrder() {
        return any(book.stream().filter(line -> !line.isWaiting()).toList());
    }

    protected Instant now() {
        return time.instant();
    }

    protected String when() {
        return "seed %d, event %d: %s".formatted(seed, events, step);
    }

    protected <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
