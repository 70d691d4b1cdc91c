package org.stoppayment.freeze.holds.domain;

import java.util.Optional;
import org.stoppayment.freeze.orders.domain.Feedback;
import org.stoppayment.freeze.orders.domain.FreezeReport;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.kernel.ResultCode;

/**
 * What can happen to a freeze. The next state depends on the present one: {@link FreezeTransitions}.
 *
 * @param kind the event's name
 * @param code the result code that came with it, if any
 * @param detail why, for the timeline and for who must act; may be empty
 * @param report what the institution says that the freeze holds
 */
public record FreezeEvent(Kind kind, Optional<ResultCode> code, String detail, FreezeReport report) {

    /** The institution has a freeze on the account that is in the way, with no place in line for this one. */
    public static final String IN_THE_WAY = "HELD_BY_OTHER";

    /** The freeze in the way is one of ours. */
    public static final String OWN_FREEZE = "OWN_FREEZE";

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
        /** There is no answer: it may or may not have reached the institution. */
        UNANSWERED,
        /** The feedback is overdue, or the sending process has died. */
        OVERDUE,
        /** The institution was asked and does not know the freeze: it may be sent again under the same id. */
        NOT_KNOWN,
        /** It holds all that was ordered. */
        HELD,
        /** It holds less than was ordered. */
        HELD_PARTLY,
        /** 轮候: it is in line behind other freezes. */
        PUT_IN_LINE,
        /** The institution says no. */
        DECLINED,
        /** The institution answered with a code that does not say whether it has acted. */
        UNCLEAR,
        /** A person must act. */
        NEEDS_PERSON,
        /** The budget for inquiries is spent. */
        BUDGET_SPENT,
        /** The institution has lifted it, or it is called off before it was ever sent. */
        LIFTED,
        /** Its term is over. */
        TERM_ENDED,
        /** All that it held was paid back to victims. */
        RETURNED,
        /** Some of what was paid back came back onto the account. */
        CAME_BACK
    }

    /** An event of ours. */
    public static FreezeEvent of(Kind kind) {
        return of(kind, "");
    }

    /** An event of ours, with its reason. */
    public static FreezeEvent of(Kind kind, String detail) {
        return new FreezeEvent(kind, Optional.empty(), detail, FreezeReport.NONE);
    }

    /** What happened to the message on its way. */
    public static FreezeEvent of(StopOrderEvent happened) {
        return switch (happened.kind()) {
            case NOT_SENT -> of(Kind.NOT_SENT, happened.cause());
            case TAKEN -> of(Kind.TAKEN);
            case NOT_KNOWN -> of(Kind.NOT_KNOWN);
            case NEEDS_PERSON -> of(Kind.NEEDS_PERSON, happened.cause().replace("NEEDS_PERSON ", ""));
            default -> of(Kind.UNANSWERED, happened.cause());
        };
    }

    /** What an institution's feedback means for a freeze. */
    public static FreezeEvent of(Feedback feedback) {
        return new FreezeEvent(kind(feedback), Optional.of(feedback.code()), detail(feedback), feedback.freeze());
    }

    private static Kind kind(Feedback feedback) {
        return switch (feedback.code().meaning()) {
            case IN_EFFECT -> feedback.code().equals(ResultCode.BALANCE_SHORT) ? Kind.HELD_PARTLY : Kind.HELD;
            case HELD_BY_OTHER -> feedback.freeze().waitingPlace().isPresent() ? Kind.PUT_IN_LINE : Kind.NEEDS_PERSON;
            case IN_DOUBT -> Kind.UNCLEAR;
            case NOT_SENT -> Kind.NOT_SENT;
            case MANUAL -> Kind.NEEDS_PERSON;
            case DECLINED -> Kind.DECLINED;
        };
    }

    private static String detail(Feedback feedback) {
        return switch (feedback.code().meaning()) {
            case HELD_BY_OTHER -> IN_THE_WAY;
            case MANUAL -> RESULT;
            case IN_EFFECT, IN_DOUBT, NOT_SENT, DECLINED -> "";
        };
    }

    /** The event, with another reason for a person. */
    public FreezeEvent because(String otherDetail) {
        return new FreezeEvent(kind, code, otherDetail, report);
    }

    /** For the timeline: the institution's word, or what happened. */
    public String cause() {
        return code.map(value -> "FEEDBACK " + value)
                .orElseGet(() -> detail.isEmpty() ? kind.name() : (kind.name() + " " + detail).trim());
    }
}
