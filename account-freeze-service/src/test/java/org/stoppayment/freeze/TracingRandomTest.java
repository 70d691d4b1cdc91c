package org.stoppayment.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.application.Replica;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.CaseBooks;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.PencilTrace;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingBed;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Inflow;
import org.stoppayment.proto.gateway.v1.Outflow;
import org.stoppayment.proto.gateway.v1.OutflowKind;

/**
 * Ten thousand events: reports, corrections, stops that take effect, are declined and lapse, and bookings told of in any order,
 * twice, late and in contradiction. Whatever comes, the books are those that the slow reference works out from scratch, no
 * account has two live stops, no order is repeated, and no fen is lost.
 *
 * <p>{@code -Dseed=...} repeats the steps; threads may still interleave otherwise.
 */
@QuarkusTest
class TracingRandomTest extends TracingBed {

    private static final int EVENTS = 10_000;
    private static final int EVENTS_A_WORLD = 500;
    private static final int EVENTS_A_CHECK = 60;
    private static final int ACCOUNTS = 11;
    private static final int CASES = 3;

    private record Paid(String caseId, String transferId, Account payee, long fen, Instant at) {}

    private record Order(String id, String institutionCode, String accountNumber) {}

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<String> cases = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Paid> transfers = new ArrayList<>();
    private final Map<String, List<Outflow.Builder>> booked = new HashMap<>();
    private int events;

    @Inject
    Replica replica;

