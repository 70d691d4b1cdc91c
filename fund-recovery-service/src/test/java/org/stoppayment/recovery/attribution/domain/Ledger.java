package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.attribution.domain.StatementCheck.Balance;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Bookings for tests, one a second, in the order in which they are written down; sums in fen. Unless told otherwise, each account's balance
 * is what its bookings leave.
 */
public final class Ledger {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final List<Flow> flows = new ArrayList<>();
    private final Map<AccountRef.Key, Long> openings = new HashMap<>();
    private final Map<AccountRef.Key, Long> told = new HashMap<>();
    private final Map<AccountRef.Key, Long> sums = new TreeMap<>(Accounts.ORDER);

    public static Owner victim(int number) {
        return Owner.victim(new CaseId(new UUID(0, number)));
    }

    public static AccountRef.Key account(String name) {
        return new AccountRef.Key("102100099996", name);
    }

    /** A victim pays into an account. */
    public Ledger paid(int victim, String to, long fen) {
        return outside(victim(victim), to, fen, new Provenance(true, false));
    }

    /** Money of nobody's case comes in. */
    public Ledger clean(String to, long fen) {
        return outside(Owner.HOLDER, to, fen, new Provenance(true, false));
    }

    /** An account pays another. */
    public Ledger moved(String from, String to, long fen) {
        sums.merge(account(from), -fen, Long::sum);
        sums.merge(account(to), fen, Long::sum);
        return add(
                FlowId.Source.OUT, from, Optional.of(account(from)), Optional.of(account(to)), fen, Optional.empty());
    }

    /** Cash is taken from an account. */
    public Ledger cash(String from, long fen) {
        sums.merge(account(from), -fen, Long::sum);
        return add(FlowId.Source.OUT, from, Optional.of(account(from)), Optional.empty(), fen, Optional.empty());
    }

    /** The holder had money there before. */
    public Ledger opening(String account, long fen) {
        openings.put(account(account), fen);
        sums.merge(account(account), fen, Long::sum);
        return this;
    }

    /** The balance that the institution tells after the last booking. */
    public Ledger balance(String account, long fen) {
        told.put(account(account), fen);
        return this;
    }

    public Attribution attribution() {
        Map<AccountRef.Key, StatementCheck> accounts = new HashMap<>();
        sums.forEach((key, known) -> {
            long balance = told.getOrDefault(key, known);
            accounts.put(
                    key,
                    new StatementCheck(
                            openings.getOrDefault(key, 0L),
                            balance - known,
                            Optional.of(new Balance(balance, START.plusSeconds(flows.size())))));
        });
        return Attribution.of(new MoneyGraph(accounts, flows));
    }

    private Ledger outside(Owner owner, String to, long fen, Provenance provenance) {
        sums.merge(account(to), fen, Long::sum);
        return add(
                FlowId.Source.REPORTED,
                to,
                Optional.empty(),
                Optional.of(account(to)),
                fen,
                Optional.of(new Flow.Origin(
                        Shares.of(owner, fen), provenance, owner.isVictim() ? 0 : AccountShares.UNREACHED)));
    }

    private Ledger add(
            FlowId.Source source,
            String account,
            Optional<AccountRef.Key> payer,
            Optional<AccountRef.Key> payee,
            long fen,
            Optional<Flow.Origin> origin) {
        int number = flows.size();
        flows.add(new Flow(
                new FlowId(source, account(account), "S" + number, 1),
                payer,
                payee,
                fen,
                START.plusSeconds(number),
                START.plusSeconds(number),
                0,
                origin,
                Optional.empty()));
        return this;
    }
}
