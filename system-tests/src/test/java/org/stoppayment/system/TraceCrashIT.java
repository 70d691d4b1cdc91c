package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.cli.cases.CaseOutcome;
import org.stoppayment.cli.cases.CaseRun;
import org.stoppayment.cli.cases.Comparison;
import org.stoppayment.cli.cases.Expected.ExpectedAccount;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.proto.freeze.v1.GetTraceRequest;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.recovery.v1.ListCaseSharesRequest;
import org.stoppayment.proto.recovery.v1.Share;
import org.stoppayment.system.testkit.Crash;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.PublicCase;
import org.stoppayment.system.testkit.RunningSuite;

/** Every process is killed once while the ten levels of a case are still being found; the case ends as if nothing had been. */
@ExtendWith(PrintLogsOnFailure.class)
class TraceCrashIT {

    private static final String TEN_LEVELS = "ningbo-ten-levels-6m";
    private static final int LEVELS = 10;
    private static final Duration OFTEN = Duration.ofMillis(10);

    private static RunningSuite running;
    private static Random random;

    @BeforeAll
    static void startTheSuite() {
        random = Crash.random(TraceCrashIT.class);
        running = Crash.running("trace-crash");
    }

    @AfterAll
    static void stopTheSuite() {
        if (running != null) {
            running.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Crash.class)
    void whicheverProcessIsKilledInTheMiddleOfTheTraceTheCaseEndsAsItShould(Crash crash) {
        PublicCase tenLevels = PublicCase.retold(TEN_LEVELS, random);
        CaseRun run = new CaseRun(running.clients(), running.simulator(), InstantSource.system(), RunningSuite.TIMEOUT);
        int atLevel = 2 + random.nextInt(6);

        CompletableFuture<CaseOutcome> playing =
                CompletableFuture.supplyAsync(() -> run.play(tenLevels.report(), tenLevels.world()));
        int reached = awaitLevel(tenLevels, atLevel);
        crash.strike(running.suite());
        CaseOutcome outcome = playing.join();

        assertThat(reached).as("levels reached when the crash came").isBetween(atLevel, LEVELS - 1);
        assertThat(outcome.unsettled()).isEmpty();
        assertThat(Comparison.of(tenLevels.expected(), outcome.progress())).isEmpty();
        assertAddsUp(outcome);
        assertOneEffectForEachOrderAndOneStopForEachAccount(outcome, tenLevels);
        Crash.awaitHandedOver(running.suite());
        awaitSharesOfTheVictim(outcome.caseId(), tenLevels);
    }

    /** Waits until an order of the level has reached its institution; answers the highest level that has been reached by then. */
    private static int awaitLevel(PublicCase story, int level) {
        Map<String, Integer> levels = new HashMap<>();
        for (ExpectedAccount account : story.expected().accounts()) {
            levels.put(account.number(), account.level());
        }
        return await("an order of level " + level)
                .atMost(RunningSuite.TIMEOUT)
                .pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .until(
                        () -> running.simulator().orders().stream()
                                .mapToInt(order -> levels.getOrDefault(order.accountNumber(), 0))
                                .max()
                                .orElse(0),
                        reached -> reached >= level);
    }

    private static void assertAddsUp(CaseOutcome outcome) {
        Trace trace = running.clients()
                .tracing()
                .getTrace(
                        GetTraceRequest.newBuilder().setCaseId(outcome.caseId()).build())
                .getTrace();
        assertThat(trace.getConserved()).isTrue();
        assertThat(trace.getSettled()).isTrue();
        assertThat(trace.getTotal().getHeldFen()).isEqualTo(outcome.progress().getTaintedHeldFen());
        assertThat(running.desk().unbooked(outcome.caseId())).isEmpty();
    }

    /** Wherever the computation of shares was interrupted, each account ends with what is the victim's. */
    private static void awaitSharesOfTheVictim(String caseId, PublicCase story) {
        Map<String, Long> expected = story.expected().accounts().stream()
                .collect(Collectors.toMap(ExpectedAccount::number, ExpectedAccount::taintedHeldFen));
        await("shares of the victim").atMost(RunningSuite.TIMEOUT).untilAsserted(() -> assertThat(sharesOf(caseId))
                .isEqualTo(expected));
    }

    private static Map<String, Long> sharesOf(String caseId) {
        ListCaseSharesRequest request =
                ListCaseSharesRequest.newBuilder().setCaseId(caseId).build();
        return running.clients().shares().listCaseShares(request).getAccountsList().stream()
                .collect(Collectors.toMap(
                        shares -> shares.getAccount().getNumber(), shares -> shares.getSharesList().stream()
                                .filter(share -> share.getCaseId().equals(caseId))
                                .mapToLong(Share::getAmountFen)
                                .sum()));
    }

    private static void assertOneEffectForEachOrderAndOneStopForEachAccount(CaseOutcome outcome, PublicCase story) {
        assertThat(outcome.arrivals())
                .hasSize(story.expected().accounts().size())
                .extracting(SimulatedOrder::effects)
                .containsOnly(1);
        assertThat(story.expected().accounts())
                .allSatisfy(account ->
                        assertThat(running.banks().liveStops(account.number())).isEqualTo(1));
        assertThat(running.banks().stopsRefusedAsLive())
                .as("stops sent to an account that had one")
                .isZero();
    }
}
