package org.stoppayment.freeze.holds.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.amendments.application.freezes.AwaitingFreeze;
import org.stoppayment.freeze.holds.application.amendments.FreezeAmendments;
import org.stoppayment.freeze.holds.domain.FreezeDueTimes;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.SkewedHosts;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kit.work.Jobs;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.gateway.v1.SendFreezeRequest;

/** Three replicas on hosts whose clocks are ten minutes off, at work on the freezes of one database: each effect once, none early. */
@QuarkusTest
class HoldReplicasTest extends HoldsFixture {

    private static final int ACCOUNTS = 40;

    @Inject
    Freezes stored;

    @Inject
    FreezeAmendments amendments;

    @Inject
    FreezeGateway bankGateway;

    @Inject
    ApplyingFreezes applying;

    @Inject
    AwaitingFreeze awaiting;

    @Inject
    AlertingFreezes alerting;

    @Inject
    FreezeDueTimes dueTimes;

    @Inject
    RuleSets ruleSets;

    @Inject
    SendingConfig config;

    @Inject
    Pool pool;

    @Inject
    Jobs jobs;

    @Test
    void eachDueFreezeIsSentByOneReplica() {
        List<Account> payees =
                IntStream.range(0, ACCOUNTS).mapToObj(i -> account()).toList();
        String caseId = filedCase(payees);
        payees.forEach(payee -> desk().onFreeze(payee, Bank.answers(Outcomes.notSent()), desk().holds("0000", TAINT)));
        payees.forEach(
                payee -> freeze().holds().orderFreeze(freezeOf(caseId, payee).build()));
        awaitQuiet();
        Map<String, Long> before = messages();
        makeAllDue(SystemTime.SOURCE.instant());

        lookAtOnce(skewedHosts());

        messages().forEach((id, sent) -> assertThat(sent).as(id).isEqualTo(before.get(id) + 1));
        assertThat(database.number("SELECT count(*) FROM freeze_order WHERE state = 'IN_EFFECT'"))
                .isEqualTo(ACCOUNTS);
    }

    @Test
    void termsEndOnceAndNoneEarly() {
        List<Account> payees = IntStream.range(0, 4).mapToObj(i -> account()).toList();
        String caseId = filedCase(payees);
        List<String> ids = payees.stream()
                .map(payee -> order(freezeOf(caseId, payee), FreezeState.FREEZE_STATE_IN_EFFECT)
                        .getApplicationId())
                .toList();
        Instant now = SystemTime.SOURCE.instant();
        endsAt(ids.subList(0, 2), now.minusSeconds(60));
        endsAt(ids.subList(2, 4), now.plus(SkewedHosts.SKEW.dividedBy(2)));
        makeAllDue(now.minusSeconds(60));

        lookAtOnce(skewedHosts());

        assertThat(database.rows(
                        "SELECT application_id::text, state FROM freeze_order WHERE expires_at < ?::timestamptz",
                        now.toString()))
                .extracting(row -> row.get(1))
                .containsExactly("AUTO_LIFTED", "AUTO_LIFTED");
        assertThat(database.number("SELECT count(*) FROM freeze_order WHERE state = 'IN_EFFECT'"))
                .isEqualTo(2);
        assertThat(database.number("SELECT count(*) FROM alert WHERE kind = 'FREEZE_LAPSED'"))
                .isEqualTo(2);
    }

    private Map<String, Long> messages() {
        return desk().freezes().stream()
                .collect(Collectors.groupingBy(SendFreezeRequest::getApplicationId, Collectors.counting()));
    }

    private void makeAllDue(Instant at) {
        database.execute("UPDATE freeze_order SET due_at = '%s'".formatted(at));
    }

    private void endsAt(List<String> ids, Instant end) {
        database.execute("UPDATE freeze_order SET expires_at = '%s' WHERE application_id IN (%s)"
                .formatted(end, ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "))));
    }

    private List<SendingFreezes> skewedHosts() {
        return SkewedHosts.three(
                pool,
                jobs,
                clock -> new SendingFreezes(
                        stored,
                        filedCases,
                        amendments,
                        bankGateway,
                        new RecordingFreezes(stored, applying, dueTimes, ruleSets, clock),
                        awaiting,
                        alerting,
                        dueTimes,
                        ruleSets,
                        config,
                        clock));
    }

    private static void lookAtOnce(List<SendingFreezes> hosts) {
        SkewedHosts.lookAtOnce(hosts, SendingFreezes::advance, host -> host.inFlight() == 0);
    }
}
