package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceExceptionTest {

    private static final Violation AMOUNT =
            new Violation("transfers[0].amountFen", "OUT_OF_RANGE", "value: -5 (expected: 1..10^13)");
    private static final Violation REQUEST_ID =
            new Violation("requestId", "REQUIRED", "value: none (expected: a UUID)");

    @Test
    void invalidInputHasEveryViolation() {
        var one = new ServiceException.InvalidInput(List.of(AMOUNT));
        var two = new ServiceException.InvalidInput(List.of(AMOUNT, REQUEST_ID));
        assertThat(one).hasMessage("transfers[0].amountFen: value: -5 (expected: 1..10^13)");
        assertThat(two).hasMessageEndingWith(" and 1 more");
        assertThat(two.violations()).containsExactly(AMOUNT, REQUEST_ID);
    }

    @Test
    void violationsAreCopied() {
        List<Violation> found = new ArrayList<>(List.of(AMOUNT));
        var invalid = new ServiceException.InvalidInput(found);
        found.add(REQUEST_ID);
        assertThat(invalid.violations()).containsExactly(AMOUNT);
    }

    @Test
    void refusalHasItsCode() {
        assertThat(new ServiceException.Refusal("REQUEST_ID_REUSED", "the id was used before").code())
                .isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void notFoundHasNameAndId() {
        assertThat(new ServiceException.NotFound("case", "0193a000")).hasMessageStartingWith("case: 0193a000 ");
    }
}
