package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.stoppayment.kernel.ResultCode;

/** What can happen to a stop order. The next state depends on the present one: {@link StopOrderTransitions}. */
public sealed interface StopOrderEvent {

    enum Kind {
        SENT(Sent.class),
        NOT_SENT(NotSent.class),
        TAKEN(Taken.class),
        UNANSWERED(Unanswered.class),
        OVERDUE(Overdue.class),
        NOT_KNOWN(NotKnown.class),
        CONFIRMED(Confirmed.class),
        DECLINED(Declined.class),
        HELD(Held.class),
        UNCLEAR(Unclear.class),
        NEEDS_PERSON(NeedsPerson.class),
        BUDGET_SPENT(BudgetSpent.class),
        ROUTED(Routed.class),
        DISMISSED(Dismissed.class),
        TERM_ENDED(TermEnded.class),
        EXTENDED(Extended.class),
        LIFTED(Lifted.class),
        FROZEN(Frozen.class);

        private final Class<? extends StopOrderEvent> event;

        Kind(Class<? extends StopOrderEvent> event) {
            this.event = event;
        }
    }

    /** The event's name. */
    default Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.event.isInstance(this))
                .findFirst()
                .orElseThrow();
    }

    /** For the timeline: the name and its details. */
    default String cause() {
        return kind().name();
    }

    /** The state that it leads to, where the transition is allowed. */
    StopOrderState leadsTo(StopOrderState from);

    /** True when it says whether the account is stopped. */
    default boolean settles() {
        return kind() == Kind.CONFIRMED || kind() == Kind.DECLINED || kind() == Kind.HELD;
    }

    /** True when it proves that the last attempt did not reach the institution. */
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

    /** Nobody knows whether the institution acted. */
    sealed interface IntoDoubt extends StopOrderEvent {
        @Override
        default StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.InDoubt();
        }
    }

    /** The institution answers with a code. */
    sealed interface Answered extends StopOrderEvent {
        /** The code. */
        ResultCode code();

        @Override
        default String cause() {
            return "FEEDBACK " + code();
        }
    }

    /** Something happens to an existing stop. */
    sealed interface OfAStop extends StopOrderEvent {
        /** The state that it leads to. */
        StopOrderState leadsTo(Stop stop);

        @Override
        default StopOrderState leadsTo(StopOrderState from) {
            return leadsTo(from.stop().orElseThrow());
        }
    }

    /** It is sent. */
    record Sent() implements StopOrderEvent {
        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Sending();
        }
    }

    /** It certainly did not reach the institution. */
    record NotSent(String reason) implements ToQueue {
        /** The gateway itself was not reached. */
        public static final String GATEWAY_UNREACHABLE = "GATEWAY_UNREACHABLE";

        private static final Set<String> UNREACHABLE = Set.of("CIRCUIT_OPEN", GATEWAY_UNREACHABLE);
        private static final Set<String> CONGESTED = Set.of("BULKHEAD_FULL", "WAITED_TOO_LONG", "CALL_LIMIT");

        /** True when no other message would reach the institution now either. */
        public boolean isUnreachable() {
            return UNREACHABLE.contains(reason);
        }

        /** True when no message would reach any institution now. */
        public boolean isGatewayAway() {
            return reason.equals(GATEWAY_UNREACHABLE);
        }

        /** True when the institution gets more messages than it takes. */
        public boolean isCongested() {
            return CONGESTED.contains(reason);
        }

        @Override
        public String cause() {
            return "NOT_SENT " + reason;
        }
    }

    /** The institution took it and will call back. */
    record Taken() implements StopOrderEvent {
        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Accepted();
        }
    }

    /** There is no answer: it may or may not have reached the institution. */
    record Unanswered(String reason) implements IntoDoubt {
        @Override
        public String cause() {
            return "NO_ANSWER " + reason;
        }
    }

    /** The feedback is overdue, or the sending process has died. */
    record Overdue() implements IntoDoubt {}

    /** The institution was asked and does not know the order: it may be sent again under the same id. */
    record NotKnown() implements ToQueue {}

    /**
     * The institution has stopped the account.
     *
     * @param code the result
     * @param stop what it put on the account
     * @param complete false when more of the account's bookings are to come, or some of what was told is missing or cannot be read
     */
    record Confirmed(ResultCode code, Stop stop, boolean complete) implements Answered {
        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.InEffect(stop);
        }
    }

    /** The institution says no. */
    record Declined(ResultCode code, List<String> mismatched) implements Answered {
        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Declined(code, mismatched);
        }
    }

    /** Another authority holds the account. */
    record Held(ResultCode code) implements Answered {
        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.HeldByOther(code);
        }
    }

    /** The institution answered with a code that says nothing about the account. */
    record Unclear(ResultCode code) implements Answered, IntoDoubt {}

    /**
     * A person must act.
     *
     * @param reason stable code
     * @param candidates codes of institutions that the account might be at
     * @param provesUnsent true when the last attempt did not reach the institution
     */
    record NeedsPerson(String reason, List<String> candidates, boolean provesUnsent) implements StopOrderEvent {
        /** A person must act; nothing is proved about the last attempt. */
        public NeedsPerson(String reason, List<String> candidates) {
            this(reason, candidates, false);
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

    /** The budget for inquiries is spent. */
    record BudgetSpent() implements StopOrderEvent {
        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Manual(kind().name(), List.of());
        }
    }

    /** A person has said which institution it goes to. */
    record Routed(String institutionCode, String reference) implements ToQueue {
        @Override
        public String cause() {
            return "ROUTED " + institutionCode;
        }
    }

    /**
     * The account is not to be stopped, by the word of a person or because its case is withdrawn. Nothing is sent.
     *
     * @param why stable code, and what a person said
     */
    record Dismissed(String why) implements StopOrderEvent {

        /** A person has decided so. */
        public static Dismissed notToBeStopped(String reason) {
            return new Dismissed("NOT_TO_BE_STOPPED: " + reason);
        }

        /** No active claim is left on the account. */
        public static Dismissed caseWithdrawn() {
            return new Dismissed("CASE_WITHDRAWN");
        }

        @Override
        public String cause() {
            return why;
        }

        @Override
        public StopOrderState leadsTo(StopOrderState from) {
            return new StopOrderState.Dismissed();
        }
    }

    /** The term has passed, or the institution says so of a stop whose reported moment cannot be true. */
    record TermEnded() implements OfAStop {
        @Override
        public StopOrderState leadsTo(Stop stop) {
            return new StopOrderState.Lapsed(stop);
        }
    }

    /**
     * The institution has extended the stop. This counts even if the first term has ended here in the meantime.
     *
     * @param until end of the second term
     */
    record Extended(Instant until) implements OfAStop {
        @Override
        public StopOrderState leadsTo(Stop stop) {
            return new StopOrderState.InEffect(stop.extendedTo(until));
        }
    }

    /** The institution has lifted the stop. */
    record Lifted(String reference) implements OfAStop {
        @Override
        public StopOrderState leadsTo(Stop stop) {
            return new StopOrderState.Lifted(stop);
        }
    }

    /** A freeze has taken over. */
    record Frozen() implements OfAStop {
        @Override
        public StopOrderState leadsTo(Stop stop) {
            return new StopOrderState.Frozen(stop.taken());
        }
    }
}
