package org.stoppayment.freeze.holds.application.amendments;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.holds.application.FreezeGateway;
import org.stoppayment.freeze.holds.application.Freezes;
import org.stoppayment.freeze.holds.application.RecordingFreezes;
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
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.gateway.v1.FreezeAmendment;
import org.stoppayment.proto.gateway.v1.SendFreezeChangeRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeLiftRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeRenewalRequest;

/** Three replicas on hosts whose clocks are ten minutes apart, at work on renewals, lifts and changes of sums: each has one effect. */
@QuarkusTest
class AmendmentReplicasTest extends HoldsFixture {

    private static final int ACCOUNTS = 24;
    private static final long HALF = TAINT / 2;
    private static final Instant END =
            SystemTime.SOURCE.instant().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);

    @Inject
    Freezes stored;

    @Inject
    FreezeAmendments amendments;

    @Inject
    FreezeGateway bankGateway;

    @Inject
    RecordingFreezes recording;

    @Inject
    RaisingAlerts raising;

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
    void eachDueAmendmentIsSentByOneReplicaAndHasOneEffect() {
        List<Account> payees =
                IntStream.range(0, ACCOUNTS).mapToObj(i -> account()).toList();
        String caseId = filedCase(payees);
        List<String> freezeIds = payees.stream()
                .map(payee -> order(freezeOf(caseId, payee), FreezeState.FREEZE_STATE_IN_EFFECT)
                        .getApplicationId())
                .toList();
        database.execute("UPDATE freeze_order SET expires_at = '%s'".formatted(END));
        IntStream.range(0, ACCOUNTS).forEach(i -> amend(payees.get(i), freezeIds.get(i), i % 3));
        awaitQuiet();
        Map<String, Long> before = messages();
        assertThat(before).hasSize(ACCOUNTS);
        database.execute("UPDATE freeze_amendment SET due_at = '%s'".formatted(SystemTime.SOURCE.instant()));

        SkewedHosts.lookAtOnce(
                SkewedHosts.three(pool, jobs, this::host),
                SendingFreezeAmendments::advance,
                host -> host.inFlight() == 0);

        messages().forEach((id, sent) -> assertThat(sent).as(id).isEqualTo(before.get(id) + 1));
        assertThat(database.number("SELECT count(*) FROM freeze_amendment WHERE state = 'DONE'"))
                .isEqualTo(ACCOUNTS);
        bookAll();
        for (int i = 0; i < ACCOUNTS; i++) {
            assertAmendedOnce(caseId, payees.get(i), freezeIds.get(i), i % 3);
        }
    }

    private void amend(Account payee, String freezeId, int kind) {
        Bank takes = kind == 2 ? desk().holds("0000", HALF) : Bank.says("0000");
        desk().onAmendment(payee, Bank.answers(Outcomes.notSent()), takes);
        switch (kind) {
            case 0 -> freeze().holds().renewFreeze(renewalOf(freezeId).build());
            case 1 -> freeze().holds().liftFreeze(liftOf(freezeId).build());
            default -> freeze().holds().changeFreeze(changeOf(freezeId, HALF).build());
        }
    }

    private void assertAmendedOnce(String caseId, Account payee, String freezeId, int kind) {
        List<String> row = database.rows(
                        "SELECT state, frozen_fen::text, expires_at = ?::timestamptz"
                                + " FROM freeze_order WHERE application_id = ?::uuid",
                        (kind == 0
                                        ? END.atZone(ZoneId.of("Asia/Shanghai"))
                                                .plusMonths(6)
                                                .toInstant()
                                        : END)
                                .toString(),
                        freezeId)
                .get(0);
        long held = kind == 1 ? 0 : kind == 2 ? HALF : TAINT;
        assertThat(row)
                .containsExactly(kind == 1 ? "LIFTED" : "IN_EFFECT", String.valueOf(kind == 1 ? TAINT : held), "t");
        assertThat(booked(caseId, payee, FundsPosition.FUNDS_POSITION_FROZEN)).isEqualTo(held);
        assertThat(booked(caseId, payee, FundsPosition.FUNDS_POSITION_LIFTED)).isEqualTo(TAINT - held);
    }

    private Map<String, Long> messages() {
        return Stream.of(
                        desk().renewals().stream().map(SendFreezeRenewalRequest::getAmendment),
                        desk().lifts().stream().map(SendFreezeLiftRequest::getAmendment),
                        desk().changes().stream().map(SendFreezeChangeRequest::getAmendment))
                .flatMap(all -> all)
                .collect(Collectors.groupingBy(FreezeAmendment::getApplicationId, Collectors.counting()));
    }

    private SendingFreezeAmendments host(InstantSource clock) {
        return new SendingFreezeAmendments(
                stored,
                amendments,
                bankGateway,
                new RecordingFreezeAmendments(amendments, stored, recording, raising, dueTimes, ruleSets, clock),
                filedCases,
                raising,
                ruleSets,
                config,
                clock);
    }
}
