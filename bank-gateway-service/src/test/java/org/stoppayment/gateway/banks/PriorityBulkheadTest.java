package org.stoppayment.gateway.banks;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PriorityBulkheadTest {

    private static final String FULL = "full";

    /** Calls that were started, by name; {@link #end} ends them. */
    private final Map<String, UniEmitter<? super String>> started = new LinkedHashMap<>();

    private final PriorityBulkhead bulkhead = new PriorityBulkhead(2, 4);

    @Test
    void runsTheAllowedNumberOfCallsAndQueuesTheOthers() {
        call("a", false);
        call("b", false);
        CompletableFuture<String> third = call("c", false);

        assertThat(started).containsOnlyKeys("a", "b");
        end("a");
        assertThat(started).containsOnlyKeys("a", "b", "c");
        end("c");
        assertThat(third).isCompletedWithValue("c");
    }

    @Test
    void urgentCallsRunFirstAndKeepTheirOrder() {
        for (String each : List.of("a", "b", "ordinary-1", "ordinary-2", "urgent-1", "urgent-2")) {
            call(each, each.startsWith("urgent"));
        }
        for (String each : List.of("a", "b", "urgent-1", "urgent-2")) {
            end(each);
        }

        assertThat(started.keySet()).containsExactly("a", "b", "urgent-1", "urgent-2", "ordinary-1", "ordinary-2");
    }

    @Test
    void callIsRejectedAtOnceWhenTheQueueIsFull() {
        IntStream.range(0, 6).forEach(each -> call("call-" + each, false));

        assertThat(call("seventh", false)).isCompletedWithValue(FULL);
        end("call-0");
        assertThat(call("eighth", false)).isNotDone();
    }

    @Test
    void urgentCallDisplacesTheLastOrdinaryCallAndNoUrgentOne() {
        call("a", false);
        call("b", false);
        CompletableFuture<String> first = call("ordinary-1", false);
        CompletableFuture<String> last = call("ordinary-2", false);
        call("urgent-1", true);
        call("urgent-2", true);

        CompletableFuture<String> third = call("urgent-3", true);
        assertThat(last).isCompletedWithValue(FULL);
        assertThat(first).isNotDone();
        assertThat(third).isNotDone();
        call("urgent-4", true);
        assertThat(first).isCompletedWithValue(FULL);
        assertThat(call("urgent-5", true)).isCompletedWithValue(FULL);
        end("a");
        assertThat(started).containsOnlyKeys("a", "b", "urgent-1");
    }

    @Test
    void failedCallFreesItsPlace() {
        CompletableFuture<String> failing = call("a", false);
        call("b", false);
        call("c", false);

        started.get("a").fail(new IllegalStateException("planned"));

        assertThat(failing).isCompletedExceptionally();
        assertThat(started).containsKey("c");
    }

    @Test
    void aHundredThousandCallsThatEndAtOnceDoNotDeepenTheStack() {
        PriorityBulkhead narrow = new PriorityBulkhead(1, 100_000);
        AtomicInteger ended = new AtomicInteger();
        List<UniEmitter<? super String>> first = new ArrayList<>();
        narrow.call(false, () -> Uni.createFrom().<String>emitter(first::add), FULL)
                .subscribe()
                .with(any -> ended.incrementAndGet());
        for (int i = 0; i < 100_000; i++) {
            narrow.call(false, () -> Uni.createFrom().item("at once"), FULL)
                    .subscribe()
                    .with(any -> ended.incrementAndGet());
        }

        first.get(0).complete("done");

        assertThat(ended).hasValue(100_001);
    }

    @Test
    void limitHoldsAndEveryCallEndsWithManyThreads() {
        PriorityBulkhead shared = new PriorityBulkhead(3, 10_000);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger maxRunning = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        ExecutorService institution = Executors.newFixedThreadPool(3);
        try {
            List<CompletableFuture<String>> calls = IntStream.range(0, 5_000)
                    .mapToObj(call -> CompletableFuture.supplyAsync(
                                    () -> shared.call(
                                            call % 7 == 0,
                                            () -> {
                                                maxRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
                                                return Uni.createFrom()
                                                        .item("ok")
                                                        .emitOn(institution)
                                                        .invoke(running::decrementAndGet);
                                            },
                                            FULL),
                                    threads)
                            .thenCompose(Uni::subscribeAsCompletionStage))
                    .toList();

            assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo("ok"));
            assertThat(maxRunning.get()).isBetween(1, 3);
        } finally {
            threads.shutdownNow();
            institution.shutdownNow();
        }
    }

    private CompletableFuture<String> call(String name, boolean isUrgent) {
        return bulkhead.call(
                        isUrgent, () -> Uni.createFrom().<String>emitter(emitter -> started.put(name, emitter)), FULL)
                .subscribeAsCompletionStage();
    }

    private void end(String name) {
        started.get(name).complete(name);
    }
}
