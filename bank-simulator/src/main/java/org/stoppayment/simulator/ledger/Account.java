package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.view.AccountView;
import org.stoppayment.simulator.wire.AccountId;

/** An account in the ledger; guarded by the ledger's lock. */
final class Account {

    private static final int MAX_TERMS = 2;

    private final AccountId id;
    private final Optional<String> name;
    private final AccountKind kind;
    private final boolean isPermissive;
    private final List<Booking> inflows = new ArrayList<>();
    private final List<Booking> outflows = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private FreezeQueue freezes = FreezeQueue.EMPTY;
    private long balanceFen;
    private int stopsRefusedAsLive;

    private Account(AccountId id, Optional<String> name, AccountKind kind, boolean isPermissive, long balanceFen) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.isPermissive = isPermissive;
        this.balanceFen = balanceFen;
    }

    /** An account of a world. */
    static Account of(AccountId id, String name, AccountKind kind, long balanceFen) {
        return new Account(id, Optional.of(name), kind, false, balanceFen);
    }

    /** An account that matches any name, amount and time and has the balance that the order implies. */
    static Account permissive(AccountId id) {
        return new Account(id, Optional.empty(), AccountKind.UNSPECIFIED, true, 0);
    }

    AccountId id() {
        return id;
    }

    Optional<String> name() {
        return name;
    }

    AccountKind kind() {
        return kind;
    }

    boolean isPermissive() {
        return isPermissive;
    }

    Optional<MagicAccount> magic() {
        return isPermissive ? MagicAccount.of(id.number()) : Optional.empty();
    }

    long balanceFen() {
        return balanceFen;
    }

    List<Booking> inflows() {
        return inflows;
    }

    List<Booking> outflows() {
        return outflows;
    }

    List<Stop> stops() {
        return stops;
    }

    FreezeQueue freezes() {
        return freezes;
    }

    void setFreezes(FreezeQueue next) {
        freezes = next;
    }

    /** What may be paid out: nothing of a stopped account, else what no freeze holds. */
    long availableFen(Instant now) {
        return isStopped(now) ? 0 : balanceFen - freezes.heldFen(balanceFen, now);
    }

    /** The stop that this order made; empty when it made none. */
    Optional<Stop> stop(String applicationId) {
        return stops.stream()
                .filter(stop -> stop.applicationId().equals(applicationId))
                .findFirst();
    }

    /** True when the account has had the maximum number of terms. */
    boolean hadAllTerms() {
        return stops.stream().mapToInt(Stop::terms).sum() >= MAX_TERMS;
    }

    /** Adds an inflow that the balance already includes. */
    void addInflow(Booking booking) {
        inflows.add(booking);
    }

    void receive(Booking booking) {
        inflows.add(booking);
        balanceFen = Math.addExact(balanceFen, booking.amountFen());
    }

    void pay(Booking booking) {
        outflows.add(booking);
        balanceFen = Math.subtractExact(balanceFen, booking.amountFen());
    }

    /** Sets the balance; a permissive account gets it from the order. */
    void setBalance(long fen) {
        balanceFen = fen;
    }

    void countRefusedAsLive() {
        stopsRefusedAsLive++;
    }

    /** The stop moment, moved behind outflows that were booked while the order was read. */
    Instant notBeforeOutflows(Instant stoppedAt) {
        return outflows.stream()
                .map(Booking::bookedAt)
                .filter(at -> at.isAfter(stoppedAt))
                .max(Instant::compareTo)
                .orElse(stoppedAt);
    }

    boolean isStopped(Instant now) {
        return stops.stream().anyMatch(stop -> stop.isLive(now));
    }

    AccountView view(Instant now) {
        int live =
                Math.toIntExact(stops.stream().filter(stop -> stop.isLive(now)).count());
        Collection<FreezeQueue.Share> shares = freezes.shares(balanceFen, now).values();
        return new AccountView(
                id.institutionCode(),
                id.number(),
                balanceFen,
                live > 0,
                live,
                stops.size(),
                stopsRefusedAsLive,
                shares.stream().mapToLong(FreezeQueue.Share::heldFen).sum(),
                shares.size(),
                Math.toIntExact(
                        shares.stream().filter(FreezeQueue.Share::isWaiting).count()));
    }
}
