package org.stoppayment.freeze.amendments.application.freezes;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.stoppayment.freeze.books.domain.ClaimFreeze;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** Port: what freezes hold for claims. What changes is to be traced at {@code now}. */
public interface FrozenClaims {

    /**
     * Books a freeze on the claim of its case, once: the claim ends unless it has ended before. A freeze that began earlier than the one that
     * is booked changes nothing. Fails with {@link ServiceException.InvalidInput} when the case has no claim on the account.
     *
     * @return false when it was booked before
     */
    Uni<Boolean> begin(FreezeInEffect freeze, Instant now);

    /**
     * Books what a freeze holds from now on, and what was paid back to victims out of all freezes of the case on the account. Of a freeze that
     * was lifted or lapsed, or that a later one of the case has replaced, only what was paid back changes. Fails with
     * {@link IllegalStateException} when no freeze is booked on the claim.
     */
    Uni<Void> change(ApplicationId freeze, CaseId caseId, AccountRef.Key account, Money sum, Instant now);

    /**
     * Books the end of a freeze.
     *
     * @param sum that it held last; what counts, and how it fails, is as of {@link #change}
     */
    Uni<Void> end(
            ApplicationId freeze, CaseId caseId, AccountRef.Key account, Money sum, ClaimFreeze.End end, Instant now);
}
