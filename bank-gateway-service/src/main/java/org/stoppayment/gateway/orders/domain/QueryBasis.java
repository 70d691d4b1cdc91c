package org.stoppayment.gateway.orders.domain;

import java.time.Instant;
import java.util.Optional;

/** What a query rests on. */
public sealed interface QueryBasis {

    /** The case is filed. */
    record Filed(LegalBasis basis) implements QueryBasis {}

    /**
     * 紧急情况: the case is not filed yet, but the report was taken in an emergency.
     *
     * @param organisation who took the report
     * @param reportedAt when; empty when unknown
     */
    record Emergency(String organisation, Optional<Instant> reportedAt) implements QueryBasis {}
}
