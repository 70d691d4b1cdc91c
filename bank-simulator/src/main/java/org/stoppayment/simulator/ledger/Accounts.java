package org.stoppayment.simulator.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.wire.AccountId;

/** The accounts of all institutions; guarded by the ledger's lock. */
final class Accounts {

    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Set<String> payers = new HashSet<>();
    private long sequence;

    /** The account with this id, empty when it is not in the books. */
    Optional<Account> get(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /**
     * The account that an order is about. A magic account exists without being in the books.
     *
     * @param opensUnknown whether every other account does, too
     */
    Optional<Account> find(AccountId id, boolean opensUnknown) {
        boolean isPermissive = opensUnknown || MagicAccount.of(id.number()).isPresent();
        return get(id).or(() -> isPermissive ? Optional.of(Account.permissive(id)) : Optional.empty());
    }

    /** An account outside of the books that paid into one of them; it is remembered. */
    Booking.Party payer(String number) {
        payers.add(number);
        return new Booking.Party(Optional.empty(), number);
    }

    /** True when an account of this number paid into one of these: then it exists. */
    boolean isPayer(AccountId id) {
        return payers.contains(id.number());
    }

    boolean contains(Account account) {
        return accounts.containsKey(account.id());
    }

    /** Adds an account, unless its id is in the books. */
    void add(Account account) {
        accounts.putIfAbsent(account.id(), account);
    }

    /** The number of the next booking; later ones have higher numbers. */
    long nextSequence() {
        sequence++;
        return sequence;
    }

    /** The number of the last booking. */
    long lastSequence() {
        return sequence;
    }

    Collection<Account> all() {
        return accounts.values();
    }

    void clear() {
        accounts.clear();
        payers.clear();
    }
}
