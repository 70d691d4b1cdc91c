package org.stoppayment.freeze.holds.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.holds.domain.FreezeEvent.Kind;
import org.stoppayment.freeze.orders.domain.ExpectedTransitions;

/** Every state with every event, against a table that was written from the rules and not from the code. */
class FreezeTransitionsTest {

    private static final String EXPECTED = """
                         | REQUESTED SENDING   ACCEPTED  IN_DOUBT  IN_EFFECT   PARTIAL     WAITING     DECLINED  MANUAL    LIFTED AUTO_LIFTED RETURNED
            SENT         | SENDING   x         x         x         x           x           x           x         x         x      x           x
            NOT_SENT     | -         REQUESTED -         -         -           -           -           -         -         -      -           -
            TAKEN        | -         ACCEPTED  -         ACCEPTED  -           -           -           -         -         -      -           -
            UNANSWERED   | -         IN_DOUBT  -         -         -           -           -           -         -         -      -           -
            OVERDUE      | x         IN_DOUBT  IN_DOUBT  x         x           x           x           x         x         x      x           x
            NOT_KNOWN    | -         -         -         REQUESTED -           -           -           -         -         -      -           -
            HELD         | IN_EFFECT IN_EFFECT IN_EFFECT IN_EFFECT IN_EFFECT   IN_EFFECT   IN_EFFECT   IN_EFFECT IN_EFFECT -      -           -
            HELD_PARTLY  | PARTIAL   PARTIAL   PARTIAL   PARTIAL   -           PARTIAL     PARTIAL     PARTIAL   PARTIAL   -      -           -
            PUT_IN_LINE  | WAITING   WAITING   WAITING   WAITING   -           -           WAITING     WAITING   WAITING   -      -           -
            DECLINED     | DECLINED  DECLINED  DECLINED  DECLINED  -           -           DECLINED    -         DECLINED  -      -           -
            UNCLEAR      | -         IN_DOUBT  IN_DOUBT  -         -           -           -           -         -         -      -           -
            NEEDS_PERSON | MANUAL    MANUAL    MANUAL    MANUAL    -           -           -           -         -         -      -           -
            BUDGET_SPENT | x         x         x         MANUAL    x           x           x           x         x         x      x           x
            LIFTED       | LIFTED    x         x         x         LIFTED      LIFTED      LIFTED      x         x         -      -           -
            TERM_ENDED   | x         x         x         x         AUTO_LIFTED AUTO_LIFTED AUTO_LIFTED x         x         -      -           -
            RETURNED     | x         x         x         x         RETURNED    RETURNED    x           x         x         x      x           x
            CAME_BACK    | x         x         x         x         x           x           x           x         x         x      x           IN_EFFECT
            """;

    private final ExpectedTransitions<FreezeState, Kind> expected =
            new ExpectedTransitions<>(FreezeState.class, Kind.class, EXPECTED);

    @TestFactory
    Stream<DynamicTest> everyEventDoesInEveryStateWhatTheRulesSay() {
        return expected.tests(FreezeTransitions::next);
    }

    @ParameterizedTest
    @EnumSource(FreezeState.class)
    void everyStateButTheFirstCanBeEntered(FreezeState state) {
        assertThat(expected.leadingTo(state)).isNotEmpty();
    }

    @Test
    void onlyTheInstitutionsWordMakesItHoldMoney() {
        assertThat(expected.leadingTo(FreezeState.IN_EFFECT)).containsOnly(Kind.HELD, Kind.CAME_BACK);
        assertThat(expected.leadingTo(FreezeState.PARTIAL)).containsOnly(Kind.HELD_PARTLY);
    }

    @ParameterizedTest
    @EnumSource(
            value = FreezeState.class,
            names = {"LIFTED", "AUTO_LIFTED"})
    void whatHasEndedNeverMovesAgain(FreezeState ended) {
        assertThat(Stream.of(Kind.values()).map(kind -> FreezeTransitions.target(ended, kind)))
                .containsOnly(Optional.empty());
    }

    @Test
    void whatWasReturnedMovesOnlyWhenMoneyComesBack() {
        assertThat(Stream.of(Kind.values()).filter(kind -> FreezeTransitions.target(FreezeState.RETURNED, kind)
                        .isPresent()))
                .containsExactly(Kind.CAME_BACK);
    }
}
