package org.stoppayment.freeze.parties.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.shared.domain.AccountRef;

/**
 * What is known of an account beside a case's reports.
 *
 * @param account the account
 * @param toldNames names that institutions gave it
 * @param tracedAt when the case's money was traced to it; empty when it was not
 */
public record AccountFacts(AccountRef.Key account, Set<String> toldNames, Optional<Instant> tracedAt) {}
