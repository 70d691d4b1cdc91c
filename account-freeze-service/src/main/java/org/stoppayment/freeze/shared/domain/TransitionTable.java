package org.stoppayment.freeze.shared.domain;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which event leads from which state to which. Every pair of event and state is a move, is stale (says nothing new, as answers cross
 * and callbacks repeat) and changes nothing, or is refused.
 *
 * @param <S> the states
 * @param <E> the events
 */
public final class TransitionTable<S extends Enum<S>, E extends Enum<E>> {

    private final String what;
    private final Map<S, Map<E, S>> moves;
    private final Map<S, Map<E, Boolean>> stale;

    /** An empty table: every event is refused in every state. {@code what} names the subject in refusals. */
    public TransitionTable(String what, Class<S> states, Class<E> events) {
        this.what = what;
        moves = new EnumMap<>(states);
        stale = new EnumMap<>(states);
        for (S state : states.getEnumConstants()) {
            moves.put(state, new EnumMap<>(events));
            stale.put(state, new EnumMap<>(events));
        }
    }

    /** {@code event} leads to {@code to} from each of {@code from}. */
    @SafeVarargs
    public final void moves(E event, S to, S... from) {
        Arrays.stream(from).forEach(state -> putOnce(moves, state, event, to));
    }

    /** {@code event} says nothing new in each of {@code in}. */
    @SafeVarargs
    public final void stale(E event, S... in) {
        Arrays.stream(in).forEach(state -> putOnce(stale, state, event, true));
    }

    /** {@code event} says nothing new in every state that it does not move. */
    public void staleOtherwise(E event) {
        moves.keySet().stream()
                .filter(state -> target(state, event).isEmpty() && !isStale(state, event))
                .forEach(state -> putOnce(stale, state, event, true));
    }

    /** The next state; empty when the event changes nothing. Throws {@link IllegalTransition} when it is refused. */
    public Optional<S> next(S from, E event) {
        Optional<S> to = target(from, event);
        if (to.isEmpty() && !isStale(from, event)) {
            throw new IllegalTransition(what, from, event);
        }
        return to;
    }

    /** Where {@code event} leads from {@code from}; empty when it leads nowhere. */
    public Optional<S> target(S from, E event) {
        return Optional.ofNullable(moves.getOrDefault(from, Map.of()).get(event));
    }

    private boolean isStale(S state, E event) {
        return stale.getOrDefault(state, Map.of()).containsKey(event);
    }

    private <V> void putOnce(Map<S, Map<E, V>> table, S state, E event, V value) {
        boolean taken = target(state, event).isPresent() || isStale(state, event);
        Map<E, V> row = table.get(state);
        if (taken || row == null) {
            throw new IllegalStateException(state + " on " + event + " is in the table twice");
        }
        row.put(event, value);
    }
}
