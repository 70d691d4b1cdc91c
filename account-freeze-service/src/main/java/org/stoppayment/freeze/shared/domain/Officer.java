package org.stoppayment.freeze.shared.domain;

import org.stoppayment.kernel.Masking;

/**
 * An officer, on the 96110 desk or elsewhere.
 *
 * @param organisation that they work for
 * @param badgeNumber of the officer
 */
public record Officer(String organisation, String badgeNumber) {

    /** Safe for messages: the organisation as it is, the badge masked. */
    @Override
    public String toString() {
        return organisation + " " + Masking.mask(badgeNumber);
    }
}
