package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.system.testkit.Crash;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.FreezeOffice;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/**
 * The terms of stops end while it is not known whether the freezes that follow them have begun, and then a process is killed. Banks
 * that had the freeze in time and said nothing have taken the stop over; where it came after the end, the stop lapsed then.
 */
@ExtendWith(PrintLogsOnFailure.class)
class FreezeAtTermEndCrashIT {

    private static final int CRASH_WITHIN_MILLIS = 1_000;

    /** Long enough to file the case and to order the freezes. */
    private static final Map<String, String> RULES = Map.of("term", "PT30S", "warnings", "[PT20S, PT10S, PT5S]");

    private static final Map<String, Object> FREEZES_AND_SAYS_NOTHING =
            Map.of("kind", "HANG", "books", true, "inquiries", true);
    private static final Map<String, Object> LOSES_IT = Map.of("kind", "HANG", "inquiries", true);
    private static final Map<String, Object> IS_AWAY = Map.of("kind", "DOWN");

    private static RunningSuite running;
    private static Random random;

    private final FreezeOffice office = new FreezeOffice(running.clients());

    @BeforeAll
    static void startTheSuite() {
        random = Crash.random(FreezeAtTermEndCrashIT.class);
        running = Crash.running("freeze-term-crash", RULES);
    }

    @AfterAll
    static void stopTheSuite() {
        if (running != null) {
            running.close();
        }
    }

