package org.stoppayment.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Failures of grouped work: invalid data, rollbacks, outages and bugs. */
class GroupCommitFailureTest {

    private final ManualWork work = new ManualWork();

    private static <R> UniAssertSubscriber<R> watch(Uni<R> uni) {
        return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void invalidDataOfOneItemDoesNotAffectTheOthers() {
        for (String state : List.of("21000", "22003", "23505")) {
            ManualWork manual = new ManualWork();
            var group = new GroupCommit<>(10, 1, manual);
            var first = watch(group.submit(0));
            var good = watch(group.submit(1));
            var bad = watch(group.submit(2));
            var alsoGood = watch(group.submit(3));
            manual.succeed();
            manual.fail(new IllegalStateException("wrapped", ManualWork.databaseError(state)));
            manual.succeed();
            manual.fail(ManualWork.databaseError(state));
            manual.succeed();
            first.assertItem("did 0");
            good.assertItem("did 1");
            bad.assertFailedWith(PgException.class);
            alsoGood.assertItem("did 3");
            assertThat(manual.started)
                    .containsExactly(List.of(0), List.of(1, 2, 3), List.of(1), List.of(2), List.of(3));
        }
    }

    @Test
    void slotIsOccupiedWhileItemsAreProcessedOneByOne() {
        var group = new GroupCommit<>(10, 1, work);
        watch(group.submit(0));
        watch(group.submit(1));
        watch(group.submit(2));
        work.succeed();
        work.fail(ManualWork.databaseError("23514"));
        var later = watch(group.submit(9));
        assertThat(work.inFlight).hasSize(1);
        work.succeed();
        work.succeed();
        work.succeed();
        later.assertItem("did 9");
    }

    @Test
    void outageFailsTheWholeGroupAndTheNextGroupRuns() {
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
    void rolledBackWorkIsRetried() {
        var group = new GroupCommit<>(10, 1, work);
        var one = watch(group.submit(1));
        work.fail(ManualWork.databaseError("40P01"));
        work.succeed();
        one.assertItem("did 1");
        assertThat(work.started).containsExactly(List.of(1), List.of(1));
    }

    @Test
    void workThatIsRolledBackRepeatedlyFails() {
        var group = new GroupCommit<>(10, 1, work);
        var one = watch(group.submit(1));
        for (int i = 0; i < 4; i++) {
            work.fail(ManualWork.databaseError("40001"));
        }
        one.assertFailedWith(PgException.class);
        assertThat(work.inFlight).isEmpty();
    }

    @Test
    void workThatThrowsOrReturnsTooFewResultsFailsItsCallers() {
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
    void workThatThrowsForOneItemFailsOnlyItsCaller() {
        AtomicInteger calls = new AtomicInteger();
        List<UniEmitter<? super List<String>>> first = new ArrayList<>();
        var group = new GroupCommit<Integer, String>(10, 1, items -> switch (calls.getAndIncrement()) {
            case 0 -> Uni.createFrom().emitter(first::add);
            case 1 -> Uni.createFrom().failure(ManualWork.databaseError("23505"));
            case 2 -> throw new IllegalStateException("broken");
            default -> Uni.createFrom().item(ManualWork.answers(items));
        });
        watch(group.submit(0));
        var unlucky = watch(group.submit(1));
        var lucky = watch(group.submit(2));
        first.get(0).complete(List.of("did 0"));
        unlucky.assertFailedWith(IllegalStateException.class, "broken");
        lucky.assertItem("did 2");
    }
}
