package org.stoppayment.freeze.attention.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.attention.domain.AttentionItem;
import org.stoppayment.freeze.attention.domain.AttentionKey;
import org.stoppayment.freeze.attention.domain.AttentionPosition;
import org.stoppayment.freeze.orders.domain.views.CaseAttention;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.freeze.testkit.AttentionFixture;
import org.stoppayment.kernel.ids.CaseId;

/** What the looks of a replica read from the database. */
@QuarkusTest
class WatchingAttentionTest extends AttentionFixture {

    /** Looks in a row, in some of which Postgres itself may have committed something. */
    private static final int LOOKS = 20;

    @Inject
    AttentionItems stored;

    @Inject
    AttentionWatchConfig config;

    @Inject
    InstantSource clock;

    private final AtomicInteger tokensRead = new AtomicInteger();
    private final AtomicInteger itemsRead = new AtomicInteger();
    private final RecordingAttentionWatcher watcher = new RecordingAttentionWatcher();
    private WatchingAttention replica;

    @BeforeEach
    void start() {
        replica = new WatchingAttention(new Counted(), config, clock);
        time.stand();
    }

    private void look() {
        replica.look().await().atMost(PATIENCE);
    }

    @Test
    void looksWithoutWatchersReadNothing() {
        look();

        assertThat(tokensRead).hasValue(0);
        assertThat(itemsRead).hasValue(0);
    }

    @Test
    void itemsAreReadOnceForAllWatchersAndAgainOnlyAfterACommit() {
        declined(caseId, payee, 1_000);
        bookAll();
        List<RecordingAttentionWatcher> watchers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            watchers.add(new RecordingAttentionWatcher());
            replica.watch(Optional.empty(), watchers.get(i));
        }

        for (int look = 0; look < LOOKS; look++) {
            look();
        }

        assertThat(tokensRead).hasValue(LOOKS);
        assertThat(itemsRead).hasValueBetween(1, LOOKS / 2);
        assertThat(watchers).allSatisfy(one -> assertThat(one.snapshots).hasSize(1));
        declined(caseId, account(), 2_000);
        look();
        assertThat(watchers)
                .allSatisfy(
                        one -> assertThat(one.changes).singleElement().satisfies(change -> assertThat(change.added())
                                .extracting(AttentionItem::atRisk)
                                .hasSize(1)));
    }

    @Test
    void itemsAreReadWithEachHeartbeatAlthoughNothingWasCommitted() {
        declined(caseId, payee, 1_000);
        replica.watch(Optional.empty(), watcher);
        look();

        for (int beat = 1; beat <= 3; beat++) {
            time.jump(Duration.ofSeconds(5));
            look();
            assertThat(watcher.heartbeats).isEqualTo(beat);
        }

        assertThat(itemsRead).hasValue(4);
    }

    @Test
    void watcherThatComesLaterGetsTheItemsAlthoughNothingWasCommitted() {
        declined(caseId, payee, 1_000);
        replica.watch(Optional.empty(), new RecordingAttentionWatcher());
        look();

        replica.watch(Optional.empty(), watcher);
        look();

        assertThat(watcher.snapshots).singleElement().satisfies(found -> assertThat(found.items())
                .hasSize(1));
    }

    private final class Counted implements AttentionItems {

        @Override
        public Uni<List<Listed>> open(Filter filter, Instant asOf, Optional<AttentionPosition> after, int max) {
            itemsRead.incrementAndGet();
            return stored.open(filter, asOf, after, max);
        }

        @Override
        public Uni<Map<CaseId, CaseAttention>> summaries(List<CaseId> caseIds) {
            return stored.summaries(caseIds);
        }

        @Override
        public Uni<Optional<Closed>> close(AttentionKey key, Officer officer, String note, Instant at) {
            return stored.close(key, officer, note, at);
        }

        @Override
        public Uni<String> changeToken() {
            tokensRead.incrementAndGet();
            return stored.changeToken();
        }

        @Override
        public Uni<Integer> examine(Instant asOf, Instant before, int max) {
            return stored.examine(asOf, before, max);
        }
    }
}
