package org.stoppayment.recovery.batches.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.recovery.batches.domain.BatchLine;
import org.stoppayment.recovery.batches.domain.BatchPlan;
import org.stoppayment.recovery.batches.domain.LineResult;
import org.stoppayment.recovery.batches.domain.LineResult.Outcome;
import org.stoppayment.recovery.batches.domain.LineState;

/** Some failures are of a plan, many are of all. */
class LineWorkTest {

    private static final int LINES = 20;

    private final LineWork work = new LineWork(
            new SeparateWork() {
                @Override
                public <T> Uni<T> run(Supplier<Uni<T>> piece) {
                    return Uni.createFrom().deferred(piece::get);
                }
            },
            new BatchConfig() {
                @Override
                public int maxPlans() {
                    return LINES;
                }

                @Override
                public int maxCandidates() {
                    return LINES;
                }

                @Override
                public int atOnce() {
                    return 1;
                }
            },
            new Ids(InstantSource.system()));

    @Test
    void tenFailuresAreOfTheirPlansAndTheOthersGoOn() {
        AssertSubscriber<LineResult> results = run(line -> line.number() <= 10 ? broken() : done(line));

        results.assertCompleted();
        assertThat(results.getItems())
                .filteredOn(each -> each.outcome() == Outcome.FAILED)
                .hasSize(10);
        assertThat(results.getItems())
                .filteredOn(each -> each.outcome() == Outcome.DONE)
                .hasSize(LINES - 10);
        assertThat(results.getItems().get(0).reason())
                .startsWith("internal error, correlation id ")
                .doesNotContain("disk");
    }

    @Test
    void eleventhFailureEndsTheAct() {
        AssertSubscriber<LineResult> results = run(line -> line.number() <= 11 ? broken() : done(line));

        results.assertFailedWith(IllegalStateException.class, "disk");
        assertThat(results.getItems()).hasSize(10).allMatch(each -> each.outcome() == Outcome.FAILED);
    }

    @Test
    void refusalsAreNoFailures() {
        AssertSubscriber<LineResult> results = run(
                line -> Uni.createFrom().failure(new ServiceException.Refusal("PLAN_BLOCKED", "plan: HELD_BY_OTHER")));

        results.assertCompleted();
        assertThat(results.getItems())
                .hasSize(LINES)
                .allMatch(
                        each -> each.outcome() == Outcome.REFUSED && each.code().equals("PLAN_BLOCKED"));
    }

    private AssertSubscriber<LineResult> run(Function<BatchLine, Uni<LineResult>> step) {
        return work.forEach(
                        IntStream.rangeClosed(1, LINES)
                                .mapToObj(LineWorkTest::line)
                                .toList(),
                        step)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private static Uni<LineResult> done(BatchLine line) {
        return Uni.createFrom().item(LineResult.of(line, Outcome.DONE));
    }

    private static Uni<LineResult> broken() {
        return Uni.createFrom().failure(new IllegalStateException("disk"));
    }

    private static BatchLine line(int number) {
        BatchPlan plan = new BatchPlan(new PlanId(FreshIds.next()), "a".repeat(64), 100);
        return new BatchLine(number, plan, LineState.APPROVED, 0, Optional.empty(), Optional.empty());
    }
}
