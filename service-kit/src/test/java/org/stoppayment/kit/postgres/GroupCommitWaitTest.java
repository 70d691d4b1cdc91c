package org.stoppayment.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long a new item would wait. Groups of two, one at a time; the clock is the test's. */
class GroupCommitWaitTest {

    private final ManualWork work = new ManualWork();
    private long now = TimeUnit.HOURS.toNanos(1);
    private final GroupCommit<Integer, String> group = new GroupCommit<>(2, 1, work, () -> now);

    private void submit(int items) {
        for (int i = 0; i < items; i++) {
            group.submit(i).subscribe().with(done -> {}, failed -> {});
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void nothingWaitsWhileWorkStartsAtOnce() {
        submit(1);
        pass(Duration.ofSeconds(9));
        assertThat(group.expectedWait()).isZero();
    }

    @Test
    void newItemWaitsAtLeastAsLongAsTheFirstInTheQueueHasWaited() {
        submit(2);
        pass(Duration.ofMillis(300));
        assertThat(group.expectedWait()).isEqualTo(Duration.ofMillis(300));
        work.succeed();
        assertThat(group.expectedWait()).isZero();
    }

    /** Worked out by hand: a unit took 800 ms, of which an eighth counts at first: 100 ms. Six items are three groups. */
    @Test
    void longQueueIsFoundBeforeItsFirstItemHasWaited() {
        submit(1);
        pass(Duration.ofMillis(800));
        submit(7);
        work.succeed();
        submit(1);
        assertThat(group.waiting()).isEqualTo(6);
        assertThat(group.expectedWait()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void failedWorkCountsAsWell() {
        submit(1);
        pass(Duration.ofMillis(800));
        submit(4);
        work.fail(new IllegalStateException("away"));
        assertThat(group.expectedWait()).isEqualTo(Duration.ofMillis(100));
    }
}
