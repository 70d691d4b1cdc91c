package org.stoppayment.freeze.domain;

import static org.stoppayment.freeze.domain.FollowUp.State.ACCEPTED;
import static org.stoppayment.freeze.domain.FollowUp.State.DECLINED;
import static org.stoppayment.freeze.domain.FollowUp.State.DONE;
import static org.stoppayment.freeze.domain.FollowUp.State.IN_DOUBT;
import static org.stoppayment.freeze.domain.FollowUp.State.QUEUED;
import static org.stoppayment.freeze.domain.FollowUp.State.SENDING;

import java.util.Optional;
import org.stoppayment.freeze.domain.FollowUp.State;
import org.stoppayment.freeze.domain.FollowUpEvent.Kind;

/** Which event leads a message about a stop from which state to which: see {@link TransitionTable}. */
public final class FollowUpTransitions {

    private static final TransitionTable<State, Kind> TABLE =
            new TransitionTable<>("a message", State.class, Kind.class);

    static {
        TABLE.moves(Kind.SENT, SENDING, QUEUED);

        TABLE.moves(Kind.NOT_SENT, QUEUED, SENDING);
        TABLE.stale(Kind.NOT_SENT, QUEUED, ACCEPTED, IN_DOUBT, DONE, DECLINED);

        TABLE.moves(Kind.TAKEN, ACCEPTED, SENDING, IN_DOUBT);
        TABLE.stale(Kind.TAKEN, QUEUED, ACCEPTED, DONE, DECLINED);

        TABLE.moves(Kind.UNANSWERED, IN_DOUBT, SENDING);
        TABLE.stale(Kind.UNANSWERED, QUEUED, ACCEPTED, IN_DOUBT, DONE, DECLINED);

        TABLE.moves(Kind.OVERDUE, IN_DOUBT, SENDING, ACCEPTED);

        TABLE.moves(Kind.NOT_KNOWN, QUEUED, IN_DOUBT);
        TABLE.stale(Kind.NOT_KNOWN, QUEUED, SENDING, ACCEPTED, DONE, DECLINED);

        // What an institution declined it may have done after all: then it holds the money, or has let it go.
        TABLE.moves(Kind.CONFIRMED, DONE, QUEUED, SENDING, ACCEPTED, IN_DOUBT, DECLINED);
        TABLE.stale(Kind.CONFIRMED, DONE);

        TABLE.moves(Kind.DECLINED, DECLINED, QUEUED, SENDING, ACCEPTED, IN_DOUBT);
        TABLE.stale(Kind.DECLINED, DONE, DECLINED);

        TABLE.moves(Kind.UNCLEAR, IN_DOUBT, SENDING, ACCEPTED);
        TABLE.stale(Kind.UNCLEAR, QUEUED, IN_DOUBT, DONE, DECLINED);

        TABLE.moves(Kind.WITHDRAWN, DECLINED, QUEUED);
    }

    private FollowUpTransitions() {}

    /** The state that follows; empty when the event changes nothing. Throws {@link IllegalTransition} when it must not be. */
    public static Optional<State> next(State from, Kind event) {
        return TABLE.next(from, event);
    }

    /** Where {@code event} leads from {@code from}; empty when it leads nowhere. */
    public static Optional<State> target(State from, Kind event) {
        return TABLE.target(from, event);
    }
}
