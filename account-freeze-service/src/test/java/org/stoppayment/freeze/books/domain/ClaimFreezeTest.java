package org.stoppayment.freeze.books.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.freeze.books.domain.FundsMovement.Cause;
import org.stoppayment.freeze.books.domain.FundsMovement.Position;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;

/** 1000 fen of a case are on an account. */
class ClaimFreezeTest {

    private static final AccountRef ACCOUNT =
            new AccountRef("102100099996", "6222020000000000018", "某甲", AccountKind.BANK_PERSONAL);
    private static final Optional<ApplicationId> ORDER =
            Optional.of(ApplicationId.of("0195518a-0000-7000-8000-000000000001"));

    @ParameterizedTest(name = "freeze of {0}; by the stop held {1}, lapsed {2}, lifted {3}")
    @CsvSource({
        // sum, by the stop: held, lapsed, lifted | held, frozen, lapsed, lifted, unknown
        "1000,    0,   0, 1000,                     0,   1000,   0,   0,   0",
        " 600,    0,   0, 1000,                     0,    600,   0, 400,   0",
        " 600,    0,   0,  500,                     0,    600,   0,   0, 400",
        " 600,    0, 800,    0,                     0,    600, 200,   0, 200",
        "   0,    0,   0,  700,                     0,      0,   0, 700, 300",
        "5000,    0,   0,  300,                     0,   1000,   0,   0,   0",
        " 600, 1000,   0,    0,                   400,    600,   0,   0,   0",
        " 600,  200,   0,    0,                     0,    600,   0,   0, 400",
        " 600,    0,   0,    0,                     0,    600,   0,   0, 400"
    })
    void freezeHoldsItsSumAndAStopCountsForTheRest(
            long sum,
            long stopHeld,
            long stopLapsed,
            long stopLifted,
            long held,
            long frozen,
            long lapsed,
            long lifted,
            long unknown) {
        ClaimBooks books = inEffect(sum).applyTo(books(1000, stopHeld, 0, stopLapsed, stopLifted));

        assertThat(books).isEqualTo(books(1000, held, frozen, lapsed, lifted));
        assertThat(books.unknown()).isEqualTo(Money.ofFen(unknown));
    }

    @ParameterizedTest(name = "freeze of {1} that was {0}; by the stop held {2}, lapsed {3}, lifted {4}")
    @CsvSource({
        "LIFTED,  600,   0,   0, 1000,                0,   0, 1000",
        "LAPSED,  600,   0,   0, 1000,                0, 600,  400",
        "LIFTED,  600,   0, 800,    0,                0, 200,  600",
        "LAPSED, 5000,   0,   0,  300,                0, 1000,   0",
        "LAPSED,  600,   0,   0,    0,                0, 600,    0",
        // stopped again: what the new stop holds is held
        "LIFTED,  600, 400,   0,    0,              400,   0,  200",
        "LAPSED,  600, 900,   0,    0,              900,   0,    0"
    })
    void freezeThatEndedHoldsNothing(
            ClaimFreeze.End end,
            long sum,
            long stopHeld,
            long stopLapsed,
            long stopLifted,
            long held,
            long lapsed,
            long lifted) {
        ClaimFreeze freeze = new ClaimFreeze(Money.ofFen(sum), Money.ZERO, Optional.of(end));

        assertThat(freeze.applyTo(books(1000, stopHeld, 0, stopLapsed, stopLifted)))
                .isEqualTo(books(1000, held, 0, lapsed, lifted));
    }

    @Test
    void freezeHoldsNoMoreThanIsLeftOnTheAccount() {
        ClaimBooks withdrawn = ClaimBooks.reported(Money.ofFen(1000))
                .traced(Money.ZERO, Money.ZERO, Money.ofFen(700), Money.ZERO, Money.ZERO);

        ClaimBooks books = inEffect(500).applyTo(withdrawn);

        assertThat(books.frozen()).isEqualTo(Money.ofFen(300));
        assertThat(books.isConserved()).isTrue();
    }

