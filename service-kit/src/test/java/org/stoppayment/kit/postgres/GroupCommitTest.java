package org.stoppayment.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    /** Work that goes on until the test ends it. */
    private static final class ByHand implements Function<List<Integer>, Uni<List<String>>> {
        final List<List<Integer>> begun = new ArrayList<>();
        final Queue<UniEmitter<? super List<String>>> inFlight = new ConcurrentLinkedQueue<>();

        @Override
        public Uni<List<String>> apply(List<Integer> items) {
            return Uni.createFrom().emitter(end -> {
                begun.add(items);
                inFlight.add(end);
            });
        }

        void succeed() {
            int index = begun.size() - inFlight.size();
            inFlight.remove().complete(answers(begun.get(index)));
        }

        void fail(Throwable failure) {
            inFlight.remove().fail(failure);
        }
    }

    private final ByHand work = new ByHand();

    private static List<String> answers(List<Integer> items) {
        return items.stream().map(item -> "did " + item).toList();
    }

    private static PgException databaseError(String sqlState) {
        return new PgException("refused", "ERROR", sqlState, null);
    }

    private static <R> UniAssertSubscriber<R> watch(Uni<R> uni) {
        return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void anItemThatComesAloneGoesAtOnceAndAlone() {
        var group = new GroupCommit<>(10, 1, work);
        var one = watch(group.submit(1));
        assertThat(work.begun).containsExactly(List.of(1));
        work.succeed();
        one.assertCompleted().assertItem("did 1");
    }

    @Test
    void itemsThatArriveMeanwhileGoTogetherAndEachGetsItsOwnAnswer() {
        var group = new GroupCommit<>(3, 1, work);
        var callers = List.of(1, 2, 3, 4, 5).stream()
                .map(item -> watch(group.submit(item)))
                .toList();
        work.succeed();
        work.succeed();
        work.succeed();
        assertThat(work.begun).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5));
        for (int i = 0; i < 5; i++) {
            callers.get(i).assertItem("did " + (i + 1));
        }
    }

    @Test
    void noMoreThanTheGivenNumberIsUnderWay() {
        var group = new GroupCommit<>(1, 2, work);
        for (int i = 0; i < 5; i++) {
            watch(group.submit(i));
        }
        assertThat(work.begun).hasSize(2);
        work.succeed();
        assertThat(work.begun).hasSize(3);
        assertThat(work.inFlight).hasSize(2);
    }

    @Test
    void nothingIsDoneBeforeSomebodySubscribes() {
        new GroupCommit<>(1, 1, work).submit(1);
        assertThat(work.begun).isEmpty();
    }

    @Test
    void aFaultInOneItemsDataDoesNotHurtTheOthers() {
        for (String state : List.of("21000", "22003", "23505")) {
            ByHand byHand = new ByHand();
            var group = new GroupCommit<>(10, 1, byHand);
            var first = watch(group.submit(0));
            var good = watch(group.submit(1));
            var bad = watch(group.submit(2));
            var alsoGood = watch(group.submit(3));
            byHand.succeed();
            byHand.fail(new IllegalStateException("wrapped", databaseError(state)));
            byHand.succeed();
            byHand.fail(databaseError(state));
            byHand.succeed();
            first.assertItem("did 0");
            good.assertItem("did 1");
            bad.assertFailedWith(PgException.class);
            alsoGood.assertItem("did 3");
            assertThat(byHand.begun).containsExactly(List.of(0), List.of(1, 2, 3), List.of(1), List.of(2), List.of(3));
        }
    }

    @Test
    void aDataFaultWhileItemsGoOneByOneKeepsTheSlotTakenAndFreesItAfterwards() {
        var group = new GroupCommit<>(10, 1, work);
        watch(group.submit(0));
        watch(group.submit(1));
        watch(group.submit(2));
        work.succeed();
        work.fail(databaseError("23514"));
        var later = watch(group.submit(9));
        assertThat(work.inFlight).hasSize(1);
        work.succeed();
        work.succeed();
        work.succeed();
        later.assertItem("did 9");
    }

    @Test
    void anOutageFailsAllOfTheGroupAndTheNextGoesOn() {
        var group = new GroupCommit<>(10, 1, work);
        watch(group.submit(0));
        var one = watch(group.submit(1));
        var other = watch(group.submit(2));
        work.succeed();
        work.fail(new IOException("connection reset"));
        one.assertFailedWith(IOException.class, "connection reset");
        other.assertFailedWith(IOException.class, "connection reset");
        var next = watch(group.submit(3));
        work.succeed();
        next.assertItem("did 3");
    }

    @Test
    void workThatTheDatabaseRolledBackForAnothersSakeIsDoneAgain() {
        var group = new GroupCommit<>(10, 1, work);
        var one = watch(group.submit(1));
        work.fail(databaseError("40P01"));
        work.succeed();
        one.assertItem("did 1");
        assertThat(work.begun).containsExactly(List.of(1), List.of(1));
    }

    @Test
    void workThatIsRolledBackAgainAndAgainFailsInTheEnd() {
        var group = new GroupCommit<>(10, 1, work);
        var one = watch(group.submit(1));
        for (int i = 0; i < 4; i++) {
            work.fail(databaseError("40001"));
        }
        one.assertFailedWith(PgException.class);
        assertThat(work.inFlight).isEmpty();
    }

    @Test
    void aCallerThatGoesAwayDoesNotTakeItsItemBack() {
        var group = new GroupCommit<>(10, 1, work);
        Cancellable inFlight = group.submit(1).subscribe().with(x -> {});
        Cancellable waiting = group.submit(2).subscribe().with(x -> {});
        var stays = watch(group.submit(3));
        inFlight.cancel();
        waiting.cancel();
        work.succeed();
        work.succeed();
        stays.assertItem("did 3");
        assertThat(work.begun).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void workThatThrowsOrAnswersTooLittleFailsItsCallersAndNobodyHangs() {
        var throwing = new GroupCommit<Integer, String>(1, 1, items -> {
            throw new IllegalStateException("broken");
        });
        watch(throwing.submit(1)).assertFailedWith(IllegalStateException.class, "broken");
        watch(throwing.submit(2)).assertFailedWith(IllegalStateException.class, "broken");
        var silent =
                new GroupCommit<Integer, String>(1, 1, items -> Uni.createFrom().item(List.of()));
        watch(silent.submit(1)).assertFailedWith(IllegalStateException.class, "expected: 1");
        watch(silent.submit(2)).assertFailedWith(IllegalStateException.class, "expected: 1");
    }

    @Test
    void workThatThrowsWhileItemsGoOneByOneFailsOnlyItsOwnCaller() {
        AtomicInteger calls = new AtomicInteger();
        List<UniEmitter<? super List<String>>> first = new ArrayList<>();
        var group = new GroupCommit<Integer, String>(10, 1, items -> switch (calls.getAndIncrement()) {
            case 0 -> Uni.createFrom().emitter(first::add);
            case 1 -> Uni.createFrom().failure(databaseError("23505"));
            case 2 -> throw new IllegalStateException("broken");
            default -> Uni.createFrom().item(answers(items));
        });
        watch(group.submit(0));
        var unlucky = watch(group.submit(1));
        var lucky = watch(group.submit(2));
        first.get(0).complete(List.of("did 0"));
        unlucky.assertFailedWith(IllegalStateException.class, "broken");
        lucky.assertItem("did 2");
    }

    @Test
    void workThatEndsAtOnceDoesNotNestHoweverManyWait() {
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
    void thousandsOfItemsFromManyThreadsAllEndWithTheirOwnAnswer() throws InterruptedException {
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
                    ? Uni.createFrom().failure(databaseError("23505"))
                    : Uni.createFrom().item(answers(items));
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
