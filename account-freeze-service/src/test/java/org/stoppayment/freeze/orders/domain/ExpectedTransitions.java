package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.stoppayment.freeze.shared.domain.IllegalTransition;

/**
 * What every event does in every state, as a grid: a line an event, a column a state. A state: it goes there. A dash: the event
 * says nothing new. An x: it must not happen.
 */
public final class ExpectedTransitions<S extends Enum<S>, E extends Enum<E>> {

    private static final String STALE = "-";
    private static final String REFUSED = "x";

    private final Class<S> states;
    private final Map<Pair<S, E>, String> expected = new LinkedHashMap<>();

    record Pair<S, E>(S from, E event) {}

    public ExpectedTransitions(Class<S> states, Class<E> events, String grid) {
        this.states = states;
        List<String> lines = grid.lines().toList();
        List<S> columns = cells(lines.get(0)).stream()
                .map(name -> Enum.valueOf(states, name))
                .toList();
        for (String line : lines.subList(1, lines.size())) {
            E event = Enum.valueOf(events, line.substring(0, line.indexOf('|')).trim());
            List<String> cells = cells(line);
            assertThat(cells).as("row " + event).hasSameSizeAs(columns);
            for (int i = 0; i < columns.size(); i++) {
                expected.put(new Pair<>(columns.get(i), event), cells.get(i));
            }
        }
        List<Pair<S, E>> all = Arrays.stream(states.getEnumConstants())
                .flatMap(state -> Arrays.stream(events.getEnumConstants()).map(event -> new Pair<>(state, event)))
                .toList();
        assertThat(expected.keySet()).as("every pair of state and event").containsExactlyInAnyOrderElementsOf(all);
    }

    /** A test for each pair. {@code next} is what the code does: the state that follows, nothing, or a refusal. */
    public Stream<DynamicTest> tests(BiFunction<S, E, Optional<S>> next) {
        return expected.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey() + " " + each.getValue(), () -> check(each.getKey(), each.getValue(), next)));
    }

    /** The events that lead to {@code state}. */
    public List<E> leadingTo(S state) {
        return expected.entrySet().stream()
                .filter(each -> each.getValue().equals(state.name()))
                .map(each -> each.getKey().event())
                .distinct()
                .toList();
    }

    private void check(Pair<S, E> pair, String outcome, BiFunction<S, E, Optional<S>> next) {
        switch (outcome) {
            case STALE -> assertThat(next.apply(pair.from(), pair.event())).isEmpty();
            case REFUSED ->
                assertThatThrownBy(() -> next.apply(pair.from(), pair.event()))
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessageContaining(pair.from().name())
                        .hasMessageContaining(pair.event().name());
            default -> assertThat(next.apply(pair.from(), pair.event())).contains(Enum.valueOf(states, outcome));
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.substring(line.indexOf('|') + 1).trim().split("\\s+"));
    }
}
