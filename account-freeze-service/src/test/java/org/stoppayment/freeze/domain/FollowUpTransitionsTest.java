package org.stoppayment.freeze.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.domain.FollowUp.State;
import org.stoppayment.freeze.domain.FollowUpEvent.Kind;

/** Every state with every event, against a table that was written from the domain's rules and not from the code. */
class FollowUpTransitionsTest {

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

    private final ExpectedTransitions<State, Kind> expected =
            new ExpectedTransitions<>(State.class, Kind.class, EXPECTED);

    @TestFactory
    Stream<DynamicTest> everyEventDoesInEveryStateWhatTheRulesSay() {
        return expected.tests((from, kind) -> {
            Optional<State> next =
                    Samples.followUp(from, 0).after(FollowUpEvent.of(kind)).map(FollowUp::state);
            assertThat(FollowUpTransitions.target(from, kind)).isEqualTo(next);
            return next;
        });
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void everyStateCanBeEntered(State state) {
        assertThat(expected.leadingTo(state)).isNotEmpty();
    }

    @Test
    void onlyTheInstitutionsWordMakesItDone() {
        assertThat(expected.leadingTo(State.DONE)).containsOnly(Kind.CONFIRMED);
    }

    @Test
    void whatIsDoneNeverMovesAgain() {
        assertThat(Arrays.stream(Kind.values()).map(kind -> FollowUpTransitions.target(State.DONE, kind)))
                .containsOnly(Optional.empty());
    }
}
