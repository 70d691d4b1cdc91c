package org.stoppayment.freeze.watch.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.application.CaseAttentions;
import org.stoppayment.freeze.orders.application.OrderViews;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.freeze.tracing.application.TraceViews;
import org.stoppayment.kit.watch.ResumeToken;
import org.stoppayment.proto.common.v1.Account;

/** Replicas that show cases, each of which knows nothing but what is in the database. */
@QuarkusTest
class WatchingCasesTest extends TracingFixture {

    @Inject
    CaseOverviews overviews;

    @Inject
    OrderViews orders;

    @Inject
    TraceViews traces;

    @Inject
    CaseAttentions attentions;

    @Inject
    WatchConfig config;

    @Inject
    InstantSource clock;

    private final String caseId = newCase();
    private final Account payee = account();
    private final AtomicInteger overviewsRead = new AtomicInteger();
    private final AtomicInteger detailsRead = new AtomicInteger();

    /** A replica, as it is after its start. */
    private WatchingCases replica() {
        return new WatchingCases(
                cases -> {
                    overviewsRead.incrementAndGet();
                    return overviews.of(cases);
                },
                orders,
                id -> {
                    detailsRead.incrementAndGet();
                    return traces.trace(id);
                },
                attentions,
                config,
                clock);
    }

    /** Somebody who remembers what was said. */
    private static final class Listener implements Watcher {
        private final List<CaseSnapshot> snapshots = new ArrayList<>();
        private final List<Stand> heartbeats = new ArrayList<>();
        private Stand stand = new Stand(Optional.empty(), Instant.EPOCH);
        private Optional<Throwable> failure = Optional.empty();
        private boolean slow;

        @Override
        public boolean hasLeft() {
            return false;
        }

        @Override
        public boolean isReady() {
            return !slow;
        }

        @Override
        public void changed(CaseSnapshot snapshot, Stand now) {
            snapshots.add(snapshot);
            stand = now;
        }

        @Override
        public void unchanged(Stand now) {
            heartbeats.add(now);
            stand = now;
        }

        @Override
        public void ended(End why, Stand now) {}

        @Override
        public void failed(Throwable why) {
            failure = Optional.of(why);
        }

        String token() {
            return stand.token().map(ResumeToken::text).orElseThrow();
        }

        CaseSnapshot last() {
            return snapshots.get(snapshots.size() - 1);
        }
    }

    private Listener watch(WatchingCases replica, String token) {
        Listener listener = new Listener();
        replica.watch(caseId, token, false, listener);
        return listener;
    }

    private static void look(WatchingCases replica) {
        replica.look().await().atMost(PATIENCE);
    }

    private void placed() {
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        awaitQuiet();
    }

    @Test
    void tokenOfOneReplicaIsGoodAtAnotherAndAfterARestart() {
        placed();
        WatchingCases one = replica();
        Listener listener = watch(one, "");
        look(one);

        WatchingCases other = replica();
        Listener resumed = watch(other, listener.token());
        look(other);

        assertThat(listener.snapshots).hasSize(1);
        assertThat(resumed.snapshots).isEmpty();
        assertThat(resumed.heartbeats).hasSize(1);
    }

    @Test
    void allWhoWatchCostOneStatementALookAndNobodyCostsNone() {
        placed();
        WatchingCases replica = replica();
        look(replica);
        assertThat(overviewsRead).hasValue(0);
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            listeners.add(watch(replica, ""));
        }

        look(replica);
        look(replica);
        look(replica);

        assertThat(overviewsRead).hasValue(3);
        assertThat(detailsRead).hasValue(1);
        assertThat(listeners).allSatisfy(one -> assertThat(one.snapshots).hasSize(1));
    }

    @Test
    void slowReaderIsToldTheNewestStateOnceItIsReady() {
        placed();
        WatchingCases replica = replica();
        Listener slow = watch(replica, "");
        slow.slow = true;
        for (int i = 0; i < 5; i++) {
            freeze().deliver(Report.of(caseId).paid(account(), 100));
            awaitTrace(caseId);
            time.jump(Duration.ofSeconds(6));
            look(replica);
        }
        assertThat(slow.snapshots).isEmpty();
        assertThat(slow.heartbeats).isEmpty();

        slow.slow = false;
        look(replica);

        assertThat(slow.snapshots).hasSize(1);
        assertThat(slow.last().overview().accounts()).isEqualTo(6);
    }

    @Test
    void caseOfManyAccountsIsShownFromAfar() {
        Report report = Report.of(caseId);
        for (int i = 0; i < 41; i++) {
            report.paid(account(), 100);
        }
        freeze().deliver(report);
        awaitTrace(caseId);
        WatchingCases replica = replica();
        Listener listener = watch(replica, "");

        look(replica);

        assertThat(listener.last().detail()).isEmpty();
        assertThat(listener.last().overview().accounts()).isEqualTo(41);
        assertThat(listener.last().overview().total().reported().fen()).isEqualTo(4100);
        assertThat(listener.last().overview().total().held().fen()).isEqualTo(4100);
        assertThat(listener.last().overview().settled()).isTrue();
        assertThat(detailsRead).hasValue(0);
    }

    @Test
    void caseThatCannotBeReadEndsItsOwnWatchesOnly() {
        placed();
        String broken = newCase();
        freeze().deliver(Report.of(broken).paid(account(), 100));
        awaitOrder(broken, STOP_ORDER_STATE_IN_EFFECT);
        awaitQuiet();
        WatchingCases replica = new WatchingCases(
                overviews,
                orders,
                id -> id.toString().equals(broken)
                        ? Uni.createFrom().failure(new IllegalStateException("planned"))
                        : traces.trace(id),
                attentions,
                config,
                clock);
        Listener whole = watch(replica, "");
        Listener unlucky = new Listener();
        replica.watch(broken, "", false, unlucky);

        look(replica);

        assertThat(unlucky.failure).isPresent();
        assertThat(whole.failure).isEmpty();
        assertThat(whole.snapshots).hasSize(1);
        assertThat(replica.watched()).isOne();
    }

    @Test
    void lookThatGetsNoAnswerEndsTheWatch() {
        Listener listener = new Listener();
        WatchingCases replica =
                new WatchingCases(cases -> Uni.createFrom().nothing(), orders, traces, attentions, config, clock);
        replica.watch(caseId, "", false, listener);

        look(replica);

        assertThat(listener.failure).isPresent();
        assertThat(replica.watched()).isZero();
    }
}
