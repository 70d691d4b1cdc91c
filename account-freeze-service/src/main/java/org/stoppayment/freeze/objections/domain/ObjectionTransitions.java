package org.stoppayment.freeze.objections.domain;

import static org.stoppayment.freeze.objections.domain.ObjectionState.DECIDED;
import static org.stoppayment.freeze.objections.domain.ObjectionState.HOLD_ENDED;
import static org.stoppayment.freeze.objections.domain.ObjectionState.OPEN;
import static org.stoppayment.freeze.objections.domain.ObjectionState.RELEASE_FAILED;
import static org.stoppayment.freeze.objections.domain.ObjectionState.RELEASING;

import java.util.Optional;
import org.stoppayment.freeze.shared.domain.IllegalTransition;
import org.stoppayment.freeze.shared.domain.TransitionTable;

/** The transitions of an objection: see {@link TransitionTable}. */
public final class ObjectionTransitions {

    private static final TransitionTable<ObjectionState, ObjectionEvent> TABLE =
            new TransitionTable<>("an objection", ObjectionState.class, ObjectionEvent.class);

    static {
        TABLE.moves(ObjectionEvent.SETTLED, DECIDED, OPEN);
        TABLE.moves(ObjectionEvent.RELEASE_DECIDED, RELEASING, OPEN);
        // A person may have released the money after the institution declined it first.
        TABLE.moves(ObjectionEvent.RELEASED, DECIDED, RELEASING, RELEASE_FAILED);
        TABLE.stale(ObjectionEvent.RELEASED, DECIDED);
        TABLE.moves(ObjectionEvent.RELEASE_DECLINED, RELEASE_FAILED, RELEASING);
        TABLE.stale(ObjectionEvent.RELEASE_DECLINED, RELEASE_FAILED, DECIDED);
        TABLE.moves(ObjectionEvent.HOLD_ENDED, HOLD_ENDED, OPEN);
        TABLE.staleOtherwise(ObjectionEvent.HOLD_ENDED);
    }

    private ObjectionTransitions() {}

    /** The next state; empty when the event changes nothing. Throws {@link IllegalTransition} when it is not allowed. */
    public static Optional<ObjectionState> next(ObjectionState from, ObjectionEvent event) {
        return TABLE.next(from, event);
    }

    /** Where {@code event} leads from {@code from}; empty when it leads nowhere. */
    public static Optional<ObjectionState> target(ObjectionState from, ObjectionEvent event) {
        return TABLE.target(from, event);
    }
}
