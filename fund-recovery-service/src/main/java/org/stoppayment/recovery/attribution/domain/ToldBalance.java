package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * A balance, as an institution told it.
 *
 * @param account the account
 * @param fen the balance
 * @param asOf when it was that
 * @param openingFen balance before the first booking since {@code since}, where told
 * @param since from when on all bookings are told, where told
 */
public record ToldBalance(
        AccountRef.Key account, long fen, Instant asOf, Optional<Long> openingFen, Optional<Instant> since) {}
