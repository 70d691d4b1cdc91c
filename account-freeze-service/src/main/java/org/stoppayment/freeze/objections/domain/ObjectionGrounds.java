package org.stoppayment.freeze.objections.domain;

/** Why somebody objects to a hold. */
public enum ObjectionGrounds {
    /** The money paid for goods or services that were delivered. */
    GOODS_DELIVERED,
    /** The money has nothing to do with the case. */
    UNRELATED_FUNDS,
    /** The account belongs to somebody else than the one meant. */
    WRONG_PERSON,
    /** More is held than the case's money. */
    SUM_TOO_HIGH,
    /** As the statement says. */
    OTHER
}
