package org.stoppayment.freeze.queries.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.orders.domain.ExpectedTransitions;
import org.stoppayment.freeze.queries.domain.QueryEvent.Kind;

/** Every state with every event, against a table that was written from the rules and not from the code. */
class QueryTransitionsTest {

    private static final String EXPECTED = """
                         | QUEUED   SENDING  ACCEPTED IN_DOUBT ANSWERED DECLINED MANUAL
            SENT         | SENDING  x        x        x        x        x        x
            NOT_SENT     | -        QUEUED   -        -        -        -        -
            TAKEN        | -        ACCEPTED -        ACCEPTED -        -        -
            UNANSWERED   | -        IN_DOUBT -        -        -        -        -
            OVERDUE      | x        IN_DOUBT IN_DOUBT x        x        x        x
            NOT_KNOWN    | -        -        -        QUEUED   -        -        -
            ANSWERED     | ANSWERED ANSWERED ANSWERED ANSWERED -        ANSWERED ANSWERED
            DECLINED     | DECLINED DECLINED DECLINED DECLINED -        -        DECLINED
            UNCLEAR      | -        IN_DOUBT IN_DOUBT -        -        -        -
            NEEDS_PERSON | MANUAL   MANUAL   MANUAL   MANUAL   -        -        -
            BUDGET_SPENT | x        x        x        MANUAL   x        x        x
            CALLED_OFF   | DECLINED x        x        x        x        x        x
            """;

    private final ExpectedTransitions<QueryState, Kind> expected =
            new ExpectedTransitions<>(QueryState.class, Kind.class, EXPECTED);

    @TestFactory
    Stream<DynamicTest> everyEventDoesInEveryStateWhatTheRulesSay() {
        return expected.tests(QueryTransitions::next);
    }

    @ParameterizedTest
    @EnumSource(QueryState.class)
    void everyStateCanBeEntered(QueryState state) {
        assertThat(expected.leadingTo(state)).isNotEmpty();
    }

    @Test
    void onlyTheInstitutionsWordAnswersAQuery() {
        assertThat(expected.leadingTo(QueryState.ANSWERED)).containsOnly(Kind.ANSWERED);
    }
}
