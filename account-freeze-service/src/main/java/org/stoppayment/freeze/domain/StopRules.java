package org.stoppayment.freeze.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * The rules of stops as figures.
 *
 * @param term of a stop, from the moment that the institution reports (银发〔2016〕86号): 48 h
 * @param stopsPerAccount in all, across cases (ibid., read as in all): 2
 * @param futureTolerance how far ahead of us a reported stop moment may be before the term is counted from receipt
 * @param budget how long inquiries go on before a person must act
 */
public record StopRules(Duration term, int stopsPerAccount, Duration futureTolerance, Duration budget) {

    /** True when a reported moment is too far ahead of its receipt to be believed. */
    public boolean isTooFarAhead(Instant reported, Instant receivedAt) {
        return reported.isAfter(receivedAt.plus(futureTolerance));
    }

    /** The end of a stop's term. */
    public Instant endOfTerm(Instant from) {
        return from.plus(term);
    }
}
