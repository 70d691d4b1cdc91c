package org.stoppayment.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.simulator.ledger.FreezeQueue.Ahead;
import org.stoppayment.simulator.ledger.FreezeQueue.Share;

/** Who holds what of one balance. */
class FreezeQueueTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(184));

    private final Freeze first = freeze("first");
    private final Freeze second = freeze("second");
    private final Freeze third = freeze("third");

    @Test
    void limitedFreezesStandSideBySideWhileTheBalanceCoversThem() {
        FreezeQueue queue = limited(60).with(second, Optional.of(40L));

        assertThat(queue.shares(100, NOW))
                .isEqualTo(Map.of(
                        first, new Share(60, true, Ahead.NOTHING),
                        second, new Share(40, true, Ahead.LIMITED)));
        assertThat(queue.heldFen(100, NOW)).isEqualTo(100);
        assertThat(queue.heldFen(130, NOW)).isEqualTo(100);
    }

    @Test
    void laterLimitedFreezeHoldsWhatTheEarlierLeaves() {
        FreezeQueue queue = limited(60).with(second, Optional.of(40L));

        assertThat(queue.share(second, 99, NOW)).contains(new Share(39, false, Ahead.LIMITED));
        assertThat(queue.share(second, 60, NOW))
                .hasValueSatisfying(share -> assertThat(share.isWaiting()).isTrue());
        assertThat(queue.share(second, 61, NOW))
                .hasValueSatisfying(share -> assertThat(share.isWaiting()).isFalse());
    }

    @Test
    void paymentOutOfAFreezeLeavesWhatTheOthersHold() {
        FreezeQueue queue = limited(60).with(second, Optional.of(40L));

        FreezeQueue paid = queue.paid(second, 30, 100, NOW);

        assertThat(paid.share(first, 70, NOW)).contains(new Share(60, true, Ahead.NOTHING));
        assertThat(paid.share(second, 70, NOW)).contains(new Share(10, true, Ahead.LIMITED));
    }

    @Test
    void freezeThatIsPaidOutHoldsNothingAndDoesNotWait() {
        FreezeQueue paid = limited(60).with(second, Optional.of(40L)).paid(second, 40, 100, NOW);

        assertThat(paid.share(second, 60, NOW)).hasValueSatisfying(share -> {
            assertThat(share.heldFen()).isZero();
            assertThat(share.isWaiting()).isFalse();
        });
    }

    @Test
    void raisedFreezeIsPaidOutOfThePartsThatHold() {
        FreezeQueue raised = limited(60).with(second, Optional.of(40L)).changed(first, 90);

        FreezeQueue paid = raised.paid(first, 70, 120, NOW);

        assertThat(paid.share(first, 50, NOW))
                .hasValueSatisfying(share -> assertThat(share.heldFen()).isEqualTo(10));
        assertThat(paid.share(second, 50, NOW))
                .hasValueSatisfying(share -> assertThat(share.heldFen()).isEqualTo(40));
    }

    @Test
    void moneyThatComesBackIsHeldByItsFreezeAgain() {
        FreezeQueue queue = limited(60).with(second, Optional.of(40L));

        FreezeQueue back = queue.paid(first, 60, 100, NOW).restored(first, 60);

        assertThat(back.shares(100, NOW)).isEqualTo(queue.shares(100, NOW));
    }

    @Test
    void firstFreezeOfAnEmptyAccountDoesNotWait() {
        assertThat(limited(60).share(first, 0, NOW)).hasValueSatisfying(share -> {
            assertThat(share).isEqualTo(new Share(0, false, Ahead.NOTHING));
            assertThat(share.isWaiting()).isFalse();
        });
    }

    @Test
    void fullFreezeHoldsAllAndEveryoneBehindItWaits() {
        FreezeQueue queue = FreezeQueue.EMPTY
                .with(first, Optional.empty())
                .with(second, Optional.of(1L))
                .with(third, Optional.empty());

        assertThat(queue.share(first, 100, NOW)).contains(new Share(100, true, Ahead.NOTHING));
        assertThat(queue.share(first, 0, NOW)).contains(new Share(0, true, Ahead.NOTHING));
        assertThat(queue.share(second, 100, NOW)).contains(new Share(0, false, Ahead.FULL));
        assertThat(queue.share(third, 100, NOW)).contains(new Share(0, false, Ahead.FULL));
        assertThat(queue.isFull(NOW)).isTrue();
    }

    @Test
    void fullFreezeBehindALimitedOneHoldsTheRest() {
        FreezeQueue queue = limited(60).with(second, Optional.empty());

        assertThat(queue.share(first, 100, NOW)).contains(new Share(60, true, Ahead.NOTHING));
        assertThat(queue.share(second, 100, NOW)).contains(new Share(40, false, Ahead.LIMITED));
    }

    @Test
    void whatEndsMakesRoom() {
        FreezeQueue queue = FreezeQueue.EMPTY.with(first, Optional.empty()).with(second, Optional.of(40L));

        assertThat(queue.share(second, 100, END.minusNanos(1))).contains(new Share(0, false, Ahead.FULL));
        first.renew(END.plusSeconds(1));
        second.renew(END.plusSeconds(2));
        assertThat(queue.share(second, 100, END)).contains(new Share(0, false, Ahead.FULL));
        assertThat(queue.share(first, 100, END.plusSeconds(1))).isEmpty();
        assertThat(queue.share(second, 100, END.plusSeconds(1))).contains(new Share(40, true, Ahead.NOTHING));

        FreezeQueue lifted = limited(60).with(third, Optional.of(60L));
        first.renew(END);
        first.lift();
        assertThat(lifted.share(third, 70, NOW)).contains(new Share(60, true, Ahead.NOTHING));
    }

    @Test
    void whatARaiseAddsStandsBehindTheOthers() {
        FreezeQueue queue = limited(60).with(second, Optional.of(40L)).changed(first, 80);

        assertThat(queue.share(first, 100, NOW)).contains(new Share(60, false, Ahead.NOTHING));
        assertThat(queue.share(second, 100, NOW)).contains(new Share(40, true, Ahead.LIMITED));
        assertThat(queue.share(first, 120, NOW)).contains(new Share(80, true, Ahead.NOTHING));
    }

    @Test
    void whatAReductionTakesAwayGoesToTheNext() {
        FreezeQueue queue = limited(60).with(second, Optional.of(60L)).changed(first, 30);

        assertThat(queue.share(first, 100, NOW)).contains(new Share(30, true, Ahead.NOTHING));
        assertThat(queue.share(second, 100, NOW)).contains(new Share(60, true, Ahead.LIMITED));
        FreezeQueue raisedAndReduced = limited(60).changed(first, 80).changed(first, 60);
        assertThat(raisedAndReduced.slices()).hasSize(1);
    }

    @Test
    void changedFullFreezeIsALimitedOneInItsPlace() {
        FreezeQueue queue = FreezeQueue.EMPTY
                .with(first, Optional.empty())
                .with(second, Optional.of(60L))
                .changed(first, 50);

        assertThat(queue.share(first, 100, NOW)).contains(new Share(50, true, Ahead.NOTHING));
        assertThat(queue.share(second, 100, NOW)).contains(new Share(50, false, Ahead.LIMITED));
        assertThat(queue.isFull(NOW)).isFalse();
    }

    private FreezeQueue limited(long fen) {
        return FreezeQueue.EMPTY.with(first, Optional.of(fen));
    }

    private static Freeze freeze(String id) {
        return new Freeze(id, END, Optional.empty());
    }
}
