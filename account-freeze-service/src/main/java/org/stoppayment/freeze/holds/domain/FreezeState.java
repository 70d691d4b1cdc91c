package org.stoppayment.freeze.holds.domain;

import org.stoppayment.freeze.amendments.domain.AmendmentState;

/** Where a freeze stands. */
public enum FreezeState {
    /** It waits to be sent. */
    REQUESTED(AmendmentState.QUEUED),
    /** It is on its way to the institution. */
    SENDING(AmendmentState.SENDING),
    /** The institution took it; its feedback is due. */
    ACCEPTED(AmendmentState.ACCEPTED),
    /** Nobody knows whether the institution acted; inquiries go on. */
    IN_DOUBT(AmendmentState.IN_DOUBT),
    /** It holds all that was ordered. */
    IN_EFFECT(AmendmentState.DONE),
    /** It holds less than was ordered. */
    PARTIAL(AmendmentState.DONE),
    /** 轮候: it waits behind earlier freezes of the account and holds nothing. */
    WAITING(AmendmentState.DONE),
    /** The institution said no. */
    DECLINED(AmendmentState.DECLINED),
    /** A person must act. */
    MANUAL(AmendmentState.IN_DOUBT),
    /** Lifted by order. */
    LIFTED(AmendmentState.DONE),
    /** Its term ended without a renewal (Art. 240). */
    AUTO_LIFTED(AmendmentState.DONE),
    /** All that it held was paid back to victims. */
    RETURNED(AmendmentState.DONE);

    private final AmendmentState delivery;

    FreezeState(AmendmentState delivery) {
        this.delivery = delivery;
    }

    /** Where its message to the institution stands. */
    public AmendmentState delivery() {
        return delivery;
    }

    /** True while nobody knows whether the account is frozen. */
    public boolean isUndecided() {
        return switch (this) {
            case REQUESTED, SENDING, ACCEPTED, IN_DOUBT, MANUAL -> true;
            case IN_EFFECT, PARTIAL, WAITING, DECLINED, LIFTED, AUTO_LIFTED, RETURNED -> false;
        };
    }

    /** True while it holds money. */
    public boolean holdsMoney() {
        return this == IN_EFFECT || this == PARTIAL;
    }

    /** True while the institution has it in its books: it holds money, or waits for it. */
    public boolean stands() {
        return holdsMoney() || this == WAITING;
    }

    /** True when it held or may have held the account, and does no longer. */
    public boolean hasEnded() {
        return this == LIFTED || this == AUTO_LIFTED || this == RETURNED;
    }

    /** True when somebody must act, or must know that nobody did. */
    public boolean needsAlert() {
        return this == MANUAL || this == DECLINED || this == AUTO_LIFTED;
    }

    /** True while no other freeze of its case may go to the account. */
    public boolean isLive() {
        return !hasEnded() && this != DECLINED;
    }
}
