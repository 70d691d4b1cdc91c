package org.stoppayment.freeze.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.application.Replica;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.Trace;

/** Money that is followed from several sides at once, and by several at once. */
@QuarkusTest
class TracingRaceTest extends TracingFixture {

    private final String caseId = newCase();
    private final Account a = account();
    private final Account b = Report.account(ABC);
    private final Account c = account();
    private final Account d = Report.account(ABC);

    @Inject
    Replica replica;

    @Test
    void accountThatTwoPathsReachHasOneStop() {
        moved(a, 0, to(b, "1", 50_000, 20), to(c, "2", 50_000, 20));
        moved(b, 0, to(d, "1", 50_000, 30));
        moved(c, 0, to(d, "1", 30_000, 30));

        freeze().deliver(Report.of(caseId).paid(a, 100_000));

        await().atMost(PATIENCE).until(() -> gateway().sends().size() == 4);
        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, d).getSums().getReceivedFen()).isEqualTo(80_000);
        assertThat(node(trace, d).getSums().getHeldFen()).isEqualTo(80_000);
        assertThat(gateway().sendsTo(d.getNumber())).hasSize(1);
        assertAddsUp(trace);
    }

    @Test
    void claimWhoseStopEndedWhileItWasBeingMadeHoldsNothing() {
        moved(a, 60_000);
        freeze().deliver(Report.of(newCase()).paid(a, 70_000));
        awaitQuiet();
        freeze().deliver(Report.of(caseId).paid(a, 40_000));
        assertThat(node(awaitTrace(caseId), a).getSums().getHeldFen()).isEqualTo(40_000);
        time.jump(Duration.ofHours(49));
        advance();
        // What a step leaves that read the stop before it ended, and was taken after that.
        database.execute("UPDATE claim SET claimed_at = claimed_at + interval '50 h' WHERE case_id = '" + caseId + "'");

        bookAll();

        assertThat(node(awaitTrace(caseId), a).getSums().getHeldFen()).isZero();
    }

    @RepeatedTest(5)
    void accountThatTwoCasesReachAtTheSameMomentHasOneStopAndEachItsClaim() {
        String other = newCase();
        moved(a, 0, to(d, "1", 40_000, 20));
        moved(b, 0, to(d, "1", 30_000, 20));
        moved(d, 60_000);

        atOnce(List.<Callable<Object>>of(
                () -> freeze().deliver(Report.of(caseId).paid(a, 40_000)),
                () -> freeze().deliver(Report.of(other).paid(b, 30_000))));

        await().atMost(PATIENCE).until(() -> gateway().sends().size() == 3);
        awaitQuiet();
        bookAll();
        Trace one = awaitTrace(caseId);
        Trace two = awaitTrace(other);
        assertThat(gateway().sendsTo(d.getNumber())).hasSize(1);
        assertThat(node(one, d).getSums().getHeldFen()).isEqualTo(40_000);
        assertThat(node(two, d).getSums().getHeldFen()).isEqualTo(30_000);
        assertThat(List.of(node(one, d).getJoined(), node(two, d).getJoined())).containsExactlyInAnyOrder(true, false);
        assertThat(database.number("SELECT count(*) FROM stop_order WHERE account_number = ? AND live", d.getNumber()))
                .isEqualTo(1);
        assertAddsUp(one);
        assertAddsUp(two);
    }

    @Test
    void caseThatReachesAnAccountWhoseOutflowsAreKnownFollowsThemAtOnce() {
        moved(b, 0, to(c, "1", 25_000, 30));
        freeze().deliver(Report.of(newCase()).paid(b, 10_000));
        awaitQuiet();
        moved(a, 0, to(b, "1", 20_000, 20));

        freeze().deliver(Report.of(caseId).paid(a, 20_000));

        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, b, "1")).isEqualTo(20_000);
        assertThat(node(trace, c).getLevel()).isEqualTo(3);
        assertAddsUp(trace);
    }

    @Test
    void caseThatJoinedAnOrderWhichIsDeclinedMakesItsOwn() {
        gateway()
                .onSend(
                        d.getNumber(),
                        Bank.answers(Outcomes.accepted()),
                        gateway().stops(40_000));
        String other = newCase();
        freeze().deliver(Report.of(other).paid(d, 70_000));
        StopOrder theirs = awaitOrder(other, d, STOP_ORDER_STATE_ACCEPTED);
        moved(a, 0, to(d, "1", 40_000, 20));
        freeze().deliver(Report.of(caseId).paid(a, 40_000));
        awaitQuiet();
        assertThat(gateway().sendsTo(d.getNumber())).hasSize(1);

        freeze().callBack(
                        ABC,
                        Outcomes.stopped(theirs.getApplicationId(), time.instant(), 0)
                                .clearStoppedAt()
                                .clearBalanceFen()
                                .setResultCode("0400"));
        book();
        advance();
        awaitOrder(caseId, d, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();

        assertThat(gateway().sendsTo(d.getNumber())).hasSize(2);
        assertThat(gateway().sendsTo(d.getNumber()).get(1).getTransfers(0).getAmountFen())
                .isEqualTo(40_000);
        assertThat(node(awaitTrace(caseId), d).getSums().getHeldFen()).isEqualTo(40_000);
    }

    @Test
    void whatACrashLeftBetweenTheFeedbackAndItsStepIsFollowedByAnyReplica() {
        freeze().deliver(Report.of(caseId).paid(a, 50_000));
        String id = awaitOrder(caseId, a, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        leaveOutflowUnfollowed(id, a, "1", b);
        assertThat(freeze().progress(caseId).getSettled()).isFalse();

        replica.money().followDue().await().atMost(PATIENCE);

        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, b).getSums().getHeldFen()).isEqualTo(20_000);
        assertThat(gateway().sendsTo(b.getNumber())).hasSize(1);
        assertAddsUp(trace);
    }

    @RepeatedTest(5)
    void replicasThatStepTheSameCaseTakeEachStepOnce() {
        List<Account> payers = new ArrayList<>();
        Report report = Report.of(caseId);
        for (int i = 0; i < 6; i++) {
            Account payer = account();
            payers.add(payer);
            report.paid(payer, 50_000);
        }
        freeze().deliver(report);
        payers.forEach(payer -> awaitOrder(caseId, payer, STOP_ORDER_STATE_IN_EFFECT));
        for (int i = 0; i < payers.size(); i++) {
            leaveOutflowUnfollowed(
                    freeze().progress(caseId).getOrders(i).getApplicationId(), payers.get(i), "1", i % 2 == 0 ? b : c);
        }

        atOnce(List.<Callable<Object>>of(
                () -> {
                    replica.money().followDue().await().atMost(PATIENCE);
                    return true;
                },
                () -> {
                    book();
                    return true;
                }));
        awaitQuiet();
        bookAll();

        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, b).getSums().getReceivedFen()).isEqualTo(60_000);
        assertThat(node(trace, c).getSums().getReceivedFen()).isEqualTo(60_000);
        assertThat(gateway().sendsTo(b.getNumber())).hasSize(1);
        assertThat(gateway().sendsTo(c.getNumber())).hasSize(1);
        assertThat(trace.getTotal().getHeldFen()).isEqualTo(300_000);
        assertAddsUp(trace);
    }

    @RepeatedTest(3)
    void stepsOfAllSidesAtOnceLoseNothing() {
        moved(d, 1_000_000);
        List<Callable<Object>> all = new ArrayList<>();
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String one = newCase();
            cases.add(one);
            Account first = account();
            Account second = Report.account(ABC);
            moved(first, 0, to(second, "1", 30_000, 20), to(d, "2", 10_000, 21));
            moved(second, 0, to(d, "1", 30_000, 22));
            all.add(() -> freeze().deliver(Report.of(one).paid(first, 40_000)));
        }

        atOnce(all);

        await().atMost(PATIENCE).until(() -> gateway().sends().size() == 17);
        awaitQuiet();
        bookAll();
        for (String one : cases) {
            Trace trace = awaitTrace(one);
            assertThat(node(trace, d).getSums().getHeldFen()).isEqualTo(40_000);
            assertAddsUp(trace);
        }
        assertThat(gateway().sendsTo(d.getNumber())).hasSize(1);
    }

    /** What a feedback leaves behind when its process dies at once after the commit. */
    private void leaveOutflowUnfollowed(String id, Account payer, String serial, Account payee) {
        database.execute(
                "INSERT INTO outflow VALUES ('%s', '%s', '%s', '%s', 'TRANSFER', 20000, '%s', 0, '%s', '%s', '%s', '%s', 1)"
                        .formatted(
                                payer.getInstitutionCode(),
                                payer.getNumber(),
                                serial,
                                id,
                                IN.plusSeconds(1200),
                                payee.getInstitutionCode(),
                                payee.getNumber(),
                                payee.getName(),
                                "BANK_PERSONAL"));
        database.execute("UPDATE claim SET revision = revision + 1, due_at = '%s' WHERE account_number = '%s'"
                .formatted(time.instant(), payer.getNumber()));
    }
}
