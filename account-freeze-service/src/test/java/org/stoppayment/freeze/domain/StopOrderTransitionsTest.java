package org.stoppayment.freeze.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stoppayment.freeze.domain.StopOrderEvent.Kind;
import org.stoppayment.freeze.domain.StopOrderTransitions.IllegalTransition;

/** Every state with every event, against a table that was written from the domain's rules and not from the code. */
class StopOrderTransitionsTest {

    private static final String STALE = "-";
    private static final String REFUSED = "x";

    /** A phase: the order goes there. A dash: the event says nothing new. An x: it must not happen. */
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
            TERM_ENDED   | x             x             x             x             x             LAPSED    x      x      x      x        x
            EXTENDED     | x             x             x             x             x             IN_EFFECT -      IN_EFFECT -      x        x
            LIFTED       | x             x             x             x             x             LIFTED    x      -      -      x        x
            FROZEN       | x             x             x             x             x             FROZEN    x      x      x      x        x
            """;

    private record Pair(Phase from, Kind kind) {}

    @TestFactory
    Stream<DynamicTest> everyEventDoesInEveryStateWhatTheRulesSay() {
        return expectations().entrySet().stream()
                .map(expected -> DynamicTest.dynamicTest(
                        expected.getKey() + " " + expected.getValue(),
                        () -> check(expected.getKey(), expected.getValue())));
    }

    @Test
    void noPairOfStateAndEventIsLeftOut() {
        List<Pair> all = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            for (Kind kind : Kind.values()) {
                all.add(new Pair(phase, kind));
            }
        }

        assertThat(expectations().keySet()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void everyStateCanBeEntered() {
        assertThat(expectations().values())
                .contains(Arrays.stream(Phase.values()).map(Phase::name).toArray(String[]::new));
    }

    @Test
    void onlyTheInstitutionsWordPutsAStopIntoEffect() {
        assertThat(expectations().entrySet().stream()
                        .filter(expected -> expected.getValue().equals("IN_EFFECT"))
                        .map(expected -> expected.getKey().kind()))
                .containsOnly(Kind.CONFIRMED, Kind.EXTENDED);
    }

    @Test
    void whatHasEndedMovesAgainOnlyWhereItsInstitutionSaysThatTheAccountIsStopped() {
        for (Phase phase : Phase.values()) {
            for (Kind kind : Kind.values()) {
                boolean extendedInTime = phase == Phase.LAPSED && kind == Kind.EXTENDED;
                boolean stoppedAfterANo =
                        (phase == Phase.DECLINED || phase == Phase.HELD_BY_OTHER) && kind == Kind.CONFIRMED;
                if ((!phase.isLive() || phase == Phase.FROZEN) && !extendedInTime && !stoppedAfterANo) {
                    assertThat(StopOrderTransitions.target(phase, kind)).isEmpty();
                }
            }
        }
    }

    private static void check(Pair pair, String expected) {
        StopOrderState from = Samples.state(pair.from());
        StopOrderEvent event = Samples.event(pair.kind());
        switch (expected) {
            case STALE -> assertThat(StopOrderTransitions.next(from, event)).isEmpty();
            case REFUSED ->
                assertThatThrownBy(() -> StopOrderTransitions.next(from, event))
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessageContaining(pair.from().name())
                        .hasMessageContaining(pair.kind().name());
            default -> {
                Optional<StopOrderState> next = StopOrderTransitions.next(from, event);
                assertThat(next.map(StopOrderState::phase)).contains(Phase.valueOf(expected));
                assertThat(StopOrderTransitions.target(pair.from(), pair.kind()))
                        .contains(Phase.valueOf(expected));
            }
        }
    }

    private static Map<Pair, String> expectations() {
        List<String> lines = EXPECTED.lines().toList();
        List<Phase> columns = cells(lines.get(0)).stream().map(Phase::valueOf).toList();
        Map<Pair, String> expectations = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Kind kind = Kind.valueOf(line.substring(0, line.indexOf('|')).trim());
            List<String> cells = cells(line);
            assertThat(cells).as("row " + kind).hasSameSizeAs(columns);
            for (int i = 0; i < columns.size(); i++) {
                expectations.put(new Pair(columns.get(i), kind), cells.get(i));
            }
        }
        return expectations;
    }

    private static List<String> cells(String line) {
        return List.of(line.substring(line.indexOf('|') + 1).trim().split("\\s+"));
    }
}
