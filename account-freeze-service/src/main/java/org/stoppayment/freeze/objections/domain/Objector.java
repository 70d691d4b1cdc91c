package org.stoppayment.freeze.objections.domain;

import org.stoppayment.kernel.Masking;

/**
 * The person who objects.
 *
 * @param name as given
 * @param relation to the account
 * @param phone as given
 */
public record Objector(String name, Relation relation, String phone) {

    /** How the person is related to the account. */
    public enum Relation {
        /** The holder. */
        HOLDER,
        /** Somebody who acts for the holder, such as a lawyer. */
        AGENT
    }

    /** Safe for messages: the relation, and the telephone number masked. */
    @Override
    public String toString() {
        return relation + " " + Masking.mask(phone);
    }
}
