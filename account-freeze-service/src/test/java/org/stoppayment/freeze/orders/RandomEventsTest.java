package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.application.Replica;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.freeze.testkit.reference.CaseBooks;
import org.stoppayment.freeze.testkit.reference.OrderBook.Line;
import org.stoppayment.freeze.testkit.reference.OrderReferenceModel;
import org.stoppayment.freeze.testkit.reference.RandomMoney.Paid;
import org.stoppayment.freeze.testkit.reference.TraceReferenceModel;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.Feedback;

/**
 * Thousands of events: reports, corrections and withdrawals; stops that take effect, are declined, lapse, are lifted, extended,
 * made again, frozen and sent elsewhere; bookings told of in any order, twice, late and in contradiction, each of them an event of its own.
 * After each of them every order is as {@link OrderReferenceModel} has it. Every now and then the books are those that {@link
 * TraceReferenceModel} works out from scratch, and no fen is lost.
 *
 * <p>{@code -Dseed=...} repeats the events; threads may still interleave otherwise. {@code -Devents=...} takes more of them.
 */
@QuarkusTest
class RandomEventsTest extends RandomFreezesFixture {

    private static final int EVENTS = Integer.getInteger("events", 3_000);
    private static final int MANY_EVENTS = 10_000;
    private static final int EVENTS_A_WORLD = 200;
    private static final int EVENTS_A_CHECK = 100;
    private static final List<Duration> JUMPS =
            List.of(Duration.ofSeconds(31), Duration.ofMinutes(11), Duration.ofHours(7), Duration.ofHours(20));

    @Inject
    Replica replica;

    @Test
    void ordersAndBooksAreThoseOfTheModelsAndNoFenIsLost() {
        assertRightAfter(EVENTS);
    }

    @Test
    @Tag("full")
    void soTheyAreAfterTenThousandEvents() {
        assertRightAfter(MANY_EVENTS);
    }

    private void assertRightAfter(int number) {
        System.out.println("RandomEventsTest: seed " + seed);
        while (events < number) {
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

    private void step() {
        events++;
        time.jump(Duration.ofMillis(1));
        int luck = random.nextInt(100);
        step = luck;
        if (luck < 10 || book.isEmpty()) {
            report();
        } else if (luck < 14) {
            correct();
        } else if (luck < 52) {
            tell(anyOrder());
        } else if (luck < 54) {
            freeze(anyOrder());
        } else if (luck < 55) {
            decideFreeze();
        } else if (luck < 57) {
            changeFreeze();
        } else if (luck < 59) {
            withdraw();
        } else if (luck < 63) {
            lookForDueReleases();
        } else if (luck < 67) {
            extend(anyOrder());
        } else if (luck < 70) {
            lift(anyOrder());
        } else if (luck < 74) {
            answer();
        } else if (luck < 80) {
            restop(anyOrder());
        } else if (luck < 84) {
            route(anyOrder());
        } else if (luck < 92) {
            lookForDueOrders();
        } else {
            lookForDueClaims();
        }
        awaitStill();
        compareOrders();
    }

    private void report() {
        String caseId = any(openCases());
        Report report = reportOf(caseId);
        Set<String> named = new HashSet<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            Paid paid = money.paid(caseId);
            named.add(OrderReferenceModel.name(paid.payee()));
            report.transfer("", paid.transferId(), paid.payee(), paid.fen(), paid.at(), paid.serial());
        }
        Optional<Account> own = random.nextInt(10) == 0 ? Optional.of(any(accounts)) : Optional.empty();
        own.ifPresent(report::protecting);
        own.map(OrderReferenceModel::name).ifPresent(named::add);
        freeze().deliver(report);
        own.ifPresent(account -> model.protects(caseId, OrderReferenceModel.name(account)));
        named.forEach(account -> model.named(caseId, account, now()));
    }

    private void correct() {
        Optional<Paid> old = money.anyPaid().filter(paid -> !model.isWithdrawn(paid.caseId()));
        if (old.isEmpty()) {
            return;
        }
        Paid paid = money.corrected(old.get());
        freeze().deliver(Report.of(paid.caseId())
                .transfer(old.get().transferId(), paid.transferId(), paid.payee(), paid.fen(), paid.at(), ""));
        model.named(paid.caseId(), OrderReferenceModel.name(paid.payee()), now());
    }

    /** Withdraws a case, unless it is the last one. */
    private void withdraw() {
        List<String> open = openCases();
        if (open.size() == 1) {
            return;
        }
        String caseId = any(open);
        int submissions = (int) database.number("SELECT count(*) FROM inbox WHERE case_id = ?::uuid", caseId);
        if (submissions == 0) {
            return; // nobody has reported it
        }
        List<String> claimed = database
                .rows("SELECT institution_code || ' ' || account_number FROM claim WHERE case_id = ?::uuid", caseId)
                .stream()
                .map(row -> row.get(0))
                .toList();
        assertThat(freeze().deliver(List.of(Withdrawn.of(caseId, submissions, now())))
                        .getDeferredEventIdsList())
                .isEmpty();
        model.withdrawn(caseId, claimed, now());
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
            withBookings.add(order.account());
        }
        freeze().callBack(order.institutionCode(), feedback);
        model.said(order.id(), code, stoppedAt, balanceFen, now());
    }

