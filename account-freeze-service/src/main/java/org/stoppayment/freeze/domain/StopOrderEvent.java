package org.stoppayment.freeze.domain;

import java.time.Instant;
import java.util.List;
import org.stoppayment.kernel.ResultCode;

/** What can happen to a stop order. What it leads to depends on where the order stands: {@link StopOrderTransitions}. */
public sealed interface StopOrderEvent {

    /** The event's name. */
    Kind kind();

    /** For the timeline: the name, and what belongs to it. */
    default String cause() {
        return kind().name();
    }

    /** The state that it leads to, where it leads on. */
    StopOrderState leadsTo(StopOrderState from);

    /** True when it says whether the account is stopped. */
    default boolean settles() {
        return kind() == Kind.CONFIRMED || kind() == Kind.DECLINED || kind() == Kind.HELD;
    }

    /** True when it proves that the last attempt reached nobody. */
    default boolean provesUnsent() {
        return kind() == Kind.NOT_SENT;
    }

    /** It waits to be sent, for the first time or again. */
    sealed interface ToQueue extends StopOrderEvent {
        @Override
        default StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Queued();
        }
    }

    /** Nobody knows what became of it. */
    sealed interface IntoDoubt extends StopOrderEvent {
        @Override
        default StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.InDoubt();
        }
    }

    /** The events' names. */
    enum Kind {
        SENT,
        NOT_SENT,
        TAKEN,
        UNANSWERED,
        OVERDUE,
        NOT_KNOWN,
        CONFIRMED,
        DECLINED,
        HELD,
        UNCLEAR,
        NEEDS_PERSON,
        BUDGET_SPENT,
        ROUTED,
        TERM_ENDED,
        EXTENDED,
        LIFTED,
        FROZEN
    }

    /** It goes out. */
    record Sent() implements StopOrderEvent {
        @Override
        public Kind kind() {
            return Kind.SENT;
        }

        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Sending();
        }
    }

    /** It certainly did not reach the institution. */
    record NotSent(String reason) implements ToQueue {
        @Override
        public Kind kind() {
            return Kind.NOT_SENT;
        }

        @Override
        public String cause() {
            return "NOT_SENT " + reason;
        }
    }

    /** The institution took it and will call back. */
    record Taken() implements StopOrderEvent {
        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Accepted();
        }
    }

    /** There is no answer: it may or may not have reached the institution. */
    record Unanswered(String reason) implements IntoDoubt {
        @Override
        public Kind kind() {
            return Kind.UNANSWERED;
        }

        @Override
        public String cause() {
            return "NO_ANSWER " + reason;
        }
    }

    /** The feedback should be here by now, or whoever was sending has died. */
    record Overdue() implements IntoDoubt {
        @Override
        public Kind kind() {
            return Kind.OVERDUE;
        }
    }

    /** The institution, asked, does not know the order: it may be sent again under the same id. */
    record NotKnown() implements ToQueue {
        @Override
        public Kind kind() {
            return Kind.NOT_KNOWN;
        }
    }

    /**
     * The institution has stopped the account.
     *
     * @param code the result
     * @param stop what it put on the account
     * @param complete false when more of the account's bookings are to come
     */
    record Confirmed(ResultCode code, Stop stop, boolean complete) implements StopOrderEvent {
        @Override
        public Kind kind() {
            return Kind.CONFIRMED;
        }

        @Override
        public String cause() {
            return "FEEDBACK " + code;
        }

        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.InEffect(stop);
        }
    }

    /** The institution says no. */
    record Declined(ResultCode code, List<String> mismatched) implements StopOrderEvent {
        @Override
        public Kind kind() {
            return Kind.DECLINED;
        }

        @Override
        public String cause() {
            return "FEEDBACK " + code;
        }

        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Declined(code, mismatched);
        }
    }

    /** Another authority holds the account. */
    record Held(ResultCode code) implements StopOrderEvent {
        @Override
        public Kind kind() {
            return Kind.HELD;
        }

        @Override
        public String cause() {
            return "FEEDBACK " + code;
        }

        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.HeldByOther(code);
        }
    }

    /** The institution answered with a code that says nothing about the account. */
    record Unclear(ResultCode code) implements IntoDoubt {
        @Override
        public Kind kind() {
            return Kind.UNCLEAR;
        }

        @Override
        public String cause() {
            return "FEEDBACK " + code;
        }
    }

    /**
     * A person must act.
     *
     * @param reason stable code
     * @param candidates codes of institutions that the account might be at
     * @param provesUnsent true when nobody could be reached with it
     */
    record NeedsPerson(String reason, List<String> candidates, boolean provesUnsent) implements StopOrderEvent {
        /** A person must act; it says nothing about an attempt. */
        public NeedsPerson(String reason, List<String> candidates) {
            this(reason, candidates, false);
        }

        @Override
        public Kind kind() {
            return Kind.NEEDS_PERSON;
        }

        @Override
        public String cause() {
            return "NEEDS_PERSON " + reason;
        }

        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Manual(reason, candidates);
        }
    }

    /** Inquiries have gone on for long enough. */
    record BudgetSpent() implements StopOrderEvent {
        @Override
        public Kind kind() {
            return Kind.BUDGET_SPENT;
        }

        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Manual(kind().name(), List.of());
        }
    }

    /** A person has said which institution it goes to. */
    record Routed(String institutionCode, String reference) implements ToQueue {
        @Override
        public Kind kind() {
            return Kind.ROUTED;
        }

        @Override
        public String cause() {
            return "ROUTED " + institutionCode;
        }
    }

    /** The term has passed. */
    record TermEnded() implements StopOrderEvent {
        @Override
        public Kind kind() {
            return Kind.TERM_ENDED;
        }

        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Lapsed(from.stop().orElseThrow());
        }
    }

    /**
     * The institution has extended the stop. Its word counts as well when the first term has ended here in the meantime.
     *
     * @param until end of the second term
     */
    record Extended(Instant until) implements StopOrderEvent {
        @Override
        public Kind kind() {
            return Kind.EXTENDED;
        }

        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.InEffect(from.stop().orElseThrow().extendedTo(until));
        }
    }

    /** The institution has lifted the stop. */
    record Lifted(String reference) implements StopOrderEvent {
        @Override
        public Kind kind() {
            return Kind.LIFTED;
        }

        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Lifted(from.stop().orElseThrow());
        }
    }

    /** A freeze has taken over. */
    record Frozen() implements StopOrderEvent {
        @Override
        public Kind kind() {
            return Kind.FROZEN;
        }

        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Frozen(from.stop().orElseThrow());
        }
    }
}
