package org.stoppayment.recovery.facts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * What an institution told of an account's money.
 *
 * @param key the order or query that brought it
 * @param revision of this fact
 * @param account the account
 * @param balance the sum on it
 * @param asOf when the balance was that
 * @param opening the sum before the first booking since {@code since}; empty when it was not told
 * @param since from when on all bookings were told; empty when it was not said
 */
public record Balance(
        ApplicationId key,
        int revision,
        AccountRef.Key account,
        Money balance,
        Instant asOf,
        Optional<Money> opening,
        Optional<Instant> since)
        implements Fact<ApplicationId> {}
