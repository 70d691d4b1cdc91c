package org.stoppayment.gateway.queries.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * One hold of an account.
 *
 * @param kind what it is
 * @param authority name of the authority that ordered it, empty when unknown
 * @param amount the sum that it holds; empty when unknown
 * @param since since when; empty when unknown
 * @param until until when; empty when unknown
 */
public record AccountHold(
        HoldKind kind, String authority, Optional<Money> amount, Optional<Instant> since, Optional<Instant> until) {}
