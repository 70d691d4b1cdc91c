package org.stoppayment.gateway.trial.domain;

/**
 * A rule that an answer breaks.
 *
 * @param code what is wrong
 * @param detail where or how, without personal data; may be empty
 */
public record Finding(FindingCode code, String detail) {

    /** A finding that needs no detail. */
    static Finding of(FindingCode code) {
        return new Finding(code, "");
    }
}
