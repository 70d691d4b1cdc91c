package org.stoppayment.recovery.ledger.domain;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
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
    void sumsThatOverflowThrow() {
        Positions full = positions(Long.MAX_VALUE, Long.MAX_VALUE, 0, 0, 0);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.plus(positions(1, 1, 0, 0, 0)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> positions(0, Long.MAX_VALUE, 1, 0, 0));
    }
}
