package org.stoppayment.freeze.orders.domain;

import static org.stoppayment.freeze.orders.domain.Phase.ACCEPTED;
import static org.stoppayment.freeze.orders.domain.Phase.DECLINED;
import static org.stoppayment.freeze.orders.domain.Phase.FROZEN;
import static org.stoppayment.freeze.orders.domain.Phase.HELD_BY_OTHER;
import static org.stoppayment.freeze.orders.domain.Phase.IN_DOUBT;
import static org.stoppayment.freeze.orders.domain.Phase.IN_EFFECT;
import static org.stoppayment.freeze.orders.domain.Phase.LAPSED;
import static org.stoppayment.freeze.orders.domain.Phase.LIFTED;
import static org.stoppayment.freeze.orders.domain.Phase.MANUAL;
import static org.stoppayment.freeze.orders.domain.Phase.QUEUED;
import static org.stoppayment.freeze.orders.domain.Phase.SENDING;

import java.util.Optional;
import org.stoppayment.freeze.orders.domain.StopOrderEvent.Kind;
import org.stoppayment.freeze.shared.domain.IllegalTransition;
import org.stoppayment.freeze.shared.domain.TransitionTable;

/** The transitions of a stop order: see {@link TransitionTable}. */
public final class StopOrderTransitions {

    private static final Phase[] ENDED = {LAPSED, LIFTED, FROZEN, DECLINED, HELD_BY_OTHER};
    private static final TransitionTable<Phase, Kind> TABLE =
            new TransitionTable<>("an order", Phase.class, Kind.class);

    static {
        moves(Kind.SENT, SENDING, QUEUED);

        moves(Kind.NOT_SENT, QUEUED, SENDING);
        stale(Kind.NOT_SENT, QUEUED, ACCEPTED, IN_DOUBT, MANUAL, IN_EFFECT);
        stale(Kind.NOT_SENT, ENDED);

        moves(Kind.TAKEN, ACCEPTED, SENDING, IN_DOUBT);
        stale(Kind.TAKEN, QUEUED, ACCEPTED, MANUAL, IN_EFFECT);
        stale(Kind.TAKEN, ENDED);

        moves(Kind.UNANSWERED, IN_DOUBT, SENDING);
        stale(Kind.UNANSWERED, QUEUED, ACCEPTED, IN_DOUBT, MANUAL, IN_EFFECT);
        stale(Kind.UNANSWERED, ENDED);

        moves(Kind.OVERDUE, IN_DOUBT, SENDING, ACCEPTED);

        moves(Kind.NOT_KNOWN, QUEUED, IN_DOUBT);
        stale(Kind.NOT_KNOWN, QUEUED, SENDING, ACCEPTED, MANUAL, IN_EFFECT);
        stale(Kind.NOT_KNOWN, ENDED);

        // A stop after a refusal counts: the account is stopped.
        moves(Kind.CONFIRMED, IN_EFFECT, QUEUED, SENDING, ACCEPTED, IN_DOUBT, MANUAL, DECLINED, HELD_BY_OTHER);
        stale(Kind.CONFIRMED, IN_EFFECT, LAPSED, LIFTED, FROZEN);

        moves(Kind.DECLINED, DECLINED, QUEUED, SENDING, ACCEPTED, IN_DOUBT, MANUAL);
        stale(Kind.DECLINED, IN_EFFECT);
        stale(Kind.DECLINED, ENDED);

        moves(Kind.HELD, HELD_BY_OTHER, QUEUED, SENDING, ACCEPTED, IN_DOUBT, MANUAL);
        stale(Kind.HELD, IN_EFFECT);
        stale(Kind.HELD, ENDED);

        moves(Kind.UNCLEAR, IN_DOUBT, SENDING, ACCEPTED);
        stale(Kind.UNCLEAR, QUEUED, IN_DOUBT, MANUAL, IN_EFFECT);
        stale(Kind.UNCLEAR, ENDED);

        moves(Kind.NEEDS_PERSON, MANUAL, QUEUED, SENDING, ACCEPTED, IN_DOUBT);
        stale(Kind.NEEDS_PERSON, MANUAL, IN_EFFECT);
        stale(Kind.NEEDS_PERSON, ENDED);

        moves(Kind.BUDGET_SPENT, MANUAL, IN_DOUBT);
        moves(Kind.ROUTED, QUEUED, MANUAL);

        moves(Kind.DISMISSED, DECLINED, QUEUED, MANUAL);
        moves(Kind.TERM_ENDED, LAPSED, IN_EFFECT);
        stale(Kind.TERM_ENDED, LAPSED, LIFTED, FROZEN);
        moves(Kind.EXTENDED, IN_EFFECT, IN_EFFECT, LAPSED);
        stale(Kind.EXTENDED, LIFTED, FROZEN);
        moves(Kind.LIFTED, LIFTED, IN_EFFECT);
        stale(Kind.LIFTED, LIFTED, LAPSED, FROZEN);
        moves(Kind.FROZEN, FROZEN, IN_EFFECT);
        stale(Kind.FROZEN, FROZEN, LAPSED, LIFTED);
    }

    private StopOrderTransitions() {}

    /** The next state; empty when the event changes nothing. Throws {@link IllegalTransition} when it is not allowed. */
    public static Optional<StopOrderState> next(StopOrderState from, StopOrderEvent event) {
        return TABLE.next(from.phase(), event.kind()).map(to -> event.leadsTo(from));
    }

    /** Where {@code kind} leads from {@code from}; empty when it leads nowhere. */
    public static Optional<Phase> target(Phase from, Kind kind) {
        return TABLE.target(from, kind);
    }

    private static void moves(Kind kind, Phase to, Phase... from) {
        TABLE.moves(kind, to, from);
    }

    private static void stale(Kind kind, Phase... in) {
        TABLE.stale(kind, in);
    }
}
