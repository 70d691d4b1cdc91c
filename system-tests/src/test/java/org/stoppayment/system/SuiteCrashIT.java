package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ListCasesResponse;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.system.testkit.Crash;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.ServiceLogs;
import org.stoppayment.system.testkit.SimulatedBanks;

/**
 * Processes are killed under load, each as often as the others; then the books of all services and of the institutions are laid side by
 * side.
 */
@ExtendWith(PrintLogsOnFailure.class)
class SuiteCrashIT {

    private static final int PAYEES = 3;
    private static final int CALLERS = 8;
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(40);
    private static final int REPORTS_A_SHARED_ACCOUNT = 25;

    private static RunningSuite running;

    private final Random random = Crash.random(SuiteCrashIT.class);
    private final List<String> shared = new ArrayList<>();
    private DispatchDesk desk;

    /** Each test counts all cases of its suite. */
    @BeforeEach
    void startASuite() {
        stopTheSuite();
        running = Crash.running("crash");
        desk = running.desk();
        running.banks().behave();
        for (String bank : List.of(SimulatedBanks.CITIC, SimulatedBanks.CMB, SimulatedBanks.CIB)) {
            running.simulator().change(bank, Map.of("mode", "ASYNC"));
        }
    }

    /** Not after each test: the logs are printed before. */
    @AfterAll
    static void stopTheSuite() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void afterAKillOfEachUnderLoadNoReportIsLostAndNoAccountIsStoppedTwice() throws Exception {
        assertNothingIsLostOrDoneTwice(1, 60, Duration.ofMinutes(1));
    }

    @Test
    @Tag("full")
    void afterTwoHundredKillsUnderLoadNoReportIsLostAndNoAccountIsStoppedTwice() throws Exception {
        assertNothingIsLostOrDoneTwice(40, 50, Duration.ofMinutes(15));
    }

