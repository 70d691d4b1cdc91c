package org.stoppayment.freeze.queries.application;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.Measure;
import org.stoppayment.freeze.queries.domain.QueryKind;
import org.stoppayment.freeze.shared.domain.Officer;

/**
 * What an officer asks, as given.
 *
 * @param caseId of the case
 * @param institutionCode of the account
 * @param accountNumber of the account
 * @param kind what is asked; empty when it is unknown
 * @param since first moment of the bookings
 * @param until end of a watch
 * @param reason for the institution's books
 * @param measure document and approval; empty when neither is given
 * @param officer who asks
 */
public record QueryRequest(
        String caseId,
        String institutionCode,
        String accountNumber,
        Optional<QueryKind> kind,
        Optional<Instant> since,
        Optional<Instant> until,
        String reason,
        Optional<Measure> measure,
        Officer officer) {}
