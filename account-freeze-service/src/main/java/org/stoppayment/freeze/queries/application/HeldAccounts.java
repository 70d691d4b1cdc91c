package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.holds.domain.LegalBasis;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.CaseId;

/** Port: accounts that something of ours holds, and when it is looked at whether to ask about them. */
public interface HeldAccounts {

    /**
     * An account that is due.
     *
     * @param account the account
     * @param marks how often something new was told of it; when more was told since, what is decided here does not count
     * @param statementsAsked since something new was told of it
     */
    record Due(AccountRef.Key account, int marks, int statementsAsked) {}

    /**
     * What is known of a held account.
     *
     * @param asking the case that asks
     * @param filing what its freeze of the account rests on; empty before there is one
     * @param isAsked true while a statement is asked for and not whole
     * @param statementSince the earliest moment since which the whole statement is known; empty when none is
     * @param firstBooking when the account was first booked on, as far as is known
     * @param isUnlisted true when money is known to have come that no booking answers for
     * @param isBalanceOther true when the balance that was told last is not that at the end of the statement before it
     */
    record Held(
            CaseId asking,
            Optional<LegalBasis> filing,
            boolean isAsked,
            Optional<Instant> statementSince,
            Optional<Instant> firstBooking,
            boolean isUnlisted,
            boolean isBalanceOther) {}

    /**
     * Claims accounts of which a statement may be needed: for {@code lease} no other replica gets them.
     *
     * @param full institutions that are left out
     */
    Uni<List<Due>> claimStatements(Instant now, Duration lease, int max, Set<String> full);

    /**
     * Claims accounts whose balance is due.
     *
     * @param full institutions that are left out
     */
    Uni<List<Due>> claimBalances(Instant now, Duration lease, int max, Set<String> full);

    /** What is known of an account; empty when nothing of ours holds it, or no case is left to ask for. */
    Uni<Optional<Held>> find(AccountRef.Key account, Instant now);

    /** Sets when it is next looked at whether a statement is needed, and how often one was asked for; empty when never. */
    Uni<Void> setStatementDue(Due due, Optional<Instant> at, int statementsAsked);

    /** Sets when the balance is due next; empty when never. */
    Uni<Void> setBalanceDue(Due due, Optional<Instant> at);
}
