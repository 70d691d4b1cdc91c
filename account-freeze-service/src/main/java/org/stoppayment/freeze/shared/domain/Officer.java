package org.stoppayment.freeze.shared.domain;

import org.stoppayment.kernel.Masking;

/**
 * Somebody on the 96110 desk.
 *
 * @param organisation that they work for
 * @param badgeNumber of theirs
 */
public record Officer(String organisation, String badgeNumber) {

    /** Safe for messages: the organisation as it is, the badge masked. */
    @Override
    public String toString() {
        return organisation + " " + Masking.mask(badgeNumber);
    }
}
