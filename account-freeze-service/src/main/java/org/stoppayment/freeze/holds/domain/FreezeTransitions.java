package org.stoppayment.freeze.holds.domain;

import static org.stoppayment.freeze.holds.domain.FreezeState.ACCEPTED;
import static org.stoppayment.freeze.holds.domain.FreezeState.AUTO_LIFTED;
import static org.stoppayment.freeze.holds.domain.FreezeState.DECLINED;
import static org.stoppayment.freeze.holds.domain.FreezeState.IN_DOUBT;
import static org.stoppayment.freeze.holds.domain.FreezeState.IN_EFFECT;
import static org.stoppayment.freeze.holds.domain.FreezeState.LIFTED;
import static org.stoppayment.freeze.holds.domain.FreezeState.MANUAL;
import static org.stoppayment.freeze.holds.domain.FreezeState.PARTIAL;
import static org.stoppayment.freeze.holds.domain.FreezeState.REQUESTED;
import static org.stoppayment.freeze.holds.domain.FreezeState.RETURNED;
import static org.stoppayment.freeze.holds.domain.FreezeState.SENDING;
import static org.stoppayment.freeze.holds.domain.FreezeState.WAITING;

import java.util.Optional;
import org.stoppayment.freeze.holds.domain.FreezeEvent.Kind;
import org.stoppayment.freeze.shared.domain.IllegalTransition;
import org.stoppayment.freeze.shared.domain.TransitionTable;

/** The transitions of a freeze: see {@link TransitionTable}. */
public final class FreezeTransitions {

    private static final TransitionTable<FreezeState, Kind> TABLE =
            new TransitionTable<>("a freeze", FreezeState.class, Kind.class);

    static {
        TABLE.moves(Kind.SENT, SENDING, REQUESTED);

        TABLE.moves(Kind.NOT_SENT, REQUESTED, SENDING);
        TABLE.staleOtherwise(Kind.NOT_SENT);

        TABLE.moves(Kind.TAKEN, ACCEPTED, SENDING, IN_DOUBT);
        TABLE.staleOtherwise(Kind.TAKEN);

        TABLE.moves(Kind.UNANSWERED, IN_DOUBT, SENDING);
        TABLE.staleOtherwise(Kind.UNANSWERED);

        TABLE.moves(Kind.OVERDUE, IN_DOUBT, SENDING, ACCEPTED);

        TABLE.moves(Kind.NOT_KNOWN, REQUESTED, IN_DOUBT);
        TABLE.staleOtherwise(Kind.NOT_KNOWN);

        // An institution may do what it declined before: then it holds the money. A freeze in line is promoted. One in
        // effect may
        // learn what was unknown of it.
        TABLE.moves(Kind.HELD, IN_EFFECT, REQUESTED, SENDING, ACCEPTED, IN_DOUBT, MANUAL, DECLINED);
        TABLE.moves(Kind.HELD, IN_EFFECT, WAITING, PARTIAL, IN_EFFECT);
        TABLE.staleOtherwise(Kind.HELD);

        // More money may come in, and be held too.
        TABLE.moves(Kind.HELD_PARTLY, PARTIAL, REQUESTED, SENDING, ACCEPTED, IN_DOUBT, MANUAL, DECLINED);
        TABLE.moves(Kind.HELD_PARTLY, PARTIAL, WAITING, PARTIAL);
        TABLE.staleOtherwise(Kind.HELD_PARTLY);

        // Its place may change.
        TABLE.moves(Kind.PUT_IN_LINE, WAITING, REQUESTED, SENDING, ACCEPTED, IN_DOUBT, MANUAL, DECLINED, WAITING);
        TABLE.staleOtherwise(Kind.PUT_IN_LINE);

        TABLE.moves(Kind.DECLINED, DECLINED, REQUESTED, SENDING, ACCEPTED, IN_DOUBT, MANUAL, WAITING);
        TABLE.staleOtherwise(Kind.DECLINED);

        TABLE.moves(Kind.UNCLEAR, IN_DOUBT, SENDING, ACCEPTED);
        TABLE.staleOtherwise(Kind.UNCLEAR);

        TABLE.moves(Kind.NEEDS_PERSON, MANUAL, REQUESTED, SENDING, ACCEPTED, IN_DOUBT);
        TABLE.staleOtherwise(Kind.NEEDS_PERSON);

        TABLE.moves(Kind.BUDGET_SPENT, MANUAL, IN_DOUBT);

        TABLE.moves(Kind.LIFTED, LIFTED, REQUESTED, IN_EFFECT, PARTIAL, WAITING);
        TABLE.stale(Kind.LIFTED, LIFTED, AUTO_LIFTED, RETURNED);

        TABLE.moves(Kind.TERM_ENDED, AUTO_LIFTED, IN_EFFECT, PARTIAL, WAITING);
        TABLE.stale(Kind.TERM_ENDED, LIFTED, AUTO_LIFTED, RETURNED);

        TABLE.moves(Kind.RETURNED, RETURNED, IN_EFFECT, PARTIAL);

        // Nobody has lifted it: what comes back onto the account is held again.
        TABLE.moves(Kind.CAME_BACK, IN_EFFECT, RETURNED);
    }

    private FreezeTransitions() {}

    /** The next state; empty when the event changes nothing. Throws {@link IllegalTransition} when it is not allowed. */
    public static Optional<FreezeState> next(FreezeState from, Kind event) {
        return TABLE.next(from, event);
    }

    /** Where {@code event} leads from {@code from}; empty when it leads nowhere. */
    public static Optional<FreezeState> target(FreezeState from, Kind event) {
        return TABLE.target(from, event);
    }
}
