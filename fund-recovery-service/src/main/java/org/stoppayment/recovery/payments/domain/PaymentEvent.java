package org.stoppayment.recovery.payments.domain;

/** What can happen to a payment. */
public enum PaymentEvent {
    /** It is sent. */
    SENT,
    /** It certainly did not reach the institution. */
    NOT_SENT,
    /** The institution took it and will call back. */
    TAKEN,
    /** It may or may not have reached the institution. */
    UNANSWERED,
    /** The institution answered, but not what it did. */
    UNCLEAR,
    /** The institution does not know it. */
    NOT_KNOWN,
    /** The institution paid. */
    PAID,
    /** The institution said no. */
    DECLINED,
    /** The institution needs a person to act. */
    NEEDS_PERSON,
    /** Nobody knew for too long what the institution did. */
    BUDGET_SPENT,
    /** The money came back. */
    CAME_BACK
}
