package org.stoppayment.freeze.orders.domain;

import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.kernel.ResultCode;

/** Where a stop order stands, with the data of that state. Allowed transitions: {@link StopOrderTransitions}. */
public sealed interface StopOrderState {

    /** The state's name. */
    Phase phase();

    /** The stop on the account, if there is or was one. */
    default Optional<Stop> stop() {
        return Optional.empty();
    }

    /** {@code books} of a case's claim as they should be while the order that decides over the account is in this state. */
    default ClaimBooks applyTo(ClaimBooks books) {
        return phase().applyTo(books, stop());
    }

    /** There is or was a stop on the account. */
    sealed interface WithStop extends StopOrderState {
        /** The stop. */
        Stop onAccount();

        /** The same state with {@code known}, of which more is known. */
        WithStop with(Stop known);

        @Override
        default Optional<Stop> stop() {
            return Optional.of(onAccount());
        }
    }

    /** Waits to be sent. */
    record Queued() implements StopOrderState {
        @Override
        public Phase phase() {
            return Phase.QUEUED;
        }
    }

    /** On its way to the institution. */
    record Sending() implements StopOrderState {
        @Override
        public Phase phase() {
            return Phase.SENDING;
        }
    }

    /** The institution took it; its feedback is due. */
    record Accepted() implements StopOrderState {
        @Override
        public Phase phase() {
            return Phase.ACCEPTED;
        }
    }

    /** Nobody knows whether the institution acted; only an inquiry or a feedback ends this state. */
    record InDoubt() implements StopOrderState {
        @Override
        public Phase phase() {
            return Phase.IN_DOUBT;
        }
    }

    /**
     * A person must act.
     *
     * @param reason stable code
     * @param candidates codes of institutions that the account might be at
     */
    record Manual(String reason, List<String> candidates) implements StopOrderState {
        @Override
        public Phase phase() {
            return Phase.MANUAL;
        }
    }

    /** The account is stopped. */
    record InEffect(Stop onAccount) implements WithStop {
        @Override
        public WithStop with(Stop known) {
            return new InEffect(known);
        }

        @Override
        public Phase phase() {
            return Phase.IN_EFFECT;
        }
    }

    /** A freeze took over. */
    record Frozen(Stop onAccount) implements WithStop {
        @Override
        public WithStop with(Stop known) {
            return new Frozen(known);
        }

        @Override
        public Phase phase() {
            return Phase.FROZEN;
        }
    }

    /** The term passed and no freeze arrived. */
    record Lapsed(Stop onAccount) implements WithStop {
        @Override
        public WithStop with(Stop known) {
            return new Lapsed(known);
        }

        @Override
        public Phase phase() {
            return Phase.LAPSED;
        }
    }

    /** Lifted by order. */
    record Lifted(Stop onAccount) implements WithStop {
        @Override
        public WithStop with(Stop known) {
            return new Lifted(known);
        }

        @Override
        public Phase phase() {
            return Phase.LIFTED;
        }
    }

    /**
     * The institution, or a rule here, said no.
     *
     * @param code why
     * @param mismatched fields of the order that did not match
     */
    record Declined(ResultCode code, List<String> mismatched) implements StopOrderState {
        @Override
        public Phase phase() {
            return Phase.DECLINED;
        }
    }

    /** Declined here, without an answer of the institution: the account is not to be stopped. */
    record Dismissed() implements StopOrderState {
        @Override
        public Phase phase() {
            return Phase.DECLINED;
        }
    }

    /** Another authority holds the account. */
    record HeldByOther(ResultCode code) implements StopOrderState {
        @Override
        public Phase phase() {
            return Phase.HELD_BY_OTHER;
        }
    }
}
