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
 * A world that was read and found to be right.
 *
 * @param institutions how the institutions answer
 * @param accounts accounts that are not known yet
 * @param deposits deposits that are not booked yet
 * @param moves what the mules do, in order of time
 */
public record World(
        List<InstitutionSetting> institutions, List<Account> accounts, List<Deposit> deposits, List<Move> moves) {

    public World {
        institutions = List.copyOf(institutions);
        accounts = List.copyOf(accounts);
        deposits = List.copyOf(deposits);
        moves = List.copyOf(moves);
    }

    /** The accounts that it adds, or pays from or to; each once. */
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

    /** How an institution answers, and after how many milliseconds. */
    public record InstitutionSetting(String code, Mode mode, ResponseMillis responseMillis) {}

    /** An account; its balance has the deposits of the same world in it. */
    public record Account(AccountId id, String name, AccountKind kind, long balanceFen) {}

    /**
     * A booking into an account, {@code from} the number that paid; {@code isInBalance} when the account is new and its
     * balance has it.
     */
    public record Deposit(
            AccountId to, String serial, Optional<String> from, long amountFen, Instant at, boolean isInBalance) {}

    /** A payment, {@code after} the start of the story; before it when negative. */
    public record Move(Payment payment, Duration after) {}
}
