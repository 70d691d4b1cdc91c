package org.stoppayment.freeze.objections.domain;

/** What can happen to an objection. */
public enum ObjectionEvent {
    /** It is decided, and nothing follows from that. */
    SETTLED,
    /** It is decided, and money is to be released. */
    RELEASE_DECIDED,
    /** The money is released, or nothing holds it any more. */
    RELEASED,
    /** The institution or a rule here declined the release. */
    RELEASE_DECLINED,
    /** The hold ended. */
    HOLD_ENDED
}
