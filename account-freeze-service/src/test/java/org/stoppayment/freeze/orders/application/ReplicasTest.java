package org.stoppayment.freeze.orders.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.StoredStopsFixture;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kit.time.CorrectedTime;
import org.stoppayment.kit.time.DatabaseOffset;
import org.stoppayment.kit.work.Jobs;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.SendExtensionRequest;

/** Several replicas on hosts whose clocks differ, at work on one database: each effect once, and none before its time. */
@QuarkusTest
class ReplicasTest extends StoredStopsFixture {

    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final int OVERDUE = 10_000;

    @Inject
    Replicas replicas;

    @Inject
    Pool pool;

    @Inject
    Jobs jobs;

    /** A host of its own, with a replica. */
    private final class Host {
        private final CorrectedTime clock;
        private final Replica replica;

        private volatile Duration skew;

        Host(Duration skew) {
            this.skew = skew;
            clock = new CorrectedTime(() -> SystemTime.SOURCE.instant().plus(this.skew), SystemTime.SOURCE::nanoTime);
            new DatabaseOffset(clock, pool, jobs).measure().await().atMost(PATIENCE);
            replica = replicas.withClock(clock);
        }
    }

    private List<Host> skewedHosts() {
        return Stream.of(SKEW.negated(), Duration.ZERO, SKEW).map(Host::new).toList();
    }

    private static void lookAtOnce(List<Host> hosts) {
        Replica.lookAtOnce(hosts.stream().map(host -> host.replica).toList());
    }

    /** An extension of every stop, ordered a moment ago and not sent yet. */
    private void extensionsWait(Instant now) {
        database.execute("""
            INSERT INTO follow_up (follow_up_id, kind, application_id, reason, reference, requested_at, state, due_at)
            SELECT gen_random_uuid(), 'EXTENSION', application_id, 'r', 'x', at, 'QUEUED', at
            FROM stop_order, (SELECT '%s'::timestamptz AS at) moment
            """.formatted(now.minusSeconds(2)));
    }

    private long extensions(String prefix, String state, String code) {
        return database.number(
                "SELECT count(*) FROM follow_up JOIN stop_order o USING (application_id) WHERE account_number LIKE ?"
                        + " || '%' AND follow_up.state = ? AND follow_up.result_code = ?",
                prefix, state, code);
    }

    /** A case whose feedback told where its money went, by a process that died at once after the commit; due at {@code due}. */
    private void moneyWentOn(Account payer, Account payee, Instant due) {
        String caseId = newCase();
        freeze().deliver(Report.of(caseId).paid(payer, 50_000));
        String id =
                awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        awaitQuiet();
        database.execute(
                "INSERT INTO outflow VALUES ('%s', '%s', '1', '%s', 'TRANSFER', 20000, '%s', 0, '%s', '%s', '', 'BANK_PERSONAL', 1)"
                        .formatted(
                                payer.getInstitutionCode(),
                                payer.getNumber(),
                                id,
                                Report.PAID_AT.plusSeconds(1200),
                                payee.getInstitutionCode(),
                                payee.getNumber()));
        database.execute(
                "UPDATE claim SET revision = revision + 1, due_at = '%s' WHERE case_id = '%s'".formatted(due, caseId));
    }

    private long lapsed(String prefix) {
        return database.number(
                "SELECT count(*) FROM stop_order WHERE state = 'LAPSED' AND account_number LIKE ? || '%'", prefix);
    }

    private long lapsedTwice() {
        return database.number("SELECT count(*) FROM stop_order WHERE jsonb_array_length(timeline) > 1");
    }

    @Test
    void hostsWhoseClocksAreTenMinutesOffLapseEachStopOnceAndNoneEarly() {
        Instant now = SystemTime.SOURCE.instant();
        stopsThatEnd(now.minusSeconds(60), "over", 60);
        stopsThatEnd(now.plus(SKEW.dividedBy(2)), "stands", 60);

        lookAtOnce(skewedHosts());

        assertThat(lapsed("over")).isEqualTo(60);
        assertThat(lapsedTwice()).isZero();
        assertThat(lapsed("stands")).isZero();
    }

    @Test
    void hostsWhoseClocksAreTenMinutesOffWarnOfEachStopOnceAndOfNoneEarly() {
        Instant hourFromNow = SystemTime.SOURCE.instant().plus(Duration.ofHours(1));
        stopsThatEnd(hourFromNow.minusSeconds(60), "warned", 60);
        stopsThatEnd(hourFromNow.plus(SKEW.dividedBy(2)), "early", 60);

        lookAtOnce(skewedHosts());

        assertThat(database.number("SELECT count(*) FROM alert JOIN stop_order USING (application_id)"
                        + " WHERE account_number LIKE 'warned%'"))
                .isEqualTo(60);
        assertThat(database.number("SELECT count(*) FROM alert")).isEqualTo(60);
    }