    /** Those that keep the clock; each kill takes a minute. */
    @ParameterizedTest
    @EnumSource(names = {"OF_FREEZE", "OF_POSTGRES"})
    void noStopLapsesWhileItsFreezeIsUndecided(Crash crash) {
        killAtTermEnd(crash);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"OF_FREEZE", "OF_POSTGRES"})
    @Tag("full")
    void noStopLapsesWhicheverOtherProcessIsKilled(Crash crash) {
        killAtTermEnd(crash);
    }

    private void killAtTermEnd(Crash crash) {
        running.banks().behave();
        Map<String, Transfer> transfers = new HashMap<>();
        SimulatedBanks.TEN.forEach(bank -> transfers.put(bank, Reports.paid(bank, 1 + random.nextInt(10_000_000))));
        String caseId = stoppedAndFiled(List.copyOf(transfers.values()));
        Map<String, String> stops = new HashMap<>();
        running.desk()
                .progress(caseId)
                .getOrdersList()
                .forEach(order -> stops.put(order.getAccount().getInstitutionCode(), order.getApplicationId()));
        Map<String, Freeze> freezes = new HashMap<>();
        transfers.forEach((bank, transfer) -> {
            running.simulator().misbehave(bank, fault(bank));
            freezes.put(bank, office.orderOnceFiled(caseId, transfer.getPayee()));
        });
        Instant end = end(stops);
        assertThat(SystemTime.SOURCE.instant())
                .as("all freezes are ordered before a term ends")
                .isBefore(end);

        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<List<String>> early =
                CompletableFuture.supplyAsync(() -> lapsedWhileUndecided(stops, freezes, isOver));
        await().atMost(RunningSuite.TIMEOUT)
                .until(() -> SystemTime.SOURCE.instant().isAfter(latestEnd(stops)));
        CompletableFuture.runAsync(
                        () -> crash.strike(running.suite()),
                        CompletableFuture.delayedExecutor(random.nextInt(CRASH_WITHIN_MILLIS), TimeUnit.MILLISECONDS))
                .join();
        running.banks().behave();

        transfers.forEach((bank, transfer) -> assertFrozenOnce(transfer, freezes.get(bank), stops.get(bank)));
        isOver.set(true);
        assertThat(early.join()).isEmpty();
        await().atMost(RunningSuite.TIMEOUT).untilAsserted(() -> assertThat(
                        DispatchDesk.insist(() -> running.desk().unbooked(caseId)))
                .isEmpty());
        assertThat(running.desk().progress(caseId).getFrozenFen())
                .isEqualTo(transfers.values().stream()
                        .mapToLong(Transfer::getAmountFen)
                        .sum());
        assertThat(office.freezesOf(caseId)).hasSize(transfers.size());
        Crash.awaitHandedOver(running.suite());
    }

    private static Map<String, Object> fault(String bank) {
        return switch (SimulatedBanks.TEN.indexOf(bank) % 3) {
            case 0 -> FREEZES_AND_SAYS_NOTHING;
            case 1 -> LOSES_IT;
            default -> IS_AWAY;
        };
    }

    private static boolean isTakenOver(String bank) {
        return fault(bank).equals(FREEZES_AND_SAYS_NOTHING);
    }

    private String stoppedAndFiled(List<Transfer> transfers) {
        String caseId = running.desk().report(Reports.of(transfers));
        office.file(caseId, running.desk().getCase(caseId).getCase().getAcceptedAt());
        for (Transfer transfer : transfers) {
            running.desk()
                    .awaitOrder(caseId, transfer.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        }
        return caseId;
    }

    private static Instant end(Map<String, String> stops) {
        return ends(stops).stream().min(Instant::compareTo).orElseThrow();
    }

    private static Instant latestEnd(Map<String, String> stops) {
        return ends(stops).stream().max(Instant::compareTo).orElseThrow();
    }

    private static List<Instant> ends(Map<String, String> stops) {
        return stops.values().stream()
                .map(stop -> running.desk().order(stop).getExpiresAt())
                .map(end -> Instant.ofEpochSecond(end.getSeconds(), end.getNanos()))
                .toList();
    }

    /** Looks again and again. The stop is read first: a freeze that is undecided afterwards was so before. */
    private List<String> lapsedWhileUndecided(
            Map<String, String> stops, Map<String, Freeze> freezes, AtomicBoolean isOver) {
        List<String> early = new ArrayList<>();
        await().atMost(RunningSuite.TIMEOUT.multipliedBy(4))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    stops.forEach((bank, stop) -> {
                        StopOrderState state = DispatchDesk.insist(
                                () -> running.desk().order(stop).getState());
                        Freeze freeze = DispatchDesk.insist(
                                () -> office.freeze(freezes.get(bank).getApplicationId()));
                        if (state == StopOrderState.STOP_ORDER_STATE_LAPSED && isUndecided(freeze)) {
                            early.add(bank + ": " + freeze.getState());
                        }
                    });
                    return isOver.get();
                });
        return early;
    }

    private static boolean isUndecided(Freeze freeze) {
        return switch (freeze.getState()) {
            case FREEZE_STATE_REQUESTED,
                    FREEZE_STATE_SENDING,
                    FREEZE_STATE_ACCEPTED,
                    FREEZE_STATE_IN_DOUBT,
                    FREEZE_STATE_MANUAL -> true;
            default -> false;
        };
    }

    private void assertFrozenOnce(Transfer transfer, Freeze ordered, String stop) {
        String bank = transfer.getPayee().getInstitutionCode();
        String number = transfer.getPayee().getNumber();
        Freeze freeze = office.awaitState(ordered.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
        assertThat(freeze.getFrozenFen()).isEqualTo(transfer.getAmountFen());
        assertThat(freeze.getNewHold()).as(bank).isEqualTo(!isTakenOver(bank));
        StopOrderState expected =
                isTakenOver(bank) ? StopOrderState.STOP_ORDER_STATE_FROZEN : StopOrderState.STOP_ORDER_STATE_LAPSED;
        await().atMost(RunningSuite.TIMEOUT)
                .until(
                        () -> DispatchDesk.insist(() -> running.desk().order(stop))
                                .getState(),
                        state -> state == expected);
        assertThat(running.banks().order(ordered.getApplicationId()).effects()).isEqualTo(1);
        assertThat(running.banks().frozenFen(number)).isEqualTo(transfer.getAmountFen());
        assertThat(running.banks().liveStops(number)).isZero();
    }
}
