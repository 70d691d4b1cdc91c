package org.stoppayment.freeze.amendments.domain;

import java.util.Optional;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.kernel.ResultCode;

/**
 * What can happen to an amendment. The next state depends on the present one: {@link AmendmentTransitions}.
 *
 * @param kind the event's name
 * @param code the result code that came with it, if any
 */
public record AmendmentEvent(Kind kind, Optional<ResultCode> code) {

    /** The events' names. */
    public enum Kind {
        /** It is sent. */
        SENT,
        /** It certainly did not reach the institution. */
        NOT_SENT,
        /** The institution took it and will call back. */
        TAKEN,
        /** There is no answer: it may or may not have reached the institution. */
        UNANSWERED,
        /** The feedback is overdue, or the sending process has died. */
        OVERDUE,
        /** The institution was asked and does not know the amendment: it may be sent again under the same id. */
        NOT_KNOWN,
        /** The institution has done it. */
        CONFIRMED,
        /** The institution, or a rule here, says no. */
        DECLINED,
        /** The institution answered with a code that does not say whether it has done it. */
        UNCLEAR,
        /** It is no longer needed: it is not sent, and no alert is raised. */
        WITHDRAWN
    }

    /** An event without a code. */
    public static AmendmentEvent of(Kind kind) {
        return new AmendmentEvent(kind, Optional.empty());
    }

    /** What happened to the amendment on its way. */
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

    /** An event with the code of an institution or a rule. */
    public static AmendmentEvent of(Kind kind, ResultCode code) {
        return new AmendmentEvent(kind, Optional.of(code));
    }

    /** Number of times in a row that a message brought no result, {@code before} this event and with it. */
    public int failuresAfter(int before) {
        return switch (kind) {
            case NOT_SENT, UNANSWERED, OVERDUE, UNCLEAR -> before + 1;
            case SENT -> before;
            case TAKEN, NOT_KNOWN, CONFIRMED, DECLINED, WITHDRAWN -> 0;
        };
    }
}
