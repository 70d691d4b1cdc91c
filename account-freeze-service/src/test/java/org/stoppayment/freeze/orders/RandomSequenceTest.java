package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.ForgetfulBank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.Feedback;

/**
 * A long night at a bad bank: reports, supplements, corrections, repeats, call-backs, jumps of the clock and looks for due
 * work in any order. Whatever comes, each account has one live stop, no order is sent while it is on its way, every order
 * comes to what the bank decided, and no fen is lost.
 *
 * <p>{@code -Dseed=...} repeats the steps and the bank's answers; threads may still interleave otherwise.
 */
@QuarkusTest
class RandomSequenceTest extends FreezeFixture {

    private static final int STEPS = 300;
    private static final int CASES = 10;
    private static final int ACCOUNTS = 20;
    private static final int MAX_ROUNDS = 80;
    private static final List<Duration> JUMPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(9),
            Duration.ofSeconds(16),
            Duration.ofSeconds(31),
            Duration.ofMinutes(5),
            Duration.ofMinutes(11));

    private record Paid(String caseId, String transferId) {}

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<String> cases = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Report> delivered = new ArrayList<>();
    private final List<Paid> transfers = new ArrayList<>();
    private final Map<String, Report> deferred = new LinkedHashMap<>();
    private ForgetfulBank bank;

    @Test
    void everyOrderComesToWhatTheBankDecidedAndNoFenIsLost() {
        System.out.println("RandomSequenceTest: seed " + seed);
        bank = new ForgetfulBank(seed, time);
        for (int i = 0; i < CASES; i++) {
            cases.add(newCase());
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            // The same numbers each time: the bank's answers follow from them.
            accounts.add(Report.account(
                    i % 2 == 0 ? FakeGateway.ICBC : FakeGateway.ABC, Long.toString(6_229_990_000_000_000_000L + i)));
            bank.serve(gateway(), accounts.get(i));
        }

        for (int step = 0; step < STEPS; step++) {
            step();
            awaitQuiet();
            assertInvariants("seed " + seed + ", step " + step);
        }
        settle();

        assertTruth();
        assertThat(database.number("SELECT count(*) FROM claim WHERE due_at IS NOT NULL"))
                .as("claims behind, seed %d", seed)
                .isZero();
        assertRepeatsChangeNothing();
    }

    private void step() {
        int luck = random.nextInt(100);
        if (luck < 30) {
            report();
        } else if (luck < 38 && !transfers.isEmpty()) {
            correct();
        } else if (luck < 48 && !delivered.isEmpty()) {
            Report again = any(delivered);
            atOnce(1 + random.nextInt(3), () -> freeze().deliver(again));
        } else if (luck < 58 && !bank.seen().isEmpty()) {
            callBack();
        } else if (luck < 73) {
            time.jump(random.nextInt(20) == 0 ? Duration.ofHours(25) : any(JUMPS));
        } else if (luck < 90) {
            advanceAtOnce(1 + random.nextInt(3));
        } else if (luck < 97) {
            book();
        } else if (luck < 98) {
            world.recovery.goAway();
        } else {
            world.recovery.comeBack();
        }
    }

    private void report() {
        String caseId = any(cases);
        Report report = Report.of(caseId);
        for (int i = 0; i <= random.nextInt(3); i++) {
            report.paid(remember(caseId), any(accounts), 1 + random.nextInt(5000));
        }
        if (random.nextInt(10) == 0) {
            report.protecting(any(accounts));
        }
        deliver(report);
    }

    private void correct() {
        Paid old = any(transfers);
        deliver(Report.of(old.caseId())
                .correcting(old.transferId(), remember(old.caseId()), any(accounts), 1 + random.nextInt(5000)));
    }

    private String remember(String caseId) {
        String transferId = newCase();
        transfers.add(new Paid(caseId, transferId));
        return transferId;
    }

    private void deliver(Report report) {
        delivered.add(report);
        deliverAgain(report);
    }

    private void deliverAgain(Report report) {
        var answer = freeze().deliver(report);
        assertThat(answer.getRejectedList()).isEmpty();
        if (answer.getDeferredEventIdsCount() > 0) {
            deferred.put(report.eventId(), report);
        } else {
            deferred.remove(report.eventId());
        }
    }

    private void callBack() {
        Feedback truth = bank.truth(any(bank.seen())).orElseThrow();
        String institution = database.rows(
                        "SELECT institution_code FROM stop_order WHERE application_id = ?::uuid",
                        truth.getApplicationId())
                .get(0)
                .get(0);
        freeze().callBack(institution, truth.toBuilder());
    }

    private void assertInvariants(String when) {
        assertThat(database.rows("SELECT institution_code, account_number FROM stop_order WHERE live"
                        + " GROUP BY 1, 2 HAVING count(*) > 1"))
                .as("accounts with two live stops, %s", when)
                .isEmpty();
        assertThat(database.rows("SELECT institution_code, account_number FROM stop_order WHERE counted"
                        + " GROUP BY 1, 2 HAVING count(*) > 2"))
                .as("accounts with three stops, %s", when)
                .isEmpty();
        assertThat(gateway().twiceInFlight()).as("sent twice at once, %s", when).isEmpty();
    }

    /** The bank mends its ways, and time passes. */
    private void settle() {
        world.recovery.comeBack();
        bank.becomeHonest();
        for (int round = 0; round < MAX_ROUNDS && isOpen(); round++) {
            List.copyOf(deferred.values()).forEach(this::deliverAgain);
            waitAndAdvance();
            awaitQuiet();
            book();
        }
        assertThat(deferred)
                .as("corrections that never found their transfer, seed %d", seed)
                .isEmpty();
        waitAndAdvance();
        awaitQuiet();
        bookAll();
    }

    private boolean isOpen() {
        return !deferred.isEmpty()
                || database.rows("SELECT application_id, state, manual_reason FROM stop_order").stream()
                        .anyMatch(this::isOpen)
                || database.number("SELECT count(*) FROM claim WHERE due_at IS NOT NULL") > 0;
    }

    private boolean isOpen(List<String> order) {
        return switch (order.get(1)) {
            case "QUEUED", "SENDING", "ACCEPTED", "IN_DOUBT" -> true;
            case "MANUAL" ->
                order.get(2).equals("BUDGET_SPENT") && bank.truth(order.get(0)).isPresent();
            default -> false;
        };
    }

    private void assertTruth() {
        for (List<String> order :
                database.rows("SELECT application_id, state, result_code, manual_reason, attempts FROM stop_order")) {
            String code = bank.truth(order.get(0)).map(Feedback::getResultCode).orElse("never seen");
            boolean refusedHere = order.get(2).equals("1304");
            assertThat(order.get(1))
                    .as("state of %s, of which the bank says %s, seed %d", order, code, seed)
                    .isIn(
                            switch (code) {
                                case "0000" -> Set.of("IN_EFFECT", "LAPSED");
                                case "0301" -> Set.of("DECLINED");
                                case "1301" -> Set.of("HELD_BY_OTHER");
                                case "0600" -> Set.of("MANUAL");
                                // A person has it by then, and may have telephoned: it is not sent again behind his
                                // back.
                                default -> Set.of(refusedHere ? "DECLINED" : "MANUAL");
                            });
            assertThat(gateway().formsOf(order.get(0)))
                    .as("forms in which %s was sent, seed %d", order, seed)
                    .isEqualTo(refusedHere ? 0 : 1);
        }
    }

    private void assertRepeatsChangeNothing() {
        String all = "SELECT (SELECT count(*) FROM stop_order), (SELECT sum(version) FROM stop_order),"
                + " (SELECT sum(reported_fen) FROM claim), (SELECT count(*) FROM reported_transfer)";
        List<List<String>> before = database.rows(all);
        int sent = gateway().sends().size();

        delivered.forEach(freeze()::deliver);

        assertThat(database.rows(all)).as("after repeats, seed %d", seed).isEqualTo(before);
        assertThat(gateway().sends()).hasSize(sent);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
