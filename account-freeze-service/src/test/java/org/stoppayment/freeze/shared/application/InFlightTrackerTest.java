package org.stoppayment.freeze.shared.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ids.ApplicationId;

class InFlightTrackerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final Instant LEASE_END = NOW.plus(Duration.ofSeconds(10));
    private static final ApplicationId MESSAGE = new ApplicationId(new UUID(0, 1));

    private final InFlightTracker underWay = new InFlightTracker();
    private final List<CompletableFuture<Void>> begun = new ArrayList<>();

    private void start(String institution, ApplicationId id, Instant now) {
        underWay.start(institution, id, now, now.plus(Duration.between(NOW, LEASE_END)), work());
    }

    private Uni<Void> work() {
        return Uni.createFrom().completionStage(() -> {
            CompletableFuture<Void> one = new CompletableFuture<>();
            begun.add(one);
            return one;
        });
    }

    @Test
    void institutionIsFullWhileAsMuchIsUnderWayAsMayBeAndNoOtherIs() {
        start("ICBC", MESSAGE, NOW);
        start("ABC", new ApplicationId(new UUID(0, 2)), NOW);
        assertThat(underWay.full(2)).isEmpty();

        start("ICBC", new ApplicationId(new UUID(0, 3)), NOW);
        assertThat(underWay.full(2)).containsExactly("ICBC");
        assertThat(underWay.size()).isEqualTo(3);
        assertThat(underWay.byInstitution()).containsExactlyInAnyOrderEntriesOf(Map.of("ICBC", 2, "ABC", 1));

        begun.get(0).complete(null);
        assertThat(underWay.full(2)).isEmpty();
        assertThat(underWay.size()).isEqualTo(2);
    }

    @Test
    void sameMessageIsNotBegunAgainBeforeItsLeaseIsOver() {
        start("ICBC", MESSAGE, NOW);
        start("ICBC", MESSAGE, LEASE_END.minusNanos(1));
        assertThat(begun).hasSize(1);

        start("ICBC", MESSAGE, LEASE_END);
        assertThat(begun).hasSize(2);
    }

    @Test
    void endOfAnOverdueRunDoesNotEndTheOneThatFollowedIt() {
        start("ICBC", MESSAGE, NOW);
        start("ICBC", MESSAGE, LEASE_END);

        begun.get(0).complete(null);
        start("ICBC", MESSAGE, LEASE_END.plusSeconds(1));

        assertThat(begun).as("the second still runs, within its lease").hasSize(2);
        assertThat(underWay.size()).isEqualTo(1);
    }

    @Test
    void whatFailsHasEndedToo() {
        start("ICBC", MESSAGE, NOW);

        begun.get(0).completeExceptionally(new IllegalStateException());

        assertThat(underWay.size()).isZero();
        start("ICBC", MESSAGE, NOW);
        assertThat(begun).hasSize(2);
    }
}
