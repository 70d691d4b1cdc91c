package org.stoppayment.freeze.orders.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.alerts.application.AlertHook;
import org.stoppayment.freeze.alerts.application.Alerts;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.alerts.application.WarningOfExpiringStops;
import org.stoppayment.freeze.amendments.application.AmendmentGateway;
import org.stoppayment.freeze.amendments.application.Amendments;
import org.stoppayment.freeze.amendments.application.ApplyingAmendments;
import org.stoppayment.freeze.amendments.application.RecordingAmendments;
import org.stoppayment.freeze.amendments.application.SendingAmendments;
import org.stoppayment.freeze.amendments.application.StopReleases;
import org.stoppayment.freeze.amendments.domain.AmendmentDueTimes;
import org.stoppayment.freeze.books.application.FundsEvents;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.tracing.application.FollowingMoney;
import org.stoppayment.freeze.tracing.application.PlacingWaitingOrders;
import org.stoppayment.freeze.tracing.application.TracePlanner;
import org.stoppayment.freeze.tracing.application.Traces;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kit.outbox.OutboxRelay;
import org.stoppayment.kit.time.CorrectedTime;
import org.stoppayment.kit.time.DatabaseOffset;
import org.stoppayment.kit.work.Jobs;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.SendExtensionRequest;

/** Several replicas on hosts whose clocks differ, at work on one database: each effect once, and none before its time. */
@QuarkusTest
class ReplicasTest extends FreezeFixture {

    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final int OVERDUE = 10_000;

    @Inject
    StopOrders orders;

    @Inject
    Institutions institutions;

    @Inject
    Amendments messages;

    @Inject
    FollowingMoney following;

    @Inject
    Traces traces;

    @Inject
    TracePlanner planner;

    @Inject
    PlacingWaitingOrders waiting;

    @Inject
    SendingClearedOrders clearing;

    @Inject
    FundsEvents events;

    @Inject
    OutboxRelay relay;

    @Inject
    RuleSets ruleSets;

    @Inject
    OrderDueTimes dueTimes;

    @Inject
    AmendmentDueTimes amendmentDueTimes;

    @Inject
    AmendmentGateway amendmentGateway;

    @Inject
    SendingConfig config;

    @Inject
    Alerts alerts;

    @Inject
    AlertHook hook;

    @Inject
    StopReleases releases;

    @Inject
    Pool pool;

    @Inject
    Jobs jobs;

    /** What a replica does by the clock, on a host of its own. */
    private final class Replica {
        private final CorrectedTime clock;
        private final AdvancingDueOrders orders;
        private final WarningOfExpiringStops warnings;
        private final SendingAmendments amendments;
        private final FollowingMoney money;

        private volatile Duration skew;

        Replica(Duration skew) {
            this.skew = skew;
            clock = new CorrectedTime(() -> SystemTime.SOURCE.instant().plus(this.skew), SystemTime.SOURCE::nanoTime);
            new DatabaseOffset(clock, pool, jobs).measure().await().atMost(PATIENCE);
            Ids ids = new Ids(clock);
            RecordingAnswers recording = new RecordingAnswers(
                    ReplicasTest.this.orders, institutions, following, events, relay, ruleSets, dueTimes, clock);
            PacedInstitutions paced = new PacedInstitutions(institutions, ReplicasTest.this.orders, clock);
            SendingOrders sending = new SendingOrders(paced, recording, clock);
            RaisingAlerts raising = new RaisingAlerts(alerts, hook, ruleSets, clock, ids);
            orders = new AdvancingDueOrders(
                    ReplicasTest.this.orders,
                    paced,
                    sending,
                    new InquiringForBookings(paced, recording),
                    recording,
                    ruleSets,
                    config,
                    clock);
            warnings = new WarningOfExpiringStops(alerts, raising, ruleSets, clock, ids);
            amendments = new SendingAmendments(
                    messages,
                    ReplicasTest.this.orders,
                    amendmentGateway,
                    new RecordingAmendments(
                            messages,
                            new ApplyingAmendments(recording, raising, ruleSets, releases, clock),
                            ruleSets,
                            amendmentDueTimes,
                            clock),
                    amendmentDueTimes,
                    clock);
            money = new FollowingMoney(
                    traces, institutions, planner, waiting, clearing, sending, relay, raising, clock);
        }

