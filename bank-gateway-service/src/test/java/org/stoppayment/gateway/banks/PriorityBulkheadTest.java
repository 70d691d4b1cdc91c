package org.stoppayment.gateway.banks;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.registry.domain.CallLimits;
import org.stoppayment.kernel.SystemTime;

class PriorityBulkheadTest {

    private static final String FULL = "full";
    private static final String LATE = "late";
    private static final int UNLIMITED = 100_000;
    private static final Duration MAX_QUEUED_TIME = Duration.ofSeconds(1);

    /** Calls that were started, by name; {@link #end} ends them. */
    private final Map<String, UniEmitter<? super String>> started = new LinkedHashMap<>();

    private final ManualTime time = new ManualTime();
    private final PriorityBulkhead bulkhead = bulkhead(2, 4, UNLIMITED);

    @Test
    void runsTheAllowedNumberOfCallsAndQueuesTheOthers() {
        call("fresh-a");
        call("fresh-b");
        CompletableFuture<String> third = call("fresh-c");

        assertThat(started).containsOnlyKeys("fresh-a", "fresh-b");
        end("fresh-a");
        assertThat(started).containsOnlyKeys("fresh-a", "fresh-b", "fresh-c");
        end("fresh-c");
        assertThat(third).isCompletedWithValue("fresh-c");
    }

    @Test
    void urgentCallsRunFirstThenFreshOnesThenResendsEachInOrder() {
        List.of("fresh-a", "fresh-b", "resend-1", "fresh-1", "resend-2", "urgent-1")
                .forEach(this::call);
        List.of("fresh-a", "fresh-b", "urgent-1", "fresh-1").forEach(this::end);

        assertThat(started.keySet()).containsExactly("fresh-a", "fresh-b", "urgent-1", "fresh-1", "resend-1");
        end("resend-1");
        assertThat(started).containsKey("resend-2");
    }

    @Test
    void whatTheSuiteAsksByItselfRunsBehindAllOthersAndLeavesTheReservedPlaces() {
        PriorityBulkhead wide = bulkhead(4, 100, UNLIMITED);
        IntStream.range(0, 10).forEach(each -> call(wide, "background-" + each));
        assertThat(started).hasSize(3);
        call(wide, "resend-1");
        call(wide, "fresh-1");

        assertThat(started).hasSize(4).containsKey("fresh-1");
        end("background-0");
        assertThat(started).hasSize(5).containsKey("resend-1");
    }

    @Test
    void callIsRejectedAtOnceWhenTheQueueIsFull() {
        IntStream.range(0, 6).forEach(each -> call("fresh-" + each));

        assertThat(call("fresh-seventh")).isCompletedWithValue(FULL);
        end("fresh-0");
        assertThat(call("fresh-eighth")).isNotDone();
    }

    @Test
    void freshCallDisplacesTheLastResendAndAnUrgentOneTheLastOfTheLowestPriority() {
        call("fresh-a");
        call("fresh-b");
        CompletableFuture<String> waiting = call("fresh-1");
        CompletableFuture<String> first = call("resend-1");
        CompletableFuture<String> last = call("resend-2");
        call("urgent-1");

        assertThat(call("resend-3")).isCompletedWithValue(FULL);
        CompletableFuture<String> fresh = call("fresh-2");
        assertThat(last).isCompletedWithValue(FULL);
        assertThat(first).isNotDone();
        call("urgent-2");
        assertThat(first).isCompletedWithValue(FULL);
        assertThat(call("fresh-3")).isCompletedWithValue(FULL);
        call("urgent-3");
        assertThat(fresh).isCompletedWithValue(FULL);
        call("urgent-4");
        assertThat(waiting).isCompletedWithValue(FULL);
        assertThat(call("urgent-5")).isCompletedWithValue(FULL);
    }

    @Test
    void backlogLeavesAQuarterOfThePlacesToFreshCalls() {
        PriorityBulkhead wide = bulkhead(8, 100, UNLIMITED);
        IntStream.range(0, 20).forEach(each -> call(wide, "resend-" + each));
        assertThat(started).hasSize(6);

        call(wide, "fresh-1");
        call(wide, "urgent-1");
        call(wide, "fresh-2");

        assertThat(started).hasSize(8).containsKeys("fresh-1", "urgent-1");
        end("resend-0");
        assertThat(started).hasSize(9).containsKey("fresh-2");
        end("fresh-1");
        assertThat(started).as("five resends run").hasSize(10).containsKey("resend-6");
        end("fresh-2");
        assertThat(started).as("six resends run").hasSize(10);
    }

    @Test
    void callsAboveTheAgreedRateWaitForTheirTurnAndFreshOnesGoFirst() {
        PriorityBulkhead paced = bulkhead(100, 100, 10);
        IntStream.range(0, 5).forEach(each -> call(paced, "resend-" + each));
        assertThat(started).containsOnlyKeys("resend-0");

        CompletableFuture<String> fresh = call(paced, "fresh-1");

        assertThat(fresh).isNotDone();
        time.pass(Duration.ofMillis(110));
        assertThat(started.keySet()).containsExactly("resend-0", "fresh-1");
        time.pass(Duration.ofMillis(320));
        assertThat(started.keySet()).containsExactly("resend-0", "fresh-1", "resend-1", "resend-2", "resend-3");
    }

