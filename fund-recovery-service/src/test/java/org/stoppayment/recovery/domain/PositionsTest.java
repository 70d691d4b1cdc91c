package org.stoppayment.recovery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.stoppayment.recovery.domain.Examples.CARD;
import static org.stoppayment.recovery.domain.Examples.move;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {

    @ParameterizedTest
    @CsvSource({"1,0,0,0,0", "0,1,0,0,0", "0,0,1,0,0", "0,0,0,1,0", "0,0,0,0,1", "100,50,25,25,1", "-1,0,0,0,1"})
    void booksThatDoNotAddUpCannotExist(long reported, long held, long lapsed, long lifted, long unknown) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Positions(reported, held, lapsed, lifted, unknown))
                .withMessageContaining("reportedFen: " + reported);
    }

    @Test
    void whatLeavesReportedWasReportedAndEveryOtherPositionHoldsWhatEnteredIt() {
        Positions positions = Positions.NONE
                .after(move(CARD, Position.REPORTED, Position.UNKNOWN, 14_000_000))
                .after(move(CARD, Position.UNKNOWN, Position.HELD, 9_000_000))
                .after(move(CARD, Position.HELD, Position.LAPSED, 4_000_000))
                .after(move(CARD, Position.HELD, Position.LIFTED, 3_000_000));
        assertThat(positions).isEqualTo(new Positions(14_000_000, 2_000_000, 4_000_000, 3_000_000, 5_000_000));
    }

    @Test
    void aCorrectionTakesBackWhatWasReported() {
        Positions positions = Positions.NONE
                .after(move(CARD, Position.REPORTED, Position.UNKNOWN, 100))
                .after(move(CARD, Position.UNKNOWN, Position.REPORTED, 30));
        assertThat(positions).isEqualTo(new Positions(70, 0, 0, 0, 70));
    }

    @Test
    void heldBeforeReportedMakesUnknownNegativeForAWhile() {
        Positions early = Positions.NONE.after(move(CARD, Position.UNKNOWN, Position.HELD, 100));
        assertThat(early).isEqualTo(new Positions(0, 100, 0, 0, -100));
        assertThat(early.after(move(CARD, Position.REPORTED, Position.UNKNOWN, 100)))
                .isEqualTo(new Positions(100, 100, 0, 0, 0));
    }

    @Test
    void sumsThatOverflowThrow() {
        Positions full = new Positions(Long.MAX_VALUE, Long.MAX_VALUE, 0, 0, 0);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.plus(new Positions(1, 1, 0, 0, 0)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> full.after(move(CARD, Position.REPORTED, Position.HELD, 1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Positions(0, Long.MAX_VALUE, 1, 0, 0));
    }
}
