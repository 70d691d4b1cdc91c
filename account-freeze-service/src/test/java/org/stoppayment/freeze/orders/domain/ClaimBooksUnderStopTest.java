package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.orders.domain.Samples.ACCOUNT;
import static org.stoppayment.freeze.orders.domain.Samples.NOON;
import static org.stoppayment.freeze.orders.domain.Samples.ORDER;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.books.domain.FundsMovement;
import org.stoppayment.freeze.books.domain.FundsMovement.Cause;
import org.stoppayment.freeze.books.domain.FundsMovement.Position;
import org.stoppayment.kernel.Money;

class ClaimBooksUnderStopTest {

    @Test
    void heldIsNoMoreThanTheBalanceAndNoMoreThanTheTaint() {
        assertThat(inEffect(300).applyTo(reported(1000)).held()).isEqualTo(Money.ofFen(300));
        assertThat(inEffect(300).applyTo(reported(200)).held()).isEqualTo(Money.ofFen(200));
    }

    @Test
    void moneyFollowsItsStopFromHeldToLapsed() {
        ClaimBooks held = inEffect(300).applyTo(reported(1000));
        ClaimBooks lapsed = new StopOrderState.Lapsed(stop(300)).applyTo(held);

        assertThat(held.movementsTo(lapsed, ACCOUNT, Optional.of(ORDER)))
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved.from()).isEqualTo(Position.HELD);
                    assertThat(moved.to()).isEqualTo(Position.LAPSED);
                    assertThat(moved.amount()).isEqualTo(Money.ofFen(300));
                    assertThat(moved.cause()).isEqualTo(Cause.STOP_LAPSED);
                    assertThat(moved.applicationId()).contains(ORDER);
                });
    }

    @Test
    void stopThatWasLiftedOrTakenOverHoldsNothing() {
        ClaimBooks held = inEffect(300).applyTo(reported(1000));

        assertThat(new StopOrderState.Frozen(stop(300)).applyTo(held).lifted()).isEqualTo(Money.ofFen(300));
        assertThat(new StopOrderState.Frozen(stop(300)).applyTo(held).held()).isEqualTo(Money.ZERO);
        assertThat(new StopOrderState.Lifted(stop(300)).applyTo(held).lifted()).isEqualTo(Money.ofFen(300));
        assertThat(new StopOrderState.Lifted(stop(300)).applyTo(held).held()).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "SENDING", "ACCEPTED", "IN_DOUBT", "MANUAL", "DECLINED", "HELD_BY_OTHER"})
    void underAnOrderThatNeverTookEffectNothingIsHeldNorWas(Phase phase) {
        ClaimBooks books = held(1000, 300, 200, 100);

        assertThat(Samples.state(phase).applyTo(books)).isEqualTo(reported(1000));
    }

    @Test
    void movementsLeadToTheTargetAndLoseNoFen() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long tainted = random.nextLong(0, 5000);
            ClaimBooks before = books(tainted, random);
            ClaimBooks after = books(tainted, random);
            Map<Position, Long> expected = positions(after);

            List<FundsMovement> movements = before.movementsTo(after, ACCOUNT, Optional.of(ORDER));

            assertThat(movements).as("seed %d, step %d", seed, i).allMatch(moved -> !moved.amount()
                    .isZero());
            Map<Position, Long> actual = positions(before);
            movements.forEach(moved -> {
                actual.merge(moved.from(), -moved.amount().fen(), Math::addExact);
                actual.merge(moved.to(), moved.amount().fen(), Math::addExact);
            });
            assertThat(actual).as("seed %d, step %d", seed, i).isEqualTo(expected);
            assertThat(actual.values().stream().mapToLong(Long::longValue).sum())
                    .as("seed %d, step %d", seed, i)
                    .isEqualTo(tainted);
        }
    }

    @Test
    void sumThatShrankBelowWhatIsHeldGoesBackToUnknown() {
        // What a correction leaves: 1000 were held, and only 400 were ever tainted.
        ClaimBooks books = held(400, 1000, 0, 0);

        List<FundsMovement> movements = books.movementsTo(inEffect(5000).applyTo(books), ACCOUNT, Optional.of(ORDER));

        assertThat(movements).singleElement().satisfies(moved -> {
            assertThat(moved.from()).isEqualTo(Position.HELD);
            assertThat(moved.to()).isEqualTo(Position.UNKNOWN);
            assertThat(moved.amount()).isEqualTo(Money.ofFen(600));
        });
    }

    private static ClaimBooks books(long tainted, Random random) {
        long held = random.nextLong(0, tainted + 1);
        long lapsed = random.nextLong(0, tainted - held + 1);
        long lifted = random.nextLong(0, tainted - held - lapsed + 1);
        return held(tainted, held, lapsed, lifted);
    }

    private static Map<Position, Long> positions(ClaimBooks books) {
        Map<Position, Long> positions = new EnumMap<>(Position.class);
        positions.put(Position.HELD, books.held().fen());
        positions.put(Position.LAPSED, books.lapsed().fen());
        positions.put(Position.LIFTED, books.lifted().fen());
        positions.put(
                Position.UNKNOWN,
                books.tainted().fen()
                        - books.held().fen()
                        - books.lapsed().fen()
                        - books.lifted().fen());
        return positions;
    }

    private static ClaimBooks held(long reported, long held, long lapsed, long lifted) {
        return new ClaimBooks(
                Money.ofFen(reported),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ofFen(held),
                Money.ZERO,
                Money.ofFen(lapsed),
                Money.ofFen(lifted),
                Money.ZERO);
    }

    private static ClaimBooks reported(long fen) {
        return ClaimBooks.reported(Money.ofFen(fen));
    }

    private static StopOrderState inEffect(long balance) {
        return new StopOrderState.InEffect(stop(balance));
    }

    private static Stop stop(long balance) {
        return new Stop(NOON, NOON.plusSeconds(1), Money.ofFen(balance));
    }
}
