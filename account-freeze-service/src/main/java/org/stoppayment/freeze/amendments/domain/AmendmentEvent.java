package org.stoppayment.freeze.amendments.domain;

import java.util.Optional;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.kernel.ResultCode;

/**
 * What can happen to a message about a stop. What it leads to depends on where the message stands: {@link AmendmentTransitions}.
 *
 * @param kind the event's name
 * @param code the result code that it came with, where it came with one
 */
public record AmendmentEvent(Kind kind, Optional<ResultCode> code) {

    /** The events' names. */
    public enum Kind {
        /** It goes out. */
        SENT,
        /** It certainly did not reach the institution. */
        NOT_SENT,
        /** The institution took it and will call back. */
        TAKEN,
        /** There is no answer: it may or may not have reached the institution. */
        UNANSWERED,
        /** The feedback should be here by now, or whoever was sending has died. */
        OVERDUE,
        /** The institution, asked, does not know the message: it may be sent again under the same id. */
        NOT_KNOWN,
        /** The institution has done it. */
        CONFIRMED,
        /** The institution, or a rule here, says no. */
        DECLINED,
        /** The institution answered with a code that does not say whether it has done it. */
        UNCLEAR,
        /** There is nothing left to ask for: it is not sent, and nobody need be told. */
        WITHDRAWN
    }

    /** An event without a code. */
    public static AmendmentEvent of(Kind kind) {
        return new AmendmentEvent(kind, Optional.empty());
    }

    /** What happened to the message on its way. */
    public static AmendmentEvent of(StopOrderEvent happened) {
        return of(
                switch (happened.kind()) {
                    case NOT_SENT -> Kind.NOT_SENT;
                    case TAKEN -> Kind.TAKEN;
                    case NOT_KNOWN -> Kind.NOT_KNOWN;
                    case NEEDS_PERSON -> Kind.DECLINED;
                    default -> Kind.UNANSWERED;
                });
    }

    /** The event that an institution's code, or a rule's, stands for. */
    public static AmendmentEvent of(Kind kind, ResultCode code) {
        return new AmendmentEvent(kind, Optional.of(code));
    }
}
