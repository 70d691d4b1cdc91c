package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import org.stoppayment.freeze.shared.domain.Officer;

/**
 * The owner of unrelated funds was told (程序规定 Art. 247).
 *
 * @param notifiedAt when
 * @param means how
 * @param reference of the letter or the call
 * @param officer who recorded it
 */
public record OwnerNotice(Instant notifiedAt, Means means, String reference, Officer officer) {

    /** How an owner is told. */
    public enum Means {
        /** By letter. */
        LETTER,
        /** By telephone. */
        TELEPHONE,
        /** By text message. */
        SMS,
        /** In person. */
        IN_PERSON
    }
}