    @ParameterizedTest(name = "freeze of {0}, {1} paid back; by the stop held {2}, lapsed {3}, lifted {4}")
    @CsvSource({
        // sum, returned, by the stop: held, lapsed, lifted | held, frozen, lapsed, lifted, returned, unknown
        " 700,  300,    0,   0, 1000,                     0,    700,   0,   0,  300,   0",
        "   0, 1000,    0,   0, 1000,                     0,      0,   0,   0, 1000,   0",
        " 500,  100,    0,   0, 1000,                     0,    500,   0, 400,  100,   0",
        " 500,  100,    0, 800,    0,                     0,    500, 200,   0,  100, 200",
        " 500,  100, 1000,   0,    0,                   400,    500,   0,   0,  100,   0",
        // more than is there: what is still held comes first
        " 900,  300,    0,   0,    0,                     0,    900,   0,   0,  100,   0",
        "   0, 1500,    0,   0,    0,                     0,      0,   0,   0, 1000,   0"
    })
    void whatWasPaidBackIsFrozenNoMoreAndNotLiftedEither(
            long sum,
            long returned,
            long stopHeld,
            long stopLapsed,
            long stopLifted,
            long held,
            long frozen,
            long lapsed,
            long lifted,
            long paid,
            long unknown) {
        ClaimBooks books = inEffect(sum, returned).applyTo(books(1000, stopHeld, 0, stopLapsed, stopLifted));

        assertThat(books).isEqualTo(books(1000, held, frozen, lapsed, lifted, paid));
        assertThat(books.unknown()).isEqualTo(Money.ofFen(unknown));
    }

    @ParameterizedTest
    @CsvSource({"LIFTED, 0, 700", "LAPSED, 700, 0"})
    void whatWasPaidBackStaysSoWhenTheRestIsHeldNoMore(ClaimFreeze.End end, long lapsed, long lifted) {
        ClaimFreeze freeze = new ClaimFreeze(Money.ofFen(700), Money.ofFen(300), Optional.of(end));

        assertThat(freeze.applyTo(books(1000, 0, 0, 0, 1000))).isEqualTo(books(1000, 0, 0, lapsed, lifted, 300));
    }

    @Test
    void moneyThatIsListedAsBackWithTheVictimIsNotCountedTwice() {
        ClaimBooks listed = ClaimBooks.reported(Money.ofFen(1000))
                .traced(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ofFen(300));

        ClaimBooks books = inEffect(700, 300).applyTo(listed);

        assertThat(books.frozen()).isEqualTo(Money.ofFen(700));
        assertThat(books.returned()).isEqualTo(Money.ZERO);
        assertThat(books.unknown()).isEqualTo(Money.ZERO);
    }

    @Test
    void movementsSayThatARefundWasPaidCameBackAndWasPaidAfterTheLift() {
        ClaimBooks underStop = books(1000, 0, 0, 0, 1000);
        ClaimBooks frozen = inEffect(1000).applyTo(underStop);
        ClaimBooks paid = inEffect(700, 300).applyTo(underStop);
        ClaimBooks lifted =
                new ClaimFreeze(Money.ofFen(1000), Money.ZERO, Optional.of(ClaimFreeze.End.LIFTED)).applyTo(underStop);
        ClaimBooks liftedAndPaid = new ClaimFreeze(
                        Money.ofFen(700), Money.ofFen(300), Optional.of(ClaimFreeze.End.LIFTED))
                .applyTo(underStop);

        assertThat(moved(frozen, paid)).containsExactly(move(Cause.REFUNDED, Position.FROZEN, Position.RETURNED, 300));
        assertThat(moved(paid, frozen))
                .containsExactly(move(Cause.REFUND_CAME_BACK, Position.RETURNED, Position.FROZEN, 300));
        assertThat(moved(lifted, liftedAndPaid))
                .containsExactly(move(Cause.REFUNDED, Position.LIFTED, Position.RETURNED, 300));
        assertThat(moved(liftedAndPaid, lifted))
                .containsExactly(move(Cause.REFUND_CAME_BACK, Position.RETURNED, Position.LIFTED, 300));
    }

    @Test
    void movementsSayThatAFreezeTookOverHoldsLessAndEnded() {
        ClaimBooks held = books(1000, 1000, 0, 0, 0);
        ClaimBooks frozen = inEffect(800).applyTo(books(1000, 0, 0, 0, 1000));
        ClaimBooks less = inEffect(500).applyTo(books(1000, 0, 0, 0, 1000));
        ClaimBooks lapsed = new ClaimFreeze(Money.ofFen(500), Money.ZERO, Optional.of(ClaimFreeze.End.LAPSED))
                .applyTo(books(1000, 0, 0, 0, 1000));

        assertThat(moved(held, frozen))
                .containsExactly(
                        move(Cause.STOP_LIFTED, Position.HELD, Position.LIFTED, 200),
                        move(Cause.FREEZE_IN_EFFECT, Position.HELD, Position.FROZEN, 800));
        assertThat(moved(frozen, less))
                .containsExactly(move(Cause.FREEZE_LIFTED, Position.FROZEN, Position.LIFTED, 300));
        assertThat(moved(less, lapsed))
                .containsExactly(move(Cause.FREEZE_LAPSED, Position.FROZEN, Position.LAPSED, 500));
        assertThat(moved(lapsed, held))
                .containsExactlyInAnyOrder(
                        move(Cause.STOP_IN_EFFECT, Position.LIFTED, Position.HELD, 500),
                        move(Cause.STOP_IN_EFFECT, Position.LAPSED, Position.HELD, 500));
    }