    @Test
    void hostWhoseClockStepsTenMinutesAheadBetweenTwoMeasurementsLapsesNoneEarly() {
        Instant now = SystemTime.SOURCE.instant();
        stopsThatEnd(now.minusSeconds(60), "over", 3);
        stopsThatEnd(now.plus(SKEW.dividedBy(2)), "stands", 3);
        Host stepped = new Host(Duration.ZERO);

        stepped.skew = SKEW;
        lookAtOnce(List.of(stepped));

        assertThat(lapsed("over")).isEqualTo(3);
        assertThat(lapsed("stands")).isZero();
    }

    @Test
    void hostsWhoseClocksAreTenMinutesOffSendEachExtensionOnceInTimeAndDeclineThoseThatAreLate() {
        Instant now = SystemTime.SOURCE.instant();
        stopsThatEnd(now.minusSeconds(60), "over", 30);
        stopsThatEnd(now.plus(SKEW.dividedBy(2)), "stands", 30);
        extensionsWait(now);

        lookAtOnce(skewedHosts());

        assertThat(extensions("over", "DECLINED", "1800")).isEqualTo(30);
        assertThat(extensions("stands", "DONE", "0000")).isEqualTo(30);
        assertThat(gateway().extensions())
                .hasSize(30)
                .extracting(SendExtensionRequest::getApplicationId)
                .doesNotHaveDuplicates();
        assertThat(database.number("SELECT count(*) FROM stop_order WHERE extended AND state = 'IN_EFFECT'"
                        + " AND expires_at = '%s'::timestamptz".formatted(now.plus(SKEW.dividedBy(2)))
                        + " + '48 h'::interval"))
                .isEqualTo(30);
        assertThat(database.number("SELECT count(*) FROM alert WHERE kind = 'FOLLOW_UP_DECLINED'"))
                .isEqualTo(30);
    }

    @Test
    void hostsWhoseClocksAreTenMinutesOffFollowMoneyOnceAndTakeNoCaseFromTheOneThatHasIt() {
        Instant now = SystemTime.SOURCE.instant();
        List<Account> due = Stream.generate(FreezeFixture::account).limit(5).toList();
        List<Account> leased = Stream.generate(FreezeFixture::account).limit(5).toList();
        due.forEach(payee -> moneyWentOn(account(), payee, now.minusSeconds(60)));
        leased.forEach(payee -> moneyWentOn(account(), payee, now.plus(SKEW.dividedBy(2))));

        lookAtOnce(skewedHosts());
        awaitQuiet();

        assertThat(due).allSatisfy(payee -> assertThat(gateway().sendsTo(payee.getNumber()))
                .hasSize(1));
        assertThat(leased).allSatisfy(payee -> assertThat(gateway().sendsTo(payee.getNumber()))
                .isEmpty());
    }

    @Test
    void tenThousandOverdueStopsLapseOnceEachWithTwoReplicasAtWork() {
        stopsThatEnd(SystemTime.SOURCE.instant().minusSeconds(60), "over", OVERDUE);

        lookAtOnce(List.of(new Host(Duration.ZERO), new Host(Duration.ZERO)));

        assertThat(lapsed("over")).isEqualTo(OVERDUE);
        assertThat(lapsedTwice()).isZero();
        assertThat(database.number("SELECT count(*) FROM stop_order WHERE due_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void hostThatWasNotPutRightWouldLapseEarly() {
        // The proof that the tests above can fail: without its correction the fast host ends what still stands.
        Instant now = SystemTime.SOURCE.instant();
        stopsThatEnd(now.plus(SKEW.dividedBy(2)), "stands", 3);
        Host fast = new Host(SKEW);
        fast.clock.release();

        lookAtOnce(List.of(fast));

        assertThat(lapsed("stands")).isEqualTo(3);
    }

    @Test
    void hostThatWasNotPutRightWouldSendAnExtensionLateAndTakeACaseFromTheOneThatHasIt() {
        // The proof that the tests above can fail, on a slow host and on a fast one.
        Instant now = SystemTime.SOURCE.instant();
        stopsThatEnd(now.minusSeconds(60), "over", 3);
        extensionsWait(now.minus(SKEW));
        Account leased = account();
        moneyWentOn(account(), leased, now.plus(SKEW.dividedBy(2)));
        Host slow = new Host(SKEW.negated());
        slow.clock.release();
        Host fast = new Host(SKEW);
        fast.clock.release();

        slow.replica
                .amendments()
                .advance()
                .chain(fast.replica.money()::followDue)
                .await()
                .atMost(PATIENCE);

        await().atMost(PATIENCE).until(() -> extensions("over", "DONE", "0000") == 3);
        await().atMost(PATIENCE)
                .until(() -> gateway().sendsTo(leased.getNumber()).size() == 1);
    }
}
