package org.stoppayment.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Grouping, limits and results. */
class GroupCommitTest {

    private final ManualWork work = new ManualWork();

    private static <R> UniAssertSubscriber<R> watch(Uni<R> uni) {
        return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void singleItemIsProcessedAtOnce() {
        var group = new GroupCommit<>(10, 1, work);
        var one = watch(group.submit(1));
        assertThat(work.started).containsExactly(List.of(1));
        work.succeed();
        one.assertCompleted().assertItem("did 1");
    }

    @Test
    void itemsThatArriveDuringWorkAreGroupedAndEachGetsItsOwnResult() {
        var group = new GroupCommit<>(3, 1, work);
        var callers = List.of(1, 2, 3, 4, 5).stream()
                .map(item -> watch(group.submit(item)))
                .toList();
        work.succeed();
        work.succeed();
        work.succeed();
        assertThat(work.started).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5));
        for (int i = 0; i < 5; i++) {
            callers.get(i).assertItem("did " + (i + 1));
        }
    }

    @Test
    void concurrentWorkIsLimited() {
        var group = new GroupCommit<>(1, 2, work);
        for (int i = 0; i < 5; i++) {
            watch(group.submit(i));
        }
        assertThat(work.started).hasSize(2);
        work.succeed();
        assertThat(work.started).hasSize(3);
        assertThat(work.inFlight).hasSize(2);
    }

    @Test
    void nothingIsDoneBeforeSubscription() {
        new GroupCommit<>(1, 1, work).submit(1);
        assertThat(work.started).isEmpty();
    }

    @Test
    void itemOfACancelledCallerIsProcessed() {
        var group = new GroupCommit<>(10, 1, work);
        Cancellable inFlight = group.submit(1).subscribe().with(x -> {});
        Cancellable waiting = group.submit(2).subscribe().with(x -> {});
        var stays = watch(group.submit(3));
        inFlight.cancel();
        waiting.cancel();
        work.succeed();
        work.succeed();
        stays.assertItem("did 3");
        assertThat(work.started).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void workThatEndsAtOnceDoesNotDeepenTheStack() {
        int many = 100_000;
        AtomicInteger answered = new AtomicInteger();
        List<UniEmitter<? super List<Integer>>> first = new ArrayList<>();
        var group = new GroupCommit<Integer, Integer>(
                1,
                1,
                items -> items.get(0) == 0
                        ? Uni.createFrom().emitter(first::add)
                        : Uni.createFrom().item(items));
        for (int i = 0; i < many; i++) {
            group.submit(i).subscribe().with(x -> answered.incrementAndGet());
        }
        first.get(0).complete(List.of(0));
        assertThat(answered).hasValue(many);
    }

    @Test
    void thousandsOfItemsFromManyThreadsAllGetTheirOwnResult() throws InterruptedException {
        long seed = ThreadLocalRandom.current().nextLong();
        System.out.println("thousandsOfItemsFromManyThreads: seed " + seed);
        int threads = 8;
        int each = 2_500;
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger maxConcurrent = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        ConcurrentSkipListSet<Integer> wrong = new ConcurrentSkipListSet<>();
        ExecutorService workers = Executors.newFixedThreadPool(4);
        var group = new GroupCommit<Integer, String>(64, 4, items -> {
            int now = inFlight.incrementAndGet();
            maxConcurrent.accumulateAndGet(now, Math::max);
            Uni<List<String>> result = items.contains(1_234) && items.size() > 1
                    ? Uni.createFrom().failure(ManualWork.databaseError("23505"))
                    : Uni.createFrom().item(ManualWork.answers(items));
            Uni<List<String>> ended = result.onTermination().invoke(() -> inFlight.decrementAndGet());
            boolean atOnce = new Random(seed ^ items.get(0)).nextBoolean();
            return atOnce ? ended : ended.runSubscriptionOn(workers);
        });
        CountDownLatch started = new CountDownLatch(threads);
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        for (int t = 0; t < threads; t++) {
            int from = t * each;
            callers.execute(() -> {
                started.countDown();
                for (int i = from; i < from + each; i++) {
                    int item = i;
                    group.submit(item).subscribe().with(answer -> {
                        if (!answer.equals("did " + item)) {
                            wrong.add(item);
                        }
                        answered.incrementAndGet();
                    });
                }
            });
        }
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        await().untilAsserted(() -> assertThat(answered).hasValue(threads * each));
        callers.shutdown();
        workers.shutdown();
        assertThat(wrong).isEmpty();
        assertThat(maxConcurrent).hasValueLessThanOrEqualTo(4);
    }
}
