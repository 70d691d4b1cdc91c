package org.stoppayment.freeze.amendments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.amendments.domain.AmendmentEvent.Kind;
import org.stoppayment.freeze.orders.domain.ExpectedTransitions;

/** Every state with every event, against a table that was written from the domain's rules and not from the code. */
class AmendmentTransitionsTest {

    private static final String EXPECTED = """
                       | QUEUED   SENDING  ACCEPTED IN_DOUBT DONE DECLINED
            SENT       | SENDING  x        x        x        x    x
            NOT_SENT   | -        QUEUED   -        -        -    -
            TAKEN      | -        ACCEPTED -        ACCEPTED -    -
            UNANSWERED | -        IN_DOUBT -        -        -    -
            OVERDUE    | x        IN_DOUBT IN_DOUBT x        x    x
            NOT_KNOWN  | -        -        -        QUEUED   -    -
            CONFIRMED  | DONE     DONE     DONE     DONE     -    DONE
            DECLINED   | DECLINED DECLINED DECLINED DECLINED -    -
            UNCLEAR    | -        IN_DOUBT IN_DOUBT -        -    -
            WITHDRAWN  | DECLINED x        x        x        x    x
            """;

    private final ExpectedTransitions<AmendmentState, Kind> expected =
            new ExpectedTransitions<>(AmendmentState.class, Kind.class, EXPECTED);

    @TestFactory
    Stream<DynamicTest> everyEventDoesInEveryStateWhatTheRulesSay() {
        return expected.tests((from, kind) -> {
            Optional<AmendmentState> next = AmendmentSamples.amendment(from, 0)
                    .after(AmendmentEvent.of(kind))
                    .map(StopAmendment::state);
            assertThat(AmendmentTransitions.target(from, kind)).isEqualTo(next);
            return next;
        });
    }

    @ParameterizedTest
    @EnumSource(AmendmentState.class)
    void everyStateCanBeEntered(AmendmentState state) {
        assertThat(expected.leadingTo(state)).isNotEmpty();
    }

    @Test
    void onlyTheInstitutionsWordMakesItDone() {
        assertThat(expected.leadingTo(AmendmentState.DONE)).containsOnly(Kind.CONFIRMED);
    }

    @Test
    void whatIsDoneNeverMovesAgain() {
        assertThat(Arrays.stream(Kind.values()).map(kind -> AmendmentTransitions.target(AmendmentState.DONE, kind)))
                .containsOnly(Optional.empty());
    }
}