        Uni<Void> look() {
            return orders.advance()
                    .chain(warnings::warn)
                    .chain(amendments::advance)
                    .chain(money::followDue);
        }

        boolean isIdle() {
            return orders.inFlight() + amendments.inFlight() == 0 && money.isIdle();
        }
    }

    private List<Replica> replicasOnSkewedHosts() {
        return Stream.of(SKEW.negated(), Duration.ZERO, SKEW).map(Replica::new).toList();
    }

    private static void lookAtOnce(List<Replica> replicas) {
        Uni.join()
                .all(replicas.stream()
                        .map(replica -> Uni.createFrom().deferred(replica::look))
                        .toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofMinutes(2));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(15)).until(() -> replicas.stream()
                .allMatch(Replica::isIdle));
    }

    /** Stops that end at {@code end}, as they lie in the database; no case has a claim on them. */
    private void stopsThatEnd(Instant end, String prefix, int many) {
        database.execute("""
            INSERT INTO stop_order (
                application_id, case_id, institution_code, account_number, account_name, account_kind, level,
                tainted_fen, placed_at, instruction, state, live, counted, attempts, inquiries, unsent, result_code,
                reference, flags, mismatched, candidates, manual_reason, stopped_at, expires_at, balance_fen, due_at,
                warn_at, timeline, version, rule_set)
            SELECT gen_random_uuid(), gen_random_uuid(), '%s', '%s' || n, '', 'BANK_PERSONAL', 1, 100,
                   e - '48 h'::interval, '', 'IN_EFFECT', true, true, 1, 0, 0, '0000', '', '{}', '{}', '{}', '',
                   e - '48 h'::interval, e, 100, e, e - '1 h'::interval, '[]', 0, 'cn-2016-86/3'
            FROM generate_series(1, %d) n, (SELECT '%s'::timestamptz AS e) term
            """.formatted(FakeGateway.ICBC, prefix, many, end));
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

        lookAtOnce(replicasOnSkewedHosts());

        assertThat(lapsed("over")).isEqualTo(60);
        assertThat(lapsedTwice()).isZero();
        assertThat(lapsed("stands")).isZero();
    }

    @Test
    void hostsWhoseClocksAreTenMinutesOffWarnOfEachStopOnceAndOfNoneEarly() {
        Instant hourFromNow = SystemTime.SOURCE.instant().plus(Duration.ofHours(1));
        stopsThatEnd(hourFromNow.minusSeconds(60), "warned", 60);
        stopsThatEnd(hourFromNow.plus(SKEW.dividedBy(2)), "early", 60);

        lookAtOnce(replicasOnSkewedHosts());

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
        Replica stepped = new Replica(Duration.ZERO);

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

        lookAtOnce(replicasOnSkewedHosts());

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

        lookAtOnce(replicasOnSkewedHosts());
        awaitQuiet();

        assertThat(due).allSatisfy(payee -> assertThat(gateway().sendsTo(payee.getNumber()))
                .hasSize(1));
        assertThat(leased).allSatisfy(payee -> assertThat(gateway().sendsTo(payee.getNumber()))
                .isEmpty());
    }

    @Test
    void tenThousandOverdueStopsLapseOnceEachWithTwoReplicasAtWork() {
        stopsThatEnd(SystemTime.SOURCE.instant().minusSeconds(60), "over", OVERDUE);

        lookAtOnce(List.of(new Replica(Duration.ZERO), new Replica(Duration.ZERO)));

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
        Replica fast = new Replica(SKEW);
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
        Replica slow = new Replica(SKEW.negated());
        slow.clock.release();
        Replica fast = new Replica(SKEW);
        fast.clock.release();

        slow.amendments.advance().chain(fast.money::followDue).await().atMost(PATIENCE);

        await().atMost(PATIENCE).until(() -> extensions("over", "DONE", "0000") == 3);
        await().atMost(PATIENCE)
                .until(() -> gateway().sendsTo(leased.getNumber()).size() == 1);
    }
}
