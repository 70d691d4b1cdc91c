package org.stoppayment.freeze.amendments.domain;

import static org.stoppayment.freeze.amendments.domain.AmendmentState.ACCEPTED;
import static org.stoppayment.freeze.amendments.domain.AmendmentState.DECLINED;
import static org.stoppayment.freeze.amendments.domain.AmendmentState.DONE;
import static org.stoppayment.freeze.amendments.domain.AmendmentState.IN_DOUBT;
import static org.stoppayment.freeze.amendments.domain.AmendmentState.QUEUED;
import static org.stoppayment.freeze.amendments.domain.AmendmentState.SENDING;

import java.util.Optional;
import org.stoppayment.freeze.amendments.domain.AmendmentEvent.Kind;
import org.stoppayment.freeze.shared.domain.IllegalTransition;
import org.stoppayment.freeze.shared.domain.TransitionTable;

/** The transitions of an amendment: see {@link TransitionTable}. */
public final class AmendmentTransitions {

    private static final TransitionTable<AmendmentState, Kind> TABLE =
            new TransitionTable<>("a message", AmendmentState.class, Kind.class);

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

        // An institution may do what it declined before: then it holds the money, or has released it.
        TABLE.moves(Kind.CONFIRMED, DONE, QUEUED, SENDING, ACCEPTED, IN_DOUBT, DECLINED);
        TABLE.stale(Kind.CONFIRMED, DONE);

        TABLE.moves(Kind.DECLINED, DECLINED, QUEUED, SENDING, ACCEPTED, IN_DOUBT);
        TABLE.stale(Kind.DECLINED, DONE, DECLINED);

        TABLE.moves(Kind.UNCLEAR, IN_DOUBT, SENDING, ACCEPTED);
        TABLE.stale(Kind.UNCLEAR, QUEUED, IN_DOUBT, DONE, DECLINED);

        TABLE.moves(Kind.WITHDRAWN, DECLINED, QUEUED);
    }

    private AmendmentTransitions() {}

    /** The next state; empty when the event changes nothing. Throws {@link IllegalTransition} when it is not allowed. */
    public static Optional<AmendmentState> next(AmendmentState from, Kind event) {
        return TABLE.next(from, event);
    }

    /** Where {@code event} leads from {@code from}; empty when it leads nowhere. */
    public static Optional<AmendmentState> target(AmendmentState from, Kind event) {
        return TABLE.target(from, event);
    }
}
