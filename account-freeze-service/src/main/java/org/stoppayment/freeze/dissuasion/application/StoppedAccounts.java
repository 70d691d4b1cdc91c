package org.stoppayment.freeze.dissuasion.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount;
import org.stoppayment.freeze.dissuasion.domain.UnreportedPayers;
import org.stoppayment.freeze.shared.domain.AccountRef;

/** Stopped accounts whose inflows are to be screened, durable. */
public interface StoppedAccounts {

    /** Accounts of which something is to be screened; some of at most {@code max} bookings. */
    Uni<List<AccountRef.Key>> due(Instant now, int max);

    /**
     * Screens what is due of an account, in one commit; nobody else screens it meanwhile. Payers that have called in some case, or
     * whose account a case's money reached, are not listed. An account without a stop is not looked at again before it has one.
     *
     * @param screening says who is to be listed
     */
    Uni<Void> screen(AccountRef.Key account, Instant now, Function<StoppedAccount, Uni<UnreportedPayers>> screening);
}
