package org.stoppayment.freeze.attention.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.attention.application.AttentionWatcher.Changes;
import org.stoppayment.freeze.attention.application.AttentionWatcher.Snapshot;
import org.stoppayment.freeze.attention.domain.AttentionItem;
import org.stoppayment.freeze.orders.domain.views.CaseAttention.Reason;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.watch.WatchLimits;

/** What a watcher is sent, above all one that reads slowly. */
class AttentionWatchTest {

    private static final CaseId CASE = CaseId.of("0193a000-0000-7000-8000-000000000001");
    private static final Instant START = Instant.parse("2026-03-01T04:00:00Z");

    private final RecordingAttentionWatcher listener = new RecordingAttentionWatcher();
    private final AttentionWatch watch = new AttentionWatch(
            Optional.empty(), listener, new WatchLimits(1, Duration.ofSeconds(5), Duration.ofMinutes(15)), START);
    private Instant now = START;

    private static AttentionItem item(String number, long fen) {
        return new AttentionItem(
                CASE,
                new AccountRef("102100099996", number, "", AccountKind.BANK_PERSONAL),
                Reason.UNKNOWN,
                1,
                Money.ofFen(fen),
                START,
                Optional.empty());
    }

    private boolean found(boolean more, AttentionItem... items) {
        now = now.plusSeconds(1);
        return watch.tell(new Snapshot(List.of(items), more), now);
    }

    @Test
    void slowWatcherGetsOneMessageWithAllThatChangedMeanwhile() {
        found(false, item("1", 10), item("2", 20));
        listener.ready = false;
        found(false, item("1", 11), item("2", 20), item("3", 30));
        found(false, item("1", 12), item("3", 30), item("4", 40));
        found(false, item("1", 12), item("4", 40));
        assertThat(listener.snapshots).hasSize(1);
        assertThat(listener.changes).isEmpty();

        listener.ready = true;
        found(false, item("1", 12), item("4", 40));

        assertThat(listener.changes)
                .containsExactly(new Changes(
                        List.of(item("4", 40)),
                        List.of(item("1", 12)),
                        List.of(item("2", 20).key()),
                        false));
        found(false, item("1", 12), item("4", 40));
        assertThat(listener.changes).hasSize(1);
    }

    @Test
    void watcherIsToldThatThereIsMoreThanIsShown() {
        found(true, item("1", 10));
        assertThat(listener.snapshots).containsExactly(new Snapshot(List.of(item("1", 10)), true));

        found(false, item("1", 10));

        assertThat(listener.changes).containsExactly(new Changes(List.of(), List.of(), List.of(), false));
    }

    @Test
    void watcherHearsOfNoChangeAtEachHeartbeatAndOfTheEndInTime() {
        found(false);
        for (int second = 0; second < 10; second++) {
            assertThat(found(false)).isTrue();
        }
        assertThat(listener.heartbeats).isEqualTo(2);

        now = START.plus(Duration.ofMinutes(15)).minusSeconds(1);
        listener.ready = false;
        assertThat(found(false)).isFalse();
        assertThat(listener.ends).isOne();
    }
}
