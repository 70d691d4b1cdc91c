package org.stoppayment.freeze.facts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * What an institution told of an account's money.
 *
 * @param id the order or query that brought it
 * @param caseId of that order or query
 * @param revision of this fact, from 1
 * @param account the account
 * @param balance the sum on it
 * @param asOf when the balance was that
 * @param statement the bookings that it told with it; empty when they are not known to be all
 */
public record Balance(
        ApplicationId id,
        CaseId caseId,
        int revision,
        AccountRef account,
        Money balance,
        Instant asOf,
        Optional<Statement> statement) {

    /**
     * A full statement.
     *
     * @param since from when on all bookings were told
     * @param opening the sum before the first of them; empty when it was not told
     */
    public record Statement(Instant since, Optional<Money> opening) {}
}
