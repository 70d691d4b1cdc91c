package org.stoppayment.freeze.dissuasion.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount;
import org.stoppayment.freeze.dissuasion.domain.UnreportedPayers;
import org.stoppayment.freeze.shared.domain.AccountRef;

/** Port: stopped accounts whose inflows are to be screened. */
public interface StoppedAccounts {

    /** Accounts that are due to be screened, found from at most {@code max} due rows of each kind. */
    Uni<List<AccountRef.Key>> due(Instant now, int max);

    /**
     * Screens an account in one commit; no other replica screens it meanwhile. Payers that have called in some case, or whose account
     * a case's money reached, are not listed. An account without a stop is not due again before it has one.
     *
     * @param screening works out who is to be listed
     */
    Uni<Void> screen(AccountRef.Key account, Instant now, Function<StoppedAccount, Uni<UnreportedPayers>> screening);
}
