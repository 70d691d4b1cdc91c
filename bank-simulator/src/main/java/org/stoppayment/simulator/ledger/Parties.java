package org.stoppayment.simulator.ledger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.simulator.wire.AccountId;
import org.stoppayment.simulator.wire.Feedback;

/** Tells who is on the other side of a booking, as far as the books know it. */
final class Parties {

    private final Accounts accounts;

    Parties(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The other side; null when there is none. */
    Feedback.@Nullable Party of(Optional<Booking.Party> counterparty) {
        return counterparty.map(this::party).orElse(null);
    }

    /** The kind as the contract names it; null when it is not given. */
    static @Nullable String kindOf(Account account) {
        return account.kind() == AccountKind.UNSPECIFIED ? null : account.kind().name();
    }

    private Feedback.Party party(Booking.Party party) {
        Optional<Account> account =
                party.institutionCode().flatMap(code -> accounts.get(new AccountId(code, party.number())));
        return new Feedback.Party(
                party.institutionCode().orElse(null),
                party.number(),
                account.flatMap(Account::name).orElse(null),
                account.flatMap(other -> Optional.ofNullable(kindOf(other))).orElse(null));
    }
}
