package org.stoppayment.freeze.queries.domain;

import org.stoppayment.freeze.amendments.domain.AmendmentState;

/** Where a query stands. */
public enum QueryState {
    /** It waits to be sent. */
    QUEUED(AmendmentState.QUEUED),
    /** It is on its way to the institution. */
    SENDING(AmendmentState.SENDING),
    /** The institution took it; its answer is due. */
    ACCEPTED(AmendmentState.ACCEPTED),
    /** There is no usable answer; inquiries go on. */
    IN_DOUBT(AmendmentState.IN_DOUBT),
    /** The institution answered; it may owe more. */
    ANSWERED(AmendmentState.DONE),
    /** The institution said no; or, without a code, its case was withdrawn while it waited to be sent. */
    DECLINED(AmendmentState.DECLINED),
    /** A person must ask. */
    MANUAL(AmendmentState.DONE);

    private final AmendmentState delivery;

    QueryState(AmendmentState delivery) {
        this.delivery = delivery;
    }

    /** Where its message to the institution stands: decides when it is due next. */
    public AmendmentState delivery() {
        return delivery;
    }

    /** True while its answer is waited for. */
    public boolean isUndecided() {
        return switch (this) {
            case QUEUED, SENDING, ACCEPTED, IN_DOUBT -> true;
            case ANSWERED, DECLINED, MANUAL -> false;
        };
    }
}
