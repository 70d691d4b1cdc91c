package org.stoppayment.freeze.objections.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.orders.domain.ExpectedTransitions;

/** Every state with every event, against a table that was written from the rules and not from the code. */
class ObjectionTransitionsTest {

    private static final String EXPECTED = """
                             | OPEN       RELEASING      RELEASE_FAILED DECIDED HOLD_ENDED
            SETTLED          | DECIDED    x              x              x       x
            RELEASE_DECIDED  | RELEASING  x              x              x       x
            RELEASED         | x          DECIDED        DECIDED        -       x
            RELEASE_DECLINED | x          RELEASE_FAILED -              -       x
            HOLD_ENDED       | HOLD_ENDED -              -              -       -
            """;

    private final ExpectedTransitions<ObjectionState, ObjectionEvent> expected =
            new ExpectedTransitions<>(ObjectionState.class, ObjectionEvent.class, EXPECTED);

    @TestFactory
    Stream<DynamicTest> everyEventDoesInEveryStateWhatTheRulesSay() {
        return expected.tests(ObjectionTransitions::next);
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionState.class,
            names = {"DECIDED", "HOLD_ENDED"})
    void whatIsClosedNeverMovesAgain(ObjectionState closed) {
        assertThat(closed.isClosed()).isTrue();
        assertThat(Stream.of(ObjectionEvent.values()).map(event -> ObjectionTransitions.target(closed, event)))
                .containsOnly(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"0, PROTECTION", "1, REPORTED_PAYMENT", "2, ONWARD_PAYMENT", "9, ONWARD_PAYMENT"})
    void reasonOfAStopIsHowTheMoneyCame(int level, HoldReason reason) {
        assertThat(HoldReason.ofLevel(level)).isEqualTo(reason);
    }
}