    @Test
    void booksAreThoseOfTheSlowReferenceAndNoFenIsLost() {
        System.out.println("TracingRandomTest: seed " + seed);
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
            booksOfRecoveryAddUp();
        }
    }

    private void newWorld() {
        cleanSlate();
        cases.clear();
        accounts.clear();
        transfers.clear();
        booked.clear();
        for (int i = 0; i < CASES; i++) {
            cases.add(newCase());
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            Account account = Report.account(i == 0 ? "999999999999" : i % 2 == 0 ? ICBC : ABC);
            accounts.add(account);
            gateway().onSend(account.getNumber(), Bank.answers(Outcomes.accepted()));
            gateway().onInquiry(account.getNumber(), Bank.answers(Outcomes.accepted()));
        }
    }

    private void step() {
        events++;
        int luck = random.nextInt(100);
        if (luck < 12 || transfers.isEmpty()) {
            report();
        } else if (luck < 16) {
            correct();
        } else if (luck < 90) {
            tell();
        } else if (luck < 94) {
            time.jump(Duration.ofHours(20));
            advance();
        } else {
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
    }

    private void report() {
        String caseId = any(cases);
        Report report = Report.of(caseId);
        for (int i = 0; i <= random.nextInt(2); i++) {
            Paid paid = new Paid(caseId, newCase(), any(accounts), sum(), moment());
            transfers.add(paid);
            report.transfer("", paid.transferId(), paid.payee(), paid.fen(), paid.at(), "v" + random.nextInt(3));
        }
        freeze().deliver(report);
    }

    /** One that comes too early is deferred, and forgotten here. */
    private void correct() {
        Paid old = any(transfers);
        Paid now = new Paid(old.caseId(), newCase(), any(accounts), sum(), moment());
        var answer = freeze().deliver(Report.of(old.caseId())
                .transfer(old.transferId(), now.transferId(), now.payee(), now.fen(), now.at(), ""));
        if (answer.getDeferredEventIdsCount() == 0) {
            transfers.remove(old);
            transfers.add(now);
        }
    }

    private void tell() {
        List<Order> orders = orders();
        if (orders.isEmpty()) {
            return;
        }
        Order order = any(orders);
        Feedback.Builder feedback = random.nextInt(10) < 8
                ? Outcomes.stopped(order.id(), time.instant(), random.nextInt(300_000))
                : Feedback.newBuilder().setApplicationId(order.id()).setResultCode("0301");
        for (int i = random.nextInt(5); i > 0; i--) {
            feedback.addOutflows(outflow(order));
            events++;
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            feedback.addInflows(inflow(order));
            events++;
        }
        freeze().callBack(order.institutionCode(), feedback);
    }

    private Outflow.Builder outflow(Order order) {
        List<Outflow.Builder> known = booked.computeIfAbsent(order.accountNumber(), first -> new ArrayList<>());
        int luck = random.nextInt(100);
        if (luck < 20 && !known.isEmpty()) {
            return any(known);
        }
        if (luck < 24 && !known.isEmpty()) {
            return any(known).clone().setAmountFen(sum());
        }
        String serial = "s" + known.size();
        Outflow.Builder outflow = luck < 32
                ? Outcomes.spent(OutflowKind.OUTFLOW_KIND_CASH, serial, sum(), moment())
                : luck < 38
                        ? Outcomes.spent(OutflowKind.OUTFLOW_KIND_MERCHANT, serial, sum(), moment())
                        : Outcomes.outflow(serial, sum(), any(accounts), moment());
        outflow.setSequence(random.nextInt(2));
        known.add(outflow);
        return outflow;
    }

    /** Often the booking of a victim's transfer, a little off. */
    private Inflow.Builder inflow(Order order) {
        List<Paid> into = transfers.stream()
                .filter(paid -> paid.payee().getNumber().equals(order.accountNumber()))
                .toList();
        String serial = random.nextInt(3) == 0 ? "v" + random.nextInt(3) : "i" + random.nextInt(1000);
        if (into.isEmpty()) {
            return Outcomes.inflow(serial, sum(), moment());
        }
        Paid paid = any(into);
        return Outcomes.inflow(serial, paid.fen(), paid.at().plusSeconds(random.nextInt(1300) - 650));
    }

    private List<Order> orders() {
        return accounts.stream()
                .flatMap(account -> database
                        .rows(
                                "SELECT application_id, institution_code FROM stop_order WHERE account_number = ?"
                                        + " AND state <> 'SENDING' ORDER BY placed_at, application_id",
                                account.getNumber())
                        .stream()
                        .map(row -> new Order(row.get(0), row.get(1), account.getNumber())))
                .toList();
    }

    private void assertRight() {
        String when = "seed %d, event %d".formatted(seed, events);
        followAll(when);
        for (String caseId : cases) {
            PencilTrace expected = PencilTrace.of(database, caseId);
            assertThat(CaseBooks.transfers(database, caseId))
                    .as("transfers, %s", when)
                    .isEqualTo(expected.transfers());
            assertThat(CaseBooks.sums(database, caseId)).as("books, %s", when).isEqualTo(expected.books());
            assertAddsUp(freeze().trace(caseId));
        }
        assertHeld(when);
        assertThat(database.rows("SELECT 1 FROM stop_order WHERE live GROUP BY institution_code, account_number"
                        + " HAVING count(*) > 1"))
                .as("accounts with two live stops, %s", when)
                .isEmpty();
        assertThat(database.rows("SELECT 1 FROM (SELECT case_id, institution_code, account_number FROM stop_order"
                        + " UNION ALL SELECT case_id, institution_code, account_number FROM waiting_order) o"
                        + " WHERE NOT EXISTS (SELECT FROM reported_transfer r WHERE r.case_id = o.case_id"
                        + " AND r.institution_code = o.institution_code AND r.account_number = o.account_number)"
                        + " GROUP BY case_id, institution_code, account_number HAVING count(*) > 1"))
                .as("orders of a traced account made twice, %s", when)
                .isEmpty();
    }

    private void followAll(String when) {
        for (int look = 0; look < 20; look++) {
            awaitQuiet();
            time.jump(Duration.ofSeconds(6));
            book();
            awaitQuiet();
            if (database.number("SELECT count(*) FROM claim WHERE knowledge <> traced_knowledge") == 0) {
                return;
            }
        }
        throw new AssertionError("claims stay due, " + when);
    }

    /** Under a stop all is held that remains and is there; without one nothing is. */
    private void assertHeld(String when) {
        assertThat(database.rows("SELECT c.*, s.state, s.balance_fen FROM claim c"
                        + " LEFT JOIN stop_order s ON s.institution_code = c.institution_code"
                        + " AND s.account_number = c.account_number AND s.state = 'IN_EFFECT'"
                        + " WHERE held_fen <> CASE WHEN s.state IS NULL THEN 0 ELSE least(s.balance_fen,"
                        + " reported_fen + received_fen - onward_fen - cash_fen - merchant_fen) END"
                        + " OR (s.state IS NOT NULL AND lapsed_fen + lifted_fen > 0)"))
                .as("claims with the wrong sum held, %s", when)
                .isEmpty();
    }

    private void booksOfRecoveryAddUp() {
        bookAll();
        assertConserved();
    }

    private long sum() {
        return 1 + random.nextInt(random.nextBoolean() ? 200_000 : 12_000);
    }

    private Instant moment() {
        return IN.minusNanos(IN.getNano()).plusSeconds(60L * random.nextInt(25));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