    /**
     * @param killsOfEach how often each process is killed, in random order
     * @param reports reports around each kill
     * @param toSettle longest time until everything is settled after the last
     */
    private void assertNothingIsLostOrDoneTwice(int killsOfEach, int reports, Duration toSettle) throws Exception {
        List<Crash> crashes = new ArrayList<>();
        for (int i = 0; i < killsOfEach; i++) {
            crashes.addAll(List.of(Crash.values()));
        }
        Collections.shuffle(crashes, random);
        int expected = crashes.size() * reports;
        for (int i = 0; i < expected / REPORTS_A_SHARED_ACCOUNT; i++) {
            shared.add(Reports.freshNumber());
        }
        long begin = System.nanoTime();
        Map<String, ReportFraudRequest> acknowledged = new HashMap<>();
        for (Crash crash : crashes) {
            acknowledged.putAll(reportWhileCrashing(reports, () -> crash.strike(running.suite())));
        }
        long reported = System.nanoTime();

        assertThat(acknowledged).hasSize(expected);
        everyReportIsThereAndNoOther(acknowledged);
        everyCaseSettlesAndItsBooksAgree(acknowledged.keySet(), toSettle);
        theInstitutionsSawOneEffectForEveryOrder(acknowledged.keySet());
        Crash.awaitHandedOver(running.suite());
        assertThat(ServiceLogs.personalLines(running.logs())).isEmpty();
        System.out.printf(
                "SuiteCrashIT: %d reports over %d kills in %d s, checked in %d s%n",
                expected,
                crashes.size(),
                TimeUnit.NANOSECONDS.toSeconds(reported - begin),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - reported));
    }

    /** Reports steadily from several callers; somewhere in the middle the crash comes. */
    private Map<String, ReportFraudRequest> reportWhileCrashing(int number, Runnable crash) throws Exception {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            Map<ReportFraudRequest, Future<ReportFraudResponse>> answers = new HashMap<>();
            List<Future<Future<ReportFraudResponse>>> calls = new ArrayList<>();
            List<ReportFraudRequest> reports = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                ReportFraudRequest report = report();
                reports.add(report);
                calls.add(clock.schedule(
                        () -> callers.submit(() -> desk.insistOn(report)),
                        i * BETWEEN_REPORTS.toMillis(),
                        TimeUnit.MILLISECONDS));
            }
            long middle = number * BETWEEN_REPORTS.toMillis() * 3 / 4;
            Future<?> crashed = clock.schedule(crash, 100 + random.nextLong(middle), TimeUnit.MILLISECONDS);
            for (int i = 0; i < number; i++) {
                answers.put(reports.get(i), calls.get(i).get());
            }
            Map<String, ReportFraudRequest> acknowledged = new HashMap<>();
            for (Map.Entry<ReportFraudRequest, Future<ReportFraudResponse>> answer : answers.entrySet()) {
                acknowledged.put(answer.getValue().get().getCaseId(), answer.getKey());
            }
            crashed.get();
            return acknowledged;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            clock.shutdownNow();
            callers.shutdownNow();
        }
    }

    /** Three payees; one in ten of them is an account that other victims paid as well. */
    private ReportFraudRequest report() {
        List<Transfer> transfers = new ArrayList<>();
        Set<String> used = new HashSet<>();
        while (transfers.size() < PAYEES) {
            int choice = random.nextInt(shared.size());
            boolean isShared = random.nextInt(10) == 0;
            String number = isShared ? shared.get(choice) : Reports.freshNumber();
            String bank = isShared ? SimulatedBanks.TEN.get(choice % 10) : SimulatedBanks.TEN.get(random.nextInt(10));
            if (used.add(number)) {
                transfers.add(Reports.paid(bank, number, 1 + random.nextInt(10_000_000)));
            }
        }
        return Reports.of(transfers);
    }

    private void everyReportIsThereAndNoOther(Map<String, ReportFraudRequest> acknowledged) {
        acknowledged.forEach((caseId, report) -> {
            Case found = DispatchDesk.insist(() -> desk.getCase(caseId)).getCase();
            assertThat(found.getReport()).isEqualTo(report);
            assertThat(found.getTransfersList()).hasSize(PAYEES);
            ReportFraudResponse again = desk.insistOn(report);
            assertThat(again.getReplayed()).isTrue();
            assertThat(again.getCaseId()).isEqualTo(caseId);
        });
        assertThat(allCaseIds()).isEqualTo(acknowledged.keySet());
    }

    private Set<String> allCaseIds() {
        Set<String> ids = new HashSet<>();
        String token = "";
        do {
            ListCasesRequest page = ListCasesRequest.newBuilder()
                    .setPageSize(200)
                    .setPageToken(token)
                    .build();
            ListCasesResponse cases =
                    DispatchDesk.insist(() -> running.clients().intake().listCases(page));
            cases.getCasesList().forEach(each -> ids.add(each.getCaseId()));
            token = cases.getNextPageToken();
        } while (!token.isEmpty());
        return ids;
    }

    private void everyCaseSettlesAndItsBooksAgree(Set<String> caseIds, Duration toSettle) {
        Set<String> open = new HashSet<>(caseIds);
        Map<String, List<String>> why = new HashMap<>();
        await("all cases are settled, booked, and their books agree with freeze")
                .atMost(toSettle)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    why.clear();
                    open.removeIf(caseId -> {
                        List<String> unbooked = DispatchDesk.insist(() -> desk.unbooked(caseId));
                        if (!unbooked.isEmpty()) {
                            why.put(caseId, unbooked);
                        }
                        return unbooked.isEmpty();
                    });
                    assertThat(why).isEmpty();
                });
    }

    private void theInstitutionsSawOneEffectForEveryOrder(Set<String> caseIds) {
        Map<String, StopOrder> orders = new HashMap<>();
        for (String caseId : caseIds) {
            desk.progress(caseId).getOrdersList().forEach(order -> orders.put(order.getApplicationId(), order));
        }
        Map<String, SimulatedOrder> seen = new HashMap<>();
        running.simulator().orders().forEach(order -> seen.put(order.applicationId(), order));

        assertThat(seen.keySet()).as("orders that institutions saw").isEqualTo(orders.keySet());
        Map<String, Integer> stopsByAccount = new HashMap<>();
        orders.forEach((id, order) -> {
            assertThat(order.getState())
                    .as(id + " " + order.getTimelineList())
                    .isEqualTo(StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
            assertThat(seen.get(id).effects()).as(id).isEqualTo(1);
            stopsByAccount.merge(seen.get(id).accountNumber(), 1, Integer::sum);
        });
        assertThat(stopsByAccount.values()).as("stops of an account").containsOnly(1);
        assertThat(running.banks().stopsRefusedAsLive())
                .as("stops sent to an account that had one")
                .isZero();
        long repeated = seen.values().stream()
                .filter(order -> order.arrivals().size() > 1)
                .count();
        System.out.println("SuiteCrashIT: " + orders.size() + " orders, " + repeated + " sent more than once");
    }
}
