package org.stoppayment.freeze.queries.domain;

import java.util.Optional;
import org.stoppayment.kernel.ResultCode;

/**
 * What can happen to a query. The next state depends on the present one: {@link QueryTransitions}.
 *
 * @param kind the event's name
 * @param code the result code that came with it, if any
 * @param detail why a person must act; empty otherwise
 */
public record QueryEvent(Kind kind, Optional<ResultCode> code, String detail) {

    /** The budget for inquiries is spent. */
    public static final String BUDGET_SPENT = "BUDGET_SPENT";

    /** Only a person can tell what the result code means here. */
    private static final String RESULT = "RESULT";

    /** The events' names. */
    public enum Kind {
        /** It is sent. */
        SENT,
        /** It certainly did not reach the institution. */
        NOT_SENT,
        /** The institution took it and will call back. */
        TAKEN,
        /** There is no answer, or none that can be used. */
        UNANSWERED,
        /** The answer is overdue, or the sending process has died. */
        OVERDUE,
        /** The institution was asked and does not know the query: it may be sent again under the same id. */
        NOT_KNOWN,
        /** The institution answered what was asked, or a part of it. */
        ANSWERED,
        /** The institution says no. */
        DECLINED,
        /** The institution answered, but not what was asked. */
        UNCLEAR,
        /** A person must ask. */
        NEEDS_PERSON,
        /** The budget for inquiries is spent. */
        BUDGET_SPENT,
        /** Its case was withdrawn while it waited to be sent. */
        CALLED_OFF
    }

    /** An event of ours, or of a message. */
    public static QueryEvent of(Kind kind) {
        return new QueryEvent(kind, Optional.empty(), kind == Kind.BUDGET_SPENT ? BUDGET_SPENT : "");
    }

    /** A person must ask, because of {@code reason}. */
    public static QueryEvent needsPerson(String reason) {
        return new QueryEvent(Kind.NEEDS_PERSON, Optional.empty(), reason);
    }

    /** What an answer means for a query of {@code asked}. */
    static QueryEvent of(QueryAnswer answer, QueryKind asked) {
        Kind kind = kind(answer, asked);
        return new QueryEvent(kind, Optional.of(answer.code()), kind == Kind.NEEDS_PERSON ? RESULT : "");
    }

    /** With 0000 it answers; without the part that was asked for, or the account that it is about, nothing is known. */
    private static Kind kind(QueryAnswer answer, QueryKind asked) {
        if (answer.isDone()) {
            return answer.missing(asked).isEmpty() ? Kind.ANSWERED : Kind.UNCLEAR;
        }
        return switch (answer.code().meaning()) {
            case IN_DOUBT -> Kind.UNCLEAR;
            case NOT_SENT -> Kind.NOT_SENT;
            case DECLINED -> Kind.DECLINED;
            case IN_EFFECT, HELD_BY_OTHER, MANUAL -> Kind.NEEDS_PERSON;
        };
    }
}
