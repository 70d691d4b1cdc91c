package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.orders.domain.StopOrderEvent.Kind;

/** Every state with every event, against a table that was written from the domain's rules and not from the code. */
class StopOrderTransitionsTest {

    private static final String EXPECTED = """
                         | QUEUED        SENDING       ACCEPTED      IN_DOUBT      MANUAL        IN_EFFECT FROZEN LAPSED LIFTED DECLINED HELD_BY_OTHER
            SENT         | SENDING       x             x             x             x             x         x      x      x      x        x
            NOT_SENT     | -             QUEUED        -             -             -             -         -      -      -      -        -
            TAKEN        | -             ACCEPTED      -             ACCEPTED      -             -         -      -      -      -        -
            UNANSWERED   | -             IN_DOUBT      -             -             -             -         -      -      -      -        -
            OVERDUE      | x             IN_DOUBT      IN_DOUBT      x             x             x         x      x      x      x        x
            NOT_KNOWN    | -             -             -             QUEUED        -             -         -      -      -      -        -
            CONFIRMED    | IN_EFFECT     IN_EFFECT     IN_EFFECT     IN_EFFECT     IN_EFFECT     -         -      -      -      IN_EFFECT IN_EFFECT
            DECLINED     | DECLINED      DECLINED      DECLINED      DECLINED      DECLINED      -         -      -      -      -        -
            HELD         | HELD_BY_OTHER HELD_BY_OTHER HELD_BY_OTHER HELD_BY_OTHER HELD_BY_OTHER -         -      -      -      -        -
            UNCLEAR      | -             IN_DOUBT      IN_DOUBT      -             -             -         -      -      -      -        -
            NEEDS_PERSON | MANUAL        MANUAL        MANUAL        MANUAL        -             -         -      -      -      -        -
            BUDGET_SPENT | x             x             x             MANUAL        x             x         x      x      x      x        x
            ROUTED       | x             x             x             x             QUEUED        x         x      x      x      x        x
            DISMISSED    | DECLINED      x             x             x             DECLINED      x         x      x      x      x        x
            TERM_ENDED   | x             x             x             x             x             LAPSED    -      -      -      x        x
            EXTENDED     | x             x             x             x             x             IN_EFFECT -      IN_EFFECT -      x        x
            LIFTED       | x             x             x             x             x             LIFTED    -      -      -      x        x
            FROZEN       | x             x             x             x             x             FROZEN    -      -      -      x        x
            """;

    private final ExpectedTransitions<Phase, Kind> expected =
            new ExpectedTransitions<>(Phase.class, Kind.class, EXPECTED);

    @TestFactory
    Stream<DynamicTest> everyEventDoesInEveryStateWhatTheRulesSay() {
        return expected.tests((from, kind) -> {
            Optional<Phase> next = StopOrderTransitions.next(Samples.state(from), Samples.event(kind))
                    .map(StopOrderState::phase);
            assertThat(StopOrderTransitions.target(from, kind)).isEqualTo(next);
            return next;
        });
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void everyStateCanBeEntered(Phase phase) {
        assertThat(expected.leadingTo(phase)).isNotEmpty();
    }

    @Test
    void onlyTheInstitutionsWordPutsAStopIntoEffect() {
        assertThat(expected.leadingTo(Phase.IN_EFFECT)).containsOnly(Kind.CONFIRMED, Kind.EXTENDED);
    }

    @Test
    void whatHasEndedMovesAgainOnlyWhereItsInstitutionSaysThatTheAccountIsStopped() {
        for (Phase phase : Phase.values()) {
            for (Kind kind : Kind.values()) {
                boolean extendedInTime = phase == Phase.LAPSED && kind == Kind.EXTENDED;
                boolean stoppedAfterANo =
                        (phase == Phase.DECLINED || phase == Phase.HELD_BY_OTHER) && kind == Kind.CONFIRMED;
                if (!phase.isLive() && !extendedInTime && !stoppedAfterANo) {
                    assertThat(StopOrderTransitions.target(phase, kind)).isEmpty();
                }
            }
        }
    }
}