    @Test
    void noFenIsLostOrMadeByAnySequenceOfFreezes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            long tainted = random.nextLong(0, 3000);
            ClaimBooks books = ClaimBooks.reported(Money.ofFen(tainted));
            Map<Position, Long> recovery = positions(books);
            for (int step = 0; step < 6; step++) {
                ClaimBooks next = random(books, random);
                for (FundsMovement moved : moved(books, next)) {
                    recovery.merge(moved.from(), -moved.amount().fen(), Math::addExact);
                    recovery.merge(moved.to(), moved.amount().fen(), Math::addExact);
                }
                assertThat(next.isConserved()).as("seed %d, %s", seed, next).isTrue();
                assertThat(recovery).as("seed %d, %s", seed, next).isEqualTo(positions(next));
                assertThat(recovery.values()).as("seed %d, %s", seed, next).allMatch(fen -> fen >= 0);
                books = next;
            }
        }
    }

    /** What a random stop and a random freeze make of the books; cash may have left meanwhile. */
    private static ClaimBooks random(ClaimBooks books, Random random) {
        long tainted = books.tainted().fen();
        ClaimBooks traced = books.traced(
                Money.ZERO, Money.ZERO, Money.ofFen(random.nextLong(0, tainted + 1)), Money.ZERO, Money.ZERO);
        Money sum = Money.ofFen(random.nextLong(0, 4000)).min(traced.remaining());
        List<ClaimBooks> underStop = List.of(
                traced.underNone(),
                traced.holding(sum, Money.ZERO, Money.ZERO),
                traced.holding(Money.ZERO, sum, Money.ZERO),
                traced.holding(Money.ZERO, Money.ZERO, sum));
        List<Optional<ClaimFreeze.End>> ends = new ArrayList<>(List.of(Optional.empty()));
        for (ClaimFreeze.End end : ClaimFreeze.End.values()) {
            ends.add(Optional.of(end));
        }
        return new ClaimFreeze(
                        Money.ofFen(random.nextLong(0, 4000)),
                        Money.ofFen(random.nextLong(0, 2000)),
                        ends.get(random.nextInt(ends.size())))
                .applyTo(underStop.get(random.nextInt(underStop.size())));
    }

    private static Map<Position, Long> positions(ClaimBooks books) {
        Map<Position, Long> positions = new EnumMap<>(Position.class);
        positions.put(Position.CASH, books.cash().fen());
        positions.put(Position.HELD, books.held().fen());
        positions.put(Position.FROZEN, books.frozen().fen());
        positions.put(Position.LAPSED, books.lapsed().fen());
        positions.put(Position.LIFTED, books.lifted().fen());
        positions.put(Position.RETURNED, books.returned().fen());
        positions.put(Position.UNKNOWN, books.unknown().fen());
        return positions;
    }

    private static List<FundsMovement> moved(ClaimBooks before, ClaimBooks after) {
        return before.movementsTo(after, ACCOUNT, ORDER);
    }

    private static FundsMovement move(Cause cause, Position from, Position to, long fen) {
        return new FundsMovement(ACCOUNT, ORDER, cause, from, to, Money.ofFen(fen));
    }

    private static ClaimFreeze inEffect(long fen) {
        return inEffect(fen, 0);
    }

    private static ClaimFreeze inEffect(long fen, long returned) {
        return new ClaimFreeze(Money.ofFen(fen), Money.ofFen(returned), Optional.empty());
    }

    private static ClaimBooks books(long reported, long held, long frozen, long lapsed, long lifted) {
        return books(reported, held, frozen, lapsed, lifted, 0);
    }

    private static ClaimBooks books(long reported, long held, long frozen, long lapsed, long lifted, long returned) {
        return ClaimBooks.reported(Money.ofFen(reported))
                .holding(
                        Money.ofFen(held),
                        Money.ofFen(frozen),
                        Money.ofFen(lapsed),
                        Money.ofFen(lifted),
                        Money.ofFen(returned));
    }
}
