package org.stoppayment.freeze.queries.domain;

import static org.stoppayment.freeze.queries.domain.QueryState.ACCEPTED;
import static org.stoppayment.freeze.queries.domain.QueryState.ANSWERED;
import static org.stoppayment.freeze.queries.domain.QueryState.DECLINED;
import static org.stoppayment.freeze.queries.domain.QueryState.IN_DOUBT;
import static org.stoppayment.freeze.queries.domain.QueryState.MANUAL;
import static org.stoppayment.freeze.queries.domain.QueryState.QUEUED;
import static org.stoppayment.freeze.queries.domain.QueryState.SENDING;

import java.util.Optional;
import org.stoppayment.freeze.queries.domain.QueryEvent.Kind;
import org.stoppayment.freeze.shared.domain.IllegalTransition;
import org.stoppayment.freeze.shared.domain.TransitionTable;

/** The transitions of a query: see {@link TransitionTable}. */
public final class QueryTransitions {

    private static final TransitionTable<QueryState, Kind> TABLE =
            new TransitionTable<>("a query", QueryState.class, Kind.class);

    static {
        TABLE.moves(Kind.SENT, SENDING, QUEUED);

        TABLE.moves(Kind.NOT_SENT, QUEUED, SENDING);
        TABLE.staleOtherwise(Kind.NOT_SENT);

        TABLE.moves(Kind.TAKEN, ACCEPTED, SENDING, IN_DOUBT);
        TABLE.staleOtherwise(Kind.TAKEN);

        TABLE.moves(Kind.UNANSWERED, IN_DOUBT, SENDING);
        TABLE.staleOtherwise(Kind.UNANSWERED);

        TABLE.moves(Kind.OVERDUE, IN_DOUBT, SENDING, ACCEPTED);

        TABLE.moves(Kind.NOT_KNOWN, QUEUED, IN_DOUBT);
        TABLE.staleOtherwise(Kind.NOT_KNOWN);

        // A late answer counts, also after a refusal.
        TABLE.moves(Kind.ANSWERED, ANSWERED, QUEUED, SENDING, ACCEPTED, IN_DOUBT, MANUAL, DECLINED);
        TABLE.staleOtherwise(Kind.ANSWERED);

        TABLE.moves(Kind.DECLINED, DECLINED, QUEUED, SENDING, ACCEPTED, IN_DOUBT, MANUAL);
        TABLE.staleOtherwise(Kind.DECLINED);

        TABLE.moves(Kind.UNCLEAR, IN_DOUBT, SENDING, ACCEPTED);
        TABLE.staleOtherwise(Kind.UNCLEAR);

        TABLE.moves(Kind.NEEDS_PERSON, MANUAL, QUEUED, SENDING, ACCEPTED, IN_DOUBT);
        TABLE.staleOtherwise(Kind.NEEDS_PERSON);

        TABLE.moves(Kind.BUDGET_SPENT, MANUAL, IN_DOUBT);

        TABLE.moves(Kind.CALLED_OFF, DECLINED, QUEUED);
    }

    private QueryTransitions() {}

    /** The next state; empty when the event changes nothing. Throws {@link IllegalTransition} when it is not allowed. */
    public static Optional<QueryState> next(QueryState from, Kind event) {
        return TABLE.next(from, event);
    }

    /** Where {@code event} leads from {@code from}; empty when it leads nowhere. */
    public static Optional<QueryState> target(QueryState from, Kind event) {
        return TABLE.target(from, event);
    }
}
