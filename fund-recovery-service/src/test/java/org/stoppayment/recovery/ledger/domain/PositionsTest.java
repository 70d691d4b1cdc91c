package org.stoppayment.recovery.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.stoppayment.recovery.ledger.domain.Examples.CARD;
import static org.stoppayment.recovery.ledger.domain.Examples.move;
import static org.stoppayment.recovery.ledger.domain.Examples.positions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {

    @ParameterizedTest
    @CsvSource({
        "1,0,0,0,0,0,0,0",
        "0,1,0,0,0,0,0,0",
        "0,0,1,0,0,0,0,0",
        "0,0,0,1,0,0,0,0",
        "0,0,0,0,1,0,0,0",
        "0,0,0,0,0,1,0,0",
        "0,0,0,0,0,0,1,0",
        "0,0,0,0,0,0,0,1",
        "100,50,25,25,1,0,0,0",
        "100,50,25,25,1,1,-3,0",
        "-1,0,0,0,1,0,0,0"
    })
    void unbalancedPositionsAreRefused(
            long reported, long held, long lapsed, long lifted, long unknown, long onward, long cash, long merchant) {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> new Positions(reported, held, lapsed, lifted, unknown, onward, cash, merchant, 0, 0, 0))
                .withMessageContaining("reportedFen: " + reported);
    }

    @Test
    void movementsFromReportedIncreaseReportedAndTheTargetPosition() {
        Positions positions = Positions.NONE
                .after(move(CARD, Position.REPORTED, Position.UNKNOWN, 14_000_000))
                .after(move(CARD, Position.UNKNOWN, Position.HELD, 9_000_000))
                .after(move(CARD, Position.HELD, Position.LAPSED, 4_000_000))
                .after(move(CARD, Position.HELD, Position.LIFTED, 3_000_000));
        assertThat(positions).isEqualTo(positions(14_000_000, 2_000_000, 4_000_000, 3_000_000, 5_000_000));
    }

    @Test
    void tracedMoneyIsOnwardCashOrMerchant() {
        Positions positions = Positions.NONE
                .after(move(CARD, Position.REPORTED, Position.UNKNOWN, 100))
                .after(move(CARD, Position.UNKNOWN, Position.ONWARD, 50))
                .after(move(CARD, Position.UNKNOWN, Position.CASH, 20))
                .after(move(CARD, Position.UNKNOWN, Position.MERCHANT, 10));
        assertThat(positions).isEqualTo(new Positions(100, 0, 0, 0, 20, 50, 20, 10, 0, 0, 0));
    }

    @Test
    void moneyThatAFreezeTakesOverIsFrozenUntilTheFreezeEnds() {
        Positions frozen = Positions.NONE
                .after(move(CARD, Position.REPORTED, Position.UNKNOWN, 100))
                .after(move(CARD, Position.UNKNOWN, Position.HELD, 80))
                .after(move(CARD, Position.HELD, Position.FROZEN, 60))
                .after(move(CARD, Position.HELD, Position.LIFTED, 20));
        assertThat(frozen).isEqualTo(new Positions(100, 0, 0, 20, 20, 0, 0, 0, 0, 60, 0));
        assertThat(frozen.after(move(CARD, Position.FROZEN, Position.LAPSED, 60)))
                .isEqualTo(new Positions(100, 0, 60, 20, 20, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void moneyThatIsPaidBackOutOfAFreezeIsReturned() {
        Positions paid = Positions.NONE
                .after(move(CARD, Position.REPORTED, Position.UNKNOWN, 100))
                .after(move(CARD, Position.UNKNOWN, Position.FROZEN, 80))
                .after(move(CARD, Position.FROZEN, Position.RETURNED, 60))
                .after(move(CARD, Position.RETURNED, Position.FROZEN, 10));
        assertThat(paid).isEqualTo(new Positions(100, 0, 0, 0, 20, 0, 0, 0, 0, 30, 50));
    }

    @Test
    void moneyFromAnotherAccountMakesOnwardNegative() {
        Positions positions = Positions.NONE
                .after(move(CARD, Position.ONWARD, Position.UNKNOWN, 50))
                .after(move(CARD, Position.UNKNOWN, Position.HELD, 50));
        assertThat(positions).isEqualTo(new Positions(0, 50, 0, 0, 0, -50, 0, 0, 0, 0, 0));
    }

    @Test
    void moneyTracedFromAHeldBalanceIsNoLongerHeld() {
        Positions positions = Positions.NONE
                .after(move(CARD, Position.REPORTED, Position.UNKNOWN, 100))
                .after(move(CARD, Position.UNKNOWN, Position.HELD, 100))
                .after(move(CARD, Position.HELD, Position.CASH, 40));
        assertThat(positions).isEqualTo(new Positions(100, 60, 0, 0, 0, 0, 40, 0, 0, 0, 0));
    }

    @Test
    void ninetyMaximumMovementsFitInALong() {
        Positions positions = Positions.NONE;
        for (int i = 0; i < 90; i++) {
            positions = positions.after(move(CARD, Position.REPORTED, Position.UNKNOWN, Movement.MAX_FEN));
        }
        assertThat(positions.reportedFen()).isEqualTo(9_000_000_000_000_000_000L);
    }

    @Test
    void correctionReducesReported() {
        Positions positions = Positions.NONE
                .after(move(CARD, Position.REPORTED, Position.UNKNOWN, 100))
                .after(move(CARD, Position.UNKNOWN, Position.REPORTED, 30));
        assertThat(positions).isEqualTo(positions(70, 0, 0, 0, 70));
    }

    @Test
    void heldBeforeReportedMakesUnknownNegative() {
        Positions early = Positions.NONE.after(move(CARD, Position.UNKNOWN, Position.HELD, 100));
        assertThat(early).isEqualTo(positions(0, 100, 0, 0, -100));
        assertThat(early.after(move(CARD, Position.REPORTED, Position.UNKNOWN, 100)))
                .isEqualTo(positions(100, 100, 0, 0, 0));
    }

    @Test
    void sumsThatOverflowThrow() {
        Positions full = positions(Long.MAX_VALUE, Long.MAX_VALUE, 0, 0, 0);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.plus(positions(1, 1, 0, 0, 0)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> full.after(move(CARD, Position.REPORTED, Position.HELD, 1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> positions(0, Long.MAX_VALUE, 1, 0, 0));
    }
}
