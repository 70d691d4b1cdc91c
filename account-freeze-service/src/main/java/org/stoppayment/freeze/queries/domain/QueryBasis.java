package org.stoppayment.freeze.queries.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.holds.domain.LegalBasis;

/**
 * What a query rests on: the filing, or before that the emergency.
 *
 * @param filing of the case, with the approval; empty when the query rests on the emergency
 * @param organisation that took the report of the case
 * @param reportedAt when it took it, as far as is known
 */
public record QueryBasis(Optional<LegalBasis> filing, String organisation, Optional<Instant> reportedAt) {

    /** The filing of the case. */
    public static QueryBasis filed(LegalBasis filing) {
        return new QueryBasis(Optional.of(filing), filing.organisation(), Optional.empty());
    }

    /** 紧急情况: a report that {@code organisation} took. */
    public static QueryBasis emergency(String organisation, Optional<Instant> reportedAt) {
        return new QueryBasis(Optional.empty(), organisation, reportedAt);
    }
}