    @Test
    void callThatIsQueuedTooLongIsNotStartedAndUsesUpNoTurn() {
        PriorityBulkhead paced = bulkhead(1, 100, 10);
        call(paced, "fresh-running");
        CompletableFuture<String> first = call(paced, "fresh-1");
        time.pass(Duration.ofMillis(999));
        assertThat(first).isNotDone();
        CompletableFuture<String> second = call(paced, "fresh-2");

        time.pass(Duration.ofMillis(1));

        assertThat(first).isCompletedWithValue(LATE);
        end("fresh-running");
        assertThat(started.keySet()).containsExactly("fresh-running", "fresh-2");
        assertThat(second).isNotDone();
        assertThat(paced.queued()).isZero();
    }

    @Test
    void rejectedCallsUseUpNoTurn() {
        PriorityBulkhead paced = bulkhead(1, 1, 10);
        call(paced, "fresh-running");
        call(paced, "fresh-1");
        IntStream.range(2, 1_000)
                .forEach(each -> assertThat(call(paced, "fresh-" + each)).isCompletedWithValue(FULL));

        end("fresh-running");
        time.pass(Duration.ofMillis(110));

        assertThat(started).containsKey("fresh-1");
    }

    @Test
    void failedCallFreesItsPlace() {
        CompletableFuture<String> failing = call("fresh-a");
        call("fresh-b");
        call("resend-c");

        started.get("fresh-a").fail(new IllegalStateException("planned"));

        assertThat(failing).isCompletedExceptionally();
        assertThat(started).containsKey("resend-c");
    }

    @Test
    void aHundredThousandCallsThatEndAtOnceDoNotDeepenTheStack() {
        PriorityBulkhead narrow = bulkhead(1, 100_000, UNLIMITED);
        AtomicInteger ended = new AtomicInteger();
        call(narrow, "fresh-first");
        for (int i = 0; i < 100_000; i++) {
            narrow.call(CallPriority.FRESH, () -> Uni.createFrom().item("at once"), FULL, LATE)
                    .subscribe()
                    .with(any -> ended.incrementAndGet());
        }
        time.forward(MAX_QUEUED_TIME.dividedBy(2));

        end("fresh-first");
        time.pass(Duration.ZERO);

        assertThat(ended.get())
                .as("as many as the tolerance of the pace allows")
                .isGreaterThan(1_900);
        time.pass(MAX_QUEUED_TIME);
        assertThat(ended).hasValue(100_000);
    }

    @Test
    void limitHoldsAndEveryCallEndsWithManyThreads() {
        ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
        PriorityBulkhead shared = new PriorityBulkhead(
                new CallLimits(Duration.ofMinutes(2), 3, 10_000, UNLIMITED),
                Duration.ofMinutes(1),
                SystemTime.SOURCE::nanoTime,
                (delay, task) -> {
                    ScheduledFuture<?> timer = timers.schedule(task, delay, TimeUnit.NANOSECONDS);
                    return () -> timer.cancel(false);
                });
        AtomicInteger running = new AtomicInteger();
        AtomicInteger maxRunning = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        ExecutorService institution = Executors.newFixedThreadPool(3);
        try {
            List<CompletableFuture<String>> calls = IntStream.range(0, 5_000)
                    .mapToObj(call -> CompletableFuture.supplyAsync(
                                    () -> shared.call(
                                            CallPriority.values()[call % CallPriority.values().length],
                                            () -> {
                                                maxRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
                                                return Uni.createFrom()
                                                        .item("ok")
                                                        .emitOn(institution)
                                                        .invoke(running::decrementAndGet);
                                            },
                                            FULL,
                                            LATE),
                                    threads)
                            .thenCompose(Uni::subscribeAsCompletionStage))
                    .toList();

            assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo("ok"));
            assertThat(maxRunning.get()).isBetween(1, 3);
        } finally {
            threads.shutdownNow();
            institution.shutdownNow();
            timers.shutdownNow();
        }
    }

    private PriorityBulkhead bulkhead(int concurrency, int queue, int perSecond) {
        return new PriorityBulkhead(
                new CallLimits(Duration.ofSeconds(2), concurrency, queue, perSecond),
                MAX_QUEUED_TIME,
                time::nanoTime,
                time::schedule);
    }

    /** A call whose priority is the first word of its name. */
    private CompletableFuture<String> call(String name) {
        return call(bulkhead, name);
    }

    private CompletableFuture<String> call(PriorityBulkhead which, String name) {
        CallPriority priority = CallPriority.valueOf(name.split("-")[0].toUpperCase(Locale.ROOT));
        return which.call(
                        priority,
                        () -> Uni.createFrom().<String>emitter(emitter -> started.put(name, emitter)),
                        FULL,
                        LATE)
                .subscribeAsCompletionStage();
    }

    private void end(String name) {
        started.get(name).complete(name);
    }
}
