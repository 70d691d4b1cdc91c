package org.stoppayment.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.simulator.behaviour.Mode;
import org.stoppayment.simulator.behaviour.ResponseMillis;
import org.stoppayment.simulator.ledger.Payment;
import org.stoppayment.simulator.wire.AccountId;

/**
 * A valid world: its settings, and what it adds to the ledger.
 *
 * @param institutions settings of institutions
 * @param accounts accounts that are new
 * @param deposits deposits that are new
 * @param moves payments of the mules, in order of time
 */
public record World(
        List<InstitutionSetting> institutions, List<Account> accounts, List<Deposit> deposits, List<Move> moves) {

    public World {
        institutions = List.copyOf(institutions);
        accounts = List.copyOf(accounts);
        deposits = List.copyOf(deposits);
        moves = List.copyOf(moves);
    }

    /** The accounts that it adds, pays from or pays to, without duplicates. */
    Set<AccountId> accountIds() {
        Set<AccountId> ids = new LinkedHashSet<>();
        accounts.forEach(account -> ids.add(account.id()));
        deposits.forEach(deposit -> ids.add(deposit.to()));
        for (Move move : moves) {
            ids.add(move.payment().from());
            move.payment().to().ifPresent(ids::add);
        }
        return ids;
    }

    /** The settings of an institution. */
    public record InstitutionSetting(String code, Mode mode, ResponseMillis responseMillis) {}

    /** A new account; its balance includes the deposits of this world. */
    public record Account(AccountId id, String name, AccountKind kind, long balanceFen) {}

    /**
     * A deposit into an account. {@code from} is the number of the payer; {@code isInBalance} is true when the account is new and its
     * balance includes the deposit.
     */
    public record Deposit(
            AccountId to, String serial, Optional<String> from, long amountFen, Instant at, boolean isInBalance) {}

    /** A payment at a time relative to the start of the world; negative means before the start. */
    public record Move(Payment payment, Duration after) {}
}
