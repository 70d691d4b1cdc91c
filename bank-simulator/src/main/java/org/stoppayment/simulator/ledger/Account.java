package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.view.AccountView;
import org.stoppayment.simulator.wire.AccountId;

/** An account as the ledger keeps it; guarded by the ledger's lock. */
final class Account {

    private static final int MAX_TERMS = 2;

    private final AccountId id;
    private final Optional<String> name;
    private final AccountKind kind;
    private final boolean isGenerous;
    private final List<Booking> inflows = new ArrayList<>();
    private final List<Booking> outflows = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private long balanceFen;
    private int stopsRefusedAsLive;

    private Account(AccountId id, Optional<String> name, AccountKind kind, boolean isGenerous, long balanceFen) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.isGenerous = isGenerous;
        this.balanceFen = balanceFen;
    }

    /** An account of a world. */
    static Account of(AccountId id, String name, AccountKind kind, long balanceFen) {
        return new Account(id, Optional.of(name), kind, false, balanceFen);
    }

    /** An account that matches any name, amount and time, and holds what the order says. */
    static Account generous(AccountId id) {
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

    boolean isGenerous() {
        return isGenerous;
    }

    Optional<MagicAccount> magic() {
        return isGenerous ? MagicAccount.of(id.number()) : Optional.empty();
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

    /** The stop that this order put on the account, if it did. */
    Optional<Stop> stop(String applicationId) {
        return stops.stream()
                .filter(stop -> stop.applicationId().equals(applicationId))
                .findFirst();
    }

    /** Whether it had the two terms that an account may have in all. */
    boolean hadAllTerms() {
        return stops.stream().mapToInt(Stop::terms).sum() >= MAX_TERMS;
    }

    /** Notes an inflow that the balance has already. */
    void noteInflow(Booking booking) {
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

    /** Sets what a generous account holds. */
    void hold(long fen) {
        balanceFen = fen;
    }

    void refuseAsLive() {
        stopsRefusedAsLive++;
    }

    /** The moment of a stop: a payment that was let through while the order was being read was before it. */
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
        return new AccountView(
                id.institutionCode(), id.number(), balanceFen, live > 0, live, stops.size(), stopsRefusedAsLive);
    }
}
