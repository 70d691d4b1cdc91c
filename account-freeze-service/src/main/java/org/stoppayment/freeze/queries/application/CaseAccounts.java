package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** Read port: accounts as a case knows them. */
public interface CaseAccounts {

    /**
     * An account that a case knows.
     *
     * @param account with the name that its institution confirmed, else as it was reported or booked
     * @param moneySince when the case's money first came there or left it, as booked, or ten minutes before it was reported to have
     *     been; empty when nobody told
     * @param accountMoneySince when money of any case first came there, likewise; empty when nobody told it of some of that money
     * @param reason of the case's stop orders
     * @param organisation that took the report; empty when it is not known
     * @param reportedAt when the first report was taken
     * @param withdrawn true when the case is withdrawn
     */
    record CaseAccount(
            AccountRef account,
            Optional<Instant> moneySince,
            Optional<Instant> accountMoneySince,
            String reason,
            String organisation,
            Instant reportedAt,
            boolean withdrawn) {

        /** True when bookings since {@code first} are all since money of any case came there: all orders on the account share them. */
        public boolean isCoveredSince(Instant first) {
            return accountMoneySince.filter(money -> !first.isAfter(money)).isPresent();
        }
    }

    /** True when the case is withdrawn. */
    Uni<Boolean> isWithdrawn(CaseId caseId);

    /** The account; empty when the case does not know it: it is no payee, no payer, and none of its money went there. */
    Uni<Optional<CaseAccount>> find(CaseId caseId, AccountRef.Key account);

    /**
     * The orders on an account on which the case has money, first the one that the money is or was held under; empty when the case has
     * none there.
     */
    Uni<List<ApplicationId>> orders(CaseId caseId, AccountRef.Key account);
}
