package org.stoppayment.freeze.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.domain.DueTimes;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.FreezeBed;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kit.outbox.OutboxRelay;
import org.stoppayment.kit.time.CorrectedTime;
import org.stoppayment.kit.time.DatabaseOffset;
import org.stoppayment.kit.work.Jobs;

/** Several replicas on hosts whose clocks differ, at work on one database: each effect once, and none before its time. */
@QuarkusTest
class ReplicasTest extends FreezeBed {

    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final int OVERDUE = 10_000;

    @Inject
    StopOrders orders;

    @Inject
    Institutions institutions;

    @Inject
    FollowingMoney following;

    @Inject
    FreezeEvents events;

    @Inject
    OutboxRelay relay;

    @Inject
    RuleSets ruleSets;

    @Inject
    DueTimes dueTimes;

    @Inject
    FreezeConfig config;

    @Inject
    Alerts alerts;

    @Inject
    AlertHook hook;

    @Inject
    Pool pool;

    @Inject
    Jobs jobs;

    /** What a replica does by the clock, on a host of its own. */
    private final class Replica {
        private final CorrectedTime clock;
        private final AdvancingDueOrders orders;
        private final WarningOfLapses warnings;

        private volatile Duration skew;

        Replica(Duration skew) {
            this.skew = skew;
            clock = new CorrectedTime(() -> SystemTime.SOURCE.instant().plus(this.skew), SystemTime.SOURCE::nanoTime);
            new DatabaseOffset(clock, pool, jobs).measure().await().atMost(PATIENCE);
            Ids ids = new Ids(clock);
            RecordingAnswers recording = new RecordingAnswers(
                    ReplicasTest.this.orders, institutions, following, events, relay, ruleSets, dueTimes, clock);
            orders = new AdvancingDueOrders(
                    ReplicasTest.this.orders,
                    institutions,
                    new SendingOrders(institutions, recording, clock),
                    new AskingForBookings(institutions, recording),
                    recording,
                    ruleSets,
                    config,
                    clock);
            warnings = new WarningOfLapses(
                    alerts, new RaisingAlerts(alerts, hook, ruleSets, clock, ids), ruleSets, clock, ids);
        }

        Uni<Void> look() {
            return orders.advance().chain(warnings::warn);
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
                       e - '48 h'::interval, '', 'IN_EFFECT', true, true, 1, 0, 0, '0000', '', '', '', '', '',
                       e - '48 h'::interval, e, 100, e, e - '1 h'::interval, '[]', 0, 'cn-2016-86/2'
                FROM generate_series(1, %d) n, (SELECT '%s'::timestamptz AS e) term
                """.formatted(FakeGateway.ICBC, prefix, many, end));
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
}
