package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.fake.FakeRecoveryWatching.end;
import static org.stoppayment.cli.fake.FakeRecoveryWatching.heartbeat;
import static org.stoppayment.cli.fake.FakeRecoveryWatching.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Status;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.fake.FakePayments;
import org.stoppayment.cli.fake.HoldSamples;
import org.stoppayment.cli.fake.RefundSamples;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.proto.recovery.v1.ConditionCheck;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;
import org.stoppayment.proto.recovery.v1.Victim;
import org.stoppayment.proto.recovery.v1.WatchRecoveryRequest;
import org.stoppayment.proto.recovery.v1.WatchedPayout;
import org.stoppayment.proto.recovery.v1.WatchedPlan;

/** {@code stoppay recovery CASE --watch}. */
class RecoveryWatchTest extends CommandTestBase {

    private String caseId = "";

    @BeforeEach
    void report() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        caseId = terminal.out().strip();
    }

    private RecoverySnapshot in(RefundPlanState state, boolean isReady) {
        WatchedPlan.Builder plan = WatchedPlan.newBuilder()
                .setPlan(RefundPlanSummary.newBuilder()
                        .setPlanId(RefundSamples.PLAN)
                        .setState(state))
                .addPayouts(WatchedPayout.newBuilder()
                        .setInstitutionCode(HoldSamples.INSTITUTION)
                        .setAccountNumber("6222020000000000018")
                        .setPayout(Payout.newBuilder()
                                .setPayFen(5_000_000)
                                .addConditions(ConditionCheck.newBuilder()
                                        .setCondition(RefundCondition.REFUND_CONDITION_IDENTITY_VERIFIED)
                                        .setIsMet(isReady))));
        if (!isReady) {
            plan.addBlockers(RefundBlocker.REFUND_BLOCKER_CONDITION_UNMET);
        }
        return RecoverySnapshot.newBuilder()
                .setVictim(Victim.newBuilder()
                        .setCaseId(caseId)
                        .setName("林某某")
                        .setLossFen(10_000_000)
                        .setRefundAccount(FakePayments.paid().getPayee()))
                .addAccounts(RefundSamples.shares(
                        RefundSamples.MULE,
                        false,
                        false,
                        1,
                        RefundSamples.of(1, 50_000).toBuilder()
                                .setCaseId(caseId)
                                .build()))
                .addPlans(plan)
                .build();
    }

    @Test
    void onlyWhatIsNewIsWrittenToAPipe() {
        services.recoveryWatching()
                .nextStream(
                        Status.INTERNAL,
                        snapshot(1, in(RefundPlanState.REFUND_PLAN_STATE_DRAFT, false)),
                        heartbeat(6, "1"),
                        snapshot(7, in(RefundPlanState.REFUND_PLAN_STATE_PAYING, true)),
                        snapshot(9, in(RefundPlanState.REFUND_PLAN_STATE_PAID, true)));

        assertThat(terminal.run("recovery", caseId, "--watch")).isEqualTo(ExitCode.FAILED);

        List<String> lines = terminal.out().lines().toList();
        assertThat(lines)
                .filteredOn(line -> line.startsWith("plan "))
                .extracting(line -> line.split(" +")[2])
                .containsExactly("DRAFT", "PAYING", "PAID");
        assertThat(lines).filteredOn(line -> line.startsWith("pays ")).hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("not met "))
                .singleElement()
                .asString()
                .contains("IDENTITY_VERIFIED");
        assertThat(lines).filteredOn(line -> line.startsWith("blocked ")).hasSize(1);
        assertThat(terminal.out())
                .contains("victim    ***(3): loss 100,000.00 as reported, got back 0.00")
                .contains("account   6222020000000000018 at 102100099996 工行: 50,000.00 of the victim")
                .contains("goes to   6217000000000000015")
                .doesNotContain("as of", "林某某");
    }

    @Test
    void lostOrExpiredStreamIsResumedWithTheToken() {
        services.recoveryWatching().nextStream(Status.NOT_FOUND);
        services.recoveryWatching()
                .nextStream(Status.UNAVAILABLE, snapshot(1, in(RefundPlanState.REFUND_PLAN_STATE_DRAFT, true)));
        services.recoveryWatching().nextStream(Status.OK, heartbeat(2, "1"), end(3, "1"));

        assertThat(terminal.run("recovery", caseId, "--watch")).isEqualTo(ExitCode.FAILED);

        assertThat(services.recoveryWatching().requests())
                .extracting(WatchRecoveryRequest::getResumeToken)
                .containsExactly("", "", "1", "1");
        assertThat(terminal.err().lines().limit(4))
                .containsExactly(
                        "connection lost (NOT_FOUND: no further detail), reconnecting",
                        "reconnected",
                        "connection lost (UNAVAILABLE: no further detail), reconnecting",
                        "reconnected");
    }

    @Test
    void jsonHasOneLinePerMessageWithoutNames() throws IOException {
        services.recoveryWatching()
                .nextStream(
                        Status.INTERNAL,
                        snapshot(1, in(RefundPlanState.REFUND_PLAN_STATE_DRAFT, false)),
                        heartbeat(6, "1"));

        terminal.run("recovery", caseId, "--watch", "-o", "json");

        List<String> lines = terminal.out().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = Json.MAPPER.readTree(lines.get(0));
        assertThat(first.path("snapshot")
                        .path("plans")
                        .path(0)
                        .path("plan")
                        .path("state")
                        .asText())
                .isEqualTo("REFUND_PLAN_STATE_DRAFT");
        assertThat(Json.MAPPER.readTree(lines.get(1)).has("heartbeat")).isTrue();
        assertThat(terminal.out()).doesNotContain("林某某");
    }

    @Test
    void chineseIsShownOnRequest() {
        services.recoveryWatching()
                .nextStream(Status.INTERNAL, snapshot(1, in(RefundPlanState.REFUND_PLAN_STATE_PAYING, false)));

        terminal.run("recovery", caseId, "--watch", "--lang", "zh", "--unmasked");

        assertThat(terminal.out()).contains("返还中", "身份未核实", "林某某", "有条件未满足");
        ChineseScreen.requireChinese(terminal.out());
        ChineseScreen.requireFits(terminal.out());
    }

    @Test
    void booksAreNotWatchedAndUnknownCasesAreRefused() {
        assertThat(terminal.run("recovery", caseId, "--watch", "--entries")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--watch: with --at or --entries");
        assertThat(terminal.run("recovery", "0193a000-0000-7000-8000-00000000ffff", "--watch"))
                .isEqualTo(ExitCode.NOT_FOUND);
        assertThat(services.recoveryWatching().requests()).isEmpty();
    }
}
