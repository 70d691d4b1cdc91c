package org.stoppayment.freeze.objections.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.ObjectionOutcome.OBJECTION_OUTCOME_UPHELD;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.objections.ObjectionsFixture;
import org.stoppayment.freeze.objections.domain.ObjectionDueTimes;
import org.stoppayment.freeze.testkit.SkewedHosts;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kit.work.Jobs;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionState;

/** Three replicas on hosts whose clocks are ten minutes apart, at work on the releases of one database: each is ordered once. */
@QuarkusTest
class ObjectionReplicasTest extends ObjectionsFixture {

    private static final int ACCOUNTS = 12;
    private static final int MAX_LOOKS = 20;

    @Inject
    Objections stored;

    @Inject
    OrderingReleases ordering;

    @Inject
    ReleaseOutcomes outcomes;

    @Inject
    HoldsOfCases holds;

    @Inject
    RaisingAlerts raising;

    @Inject
    ObjectionDueTimes dueTimes;

    @Inject
    Pool pool;

    @Inject
    Jobs jobs;

    @Test
    void eachReleaseIsOrderedOnce() {
        List<Account> frozen = accounts();
        List<Account> stopped = accounts();
        String caseId = filedCase(frozen);
        filedCase(stopped);
        frozen.forEach(payee -> order(freezeOf(caseId, payee), FreezeState.FREEZE_STATE_IN_EFFECT));
        List<Objection> objections = Stream.concat(frozen.stream(), stopped.stream())
                .map(payee -> open(objectionTo(payee)))
                .toList();
        decideWithoutRelease(objections);
        assertThat(desk().lifts()).isEmpty();
        assertThat(gateway().lifts()).isEmpty();
        List<AdvancingObjections> hosts = SkewedHosts.three(pool, jobs, this::host);

        for (int look = 0; look < MAX_LOOKS && !areDecided(objections); look++) {
            database.execute("UPDATE objection SET check_at = '%s' WHERE state = 'RELEASING'"
                    .formatted(SystemTime.SOURCE.instant()));
            SkewedHosts.lookAtOnce(hosts, AdvancingObjections::advance, host -> true);
            awaitQuiet();
        }

        assertThat(objections).allSatisfy(objection -> {
            assertThat(shown(objection).getState()).isEqualTo(ObjectionState.OBJECTION_STATE_DECIDED);
            assertThat(alertsAbout(objection.getObjectionId())).isEmpty();
        });
        assertThat(desk().lifts())
                .extracting(lift -> lift.getAmendment().getAccount().getNumber())
                .containsExactlyInAnyOrderElementsOf(
                        frozen.stream().map(Account::getNumber).toList());
        assertThat(gateway().lifts())
                .extracting(lift -> lift.getAccount().getNumber())
                .containsExactlyInAnyOrderElementsOf(
                        stopped.stream().map(Account::getNumber).toList());
        assertThat(database.number("SELECT count(*) FROM freeze_amendment")).isEqualTo(ACCOUNTS);
    }

    private static List<Account> accounts() {
        return IntStream.range(0, ACCOUNTS).mapToObj(i -> account()).toList();
    }

    /** The process dies right after each decision is durable. */
    private void decideWithoutRelease(List<Objection> objections) {
        List<String> orders = List.of("freeze_amendment", "follow_up");
        orders.forEach(table -> database.execute("ALTER TABLE %s RENAME TO %s_out_of_reach".formatted(table, table)));
        try {
            objections.forEach(objection -> decide(approvedDecisionOf(objection, OBJECTION_OUTCOME_UPHELD)));
        } finally {
            orders.forEach(
                    table -> database.execute("ALTER TABLE %s_out_of_reach RENAME TO %s".formatted(table, table)));
        }
    }

    private boolean areDecided(List<Objection> objections) {
        return objections.stream()
                .allMatch(objection -> shown(objection).getState() == ObjectionState.OBJECTION_STATE_DECIDED);
    }

    private AdvancingObjections host(InstantSource clock) {
        return new AdvancingObjections(
                stored,
                new ReleasingObjections(stored, ordering, outcomes, holds, raising, dueTimes, clock),
                holds,
                raising,
                dueTimes,
                clock);
    }
}
