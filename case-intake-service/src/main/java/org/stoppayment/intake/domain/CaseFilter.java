package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Which cases to list; what is empty selects all.
 *
 * @param status at the police
 * @param fraudType stable code
 * @param acceptedSince when the report became durable, or later
 * @param accountNumber of a payer or a payee, normalised
 */
public record CaseFilter(
        Optional<CaseStatus> status,
        Optional<String> fraudType,
        Optional<Instant> acceptedSince,
        Optional<String> accountNumber) {

    /** All cases. */
    public static final CaseFilter NONE =
            new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    public String toString() {
        return "CaseFilter[" + status + ", " + fraudType + ", " + acceptedSince + "]"; // the number is personal
    }
}