    private String code() {
        int luck = random.nextInt(100);
        if (luck < 70) {
            return luck < 60 ? "0000" : "1200";
        }
        return luck < 82 ? "0301" : luck < 90 ? "1301" : luck < 95 ? "0600" : "1100";
    }

    private void lookForDueOrders() {
        time.jump(any(JUMPS));
        if (random.nextInt(5) > 0) {
            advance();
            model.advanced(now());
        }
        if (random.nextInt(3) == 0) {
            examineAttention();
        }
    }

    private void lookForDueClaims() {
        atOnce(List.<Callable<Object>>of(
                () -> {
                    replica.money().followDue().await().atMost(PATIENCE);
                    return true;
                },
                () -> {
                    book();
                    return true;
                }));
    }

    /** Claims are traced before: then the slow reference knows which are active. */
    private void lookForDueReleases() {
        if (model.releases().due().isEmpty()) {
            return;
        }
        followAll();
        compareOrders();
        Map<String, TraceReferenceModel> traces = traces();
        releaseDue(account -> cases.stream()
                .anyMatch(caseId ->
                        model.isActive(caseId, account, traces.get(caseId).fenInto(account))));
    }

    private void assertRight() {
        followAll();
        compareOrders();
        Map<String, TraceReferenceModel> traces = traces();
        for (String caseId : cases) {
            TraceReferenceModel expected = traces.get(caseId);
            assertThat(CaseBooks.transfers(database, caseId))
                    .as("transfers, %s", when())
                    .isEqualTo(expected.transfers());
            assertThat(CaseBooks.sums(database, caseId)).as("books, %s", when()).isEqualTo(expected.books());
            assertThat(expected.followed(THRESHOLD_FEN, MAX_LEVELS))
                    .as("accounts with an order, %s", when())
                    .allMatch(account -> model.count(caseId, account) > 0 || model.hasEnded(caseId, account));
            assertAddsUp(freeze().trace(caseId));
        }
        assertThat(model.matching()
                        .forgotten((caseId, account) -> model.isActive(
                                caseId, account, traces.get(caseId).fenInto(account))))
                .as("orders that wait for nothing, %s", when())
                .isEmpty();
        assertHeld();
        assertNoAttentionOverlooked(cases);
        examineAttention();
        assertNoAttentionOverlooked(cases);
    }

    /** Under a stop all is held that remains and is there; where it ended, it is shown how it did. */
    private void assertHeld() {
        for (List<String> claim :
                database.rows("SELECT case_id, institution_code || ' ' || account_number, to_json(claimed_at) #>> '{}',"
                        + " reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen,"
                        + " held_fen, frozen_fen, lapsed_fen, lifted_fen, returned_fen FROM claim")) {
            assertThat(claim.subList(4, 9).stream().map(Long::valueOf).toList())
                    .as("held, frozen, lapsed, lifted and paid back of %s, %s", claim, when())
                    .isEqualTo(model.sums(
                            claim.get(0),
                            claim.get(1),
                            OffsetDateTime.parse(claim.get(2)).toInstant(),
                            Long.parseLong(claim.get(3))));
        }
    }
}
