package org.stoppayment.freeze.objections.domain;

import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;

/**
 * What somebody objects to and why, as it was taken.
 *
 * @param account that is held
 * @param objector who objects
 * @param grounds why
 * @param statement what the person says
 * @param evidenceDigest SHA-256 of the evidence, 64 hexadecimal digits; empty when there is none
 * @param takenBy the officer who took it
 */
public record ObjectionContent(
        AccountRef.Key account,
        Objector objector,
        ObjectionGrounds grounds,
        String statement,
        Optional<String> evidenceDigest,
        Officer takenBy) {

    /** Safe for messages: no personal data. */
    @Override
    public String toString() {
        return grounds + " " + account;
    }
}
