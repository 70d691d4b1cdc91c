package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.simulator.view.AccountRecord;
import org.stoppayment.simulator.view.AccountView;
import org.stoppayment.simulator.wire.AccountId;
import org.stoppayment.simulator.wire.ExtensionOrder;
import org.stoppayment.simulator.wire.Feedback;
import org.stoppayment.simulator.wire.FreezeChange;
import org.stoppayment.simulator.wire.FreezeLift;
import org.stoppayment.simulator.wire.FreezeOrder;
import org.stoppayment.simulator.wire.FreezeRenewal;
import org.stoppayment.simulator.wire.LiftOrder;
import org.stoppayment.simulator.wire.Query;
import org.stoppayment.simulator.wire.QueryAnswer;
import org.stoppayment.simulator.wire.QueryParts;
import org.stoppayment.simulator.wire.StopOrder;

/**
 * The accounts of all institutions. One lock guards them all, because a transfer changes two accounts: of a concurrent stop and move,
 * the first to get the lock comes first.
 */
public final class Ledger {

    /** An inflow gets its own serial, because payers may use the same serials. */
    private static final String INFLOW_SERIAL_PREFIX = "IN-";

    private final Accounts accounts = new Accounts();
    private final StopBook stops = new StopBook(accounts);
    private final FreezeBook freezes = new FreezeBook(accounts);
    private final QueryBook queries = new QueryBook(accounts);
    private final RefundBook refunds = new RefundBook(accounts, this);

    /**
     * The outcome of an order.
     *
     * @param feedback the answer
     * @param hasEffect whether it changed the books
     * @param isRefusedAsLive whether it was refused because a stop of ours is live
     */
    public record Outcome(Feedback feedback, boolean hasEffect, boolean isRefusedAsLive) {}

    /** Opens an account; its balance includes the deposits that are added later with {@code isInBalance}. */
    public synchronized void open(AccountId id, String name, AccountKind kind, long balanceFen) {
        accounts.add(Account.of(id, name, kind, balanceFen));
    }

    /**
     * Books a deposit.
     *
     * @param from number of the account that paid, if known
     * @param isInBalance whether the balance already includes it
     */
    public synchronized void deposit(
            AccountId to, String serial, Optional<String> from, long amountFen, Instant at, boolean isInBalance) {
        Account account = account(to);
        Booking booking = new Booking(
                serial,
                serial,
                Booking.Kind.DEPOSIT,
                amountFen,
                at,
                accounts.nextSequence(),
                from.map(accounts::payer));
        if (isInBalance) {
            account.addInflow(booking);
        } else {
            account.receive(booking);
        }
    }

    /**
     * Pays an amount out of an account, or what no freeze holds when that is less; nothing when the account is stopped or empty.
     *
     * @return the amount paid, in fen
     */
    public synchronized long pay(Payment payment, Instant bookedAt, Instant now) {
        Account from = account(payment.from());
        long amountFen = Math.min(payment.amountFen(), from.availableFen(now));
        if (amountFen <= 0) {
            return 0;
        }
        Instant at = bookedAt.truncatedTo(ChronoUnit.MILLIS);
        Booking.Kind kind = Booking.Kind.valueOf(payment.kind().name());
        long sequence = accounts.nextSequence();
        from.pay(new Booking(
                payment.serial(),
                payment.serial(),
                kind,
                amountFen,
                at,
                sequence,
                payment.to().map(Booking.Party::of)));
        payment.to()
                .map(this::account)
                .ifPresent(to -> to.receive(new Booking(
                        INFLOW_SERIAL_PREFIX + sequence,
                        payment.serial(),
                        kind,
                        amountFen,
                        at,
                        sequence,
                        Optional.of(Booking.Party.of(payment.from())))));
        return amountFen;
    }

    /**
     * Decides a stop order and books it when {@code books} is set.
     *
     * @param opensUnknown whether an unknown account exists and matches the order
     * @param books false to decide only and change nothing
     * @param stoppedAt the stop moment to report
     */
    public synchronized Outcome stop(
            StopOrder order, boolean opensUnknown, boolean books, Instant stoppedAt, Instant now) {
        return stops.stop(order, opensUnknown, books, stoppedAt, now);
    }

    /** Decides a lift order and books it when {@code books} is set. */
    public synchronized Outcome lift(LiftOrder order, boolean books, Instant now) {
        return stops.lift(order, books, now);
    }

    /** Decides an extension order and books it when {@code books} is set. */
    public synchronized Outcome extend(ExtensionOrder order, boolean books, Instant now) {
        return stops.extend(order, books, now);
    }

    /**
     * Decides a freeze and books it when {@code books} is set.
     *
     * @param opensUnknown whether an unknown account exists and matches the order
     * @param books false to decide only and change nothing
     * @param frozenAt the moment to report
     */
    public synchronized Outcome freeze(
            FreezeOrder order, boolean opensUnknown, boolean books, Instant frozenAt, Instant now) {
        return freezes.freeze(order, opensUnknown, books, frozenAt, now);
    }

    /** Decides the renewal of a freeze and books it when {@code books} is set. */
    public synchronized Outcome renew(FreezeRenewal order, boolean books, Instant now) {
        return freezes.renew(order, books, now);
    }

    /** Decides the lift of a freeze and books it when {@code books} is set. */
    public synchronized Outcome lift(FreezeLift order, boolean books, Instant now) {
        return freezes.lift(order, books, now);
    }

    /** Decides a change of the sum of a freeze and books it when {@code books} is set. */
    public synchronized Outcome change(FreezeChange order, boolean books, Instant now) {
        return freezes.change(order, books, now);
    }

    /**
     * The feedback on a freeze as of {@code now}; empty when it has ended.
     *
     * @param freezeId the order that made the freeze
     * @param told the order that the feedback is about, and what was said about it
     */
    public synchronized Optional<Feedback> freezeState(AccountId id, String freezeId, Feedback told, Instant now) {
        return freezes.state(id, freezeId, told.applicationId(), told.mismatched(), now);
    }

    /** The refunds, guarded by the same lock. */
    public RefundBook refunds() {
        return refunds;
    }

    /** Answers a query as of {@code now}; {@code opensUnknown}: whether an unknown account exists. Knows nothing of watches. */
    public synchronized QueryAnswer answer(Query query, boolean opensUnknown, Instant now) {
        return queries.answer(query, opensUnknown, now);
    }

    /** Number of the last booking; later ones have higher numbers. */
    public synchronized long lastSequence() {
        return accounts.lastSequence();
    }

    /**
     * The report of a watch about what was booked from {@code start} to {@code end}; empty when nothing was.
     *
     * @param number number of the report within its watch
     * @param after number of the last booking that was reported before
     */
    public synchronized Optional<QueryParts.Report> report(
            Query watch, long number, long after, Instant start, Instant end) {
        List<QueryParts.Booking> bookings = queries.bookings(watch, after, start, end);
        return bookings.isEmpty()
                ? Optional.empty()
                : Optional.of(new QueryParts.Report(number, bookings, queries.balanceFen(watch)));
    }

    /** The accounts with this number at all institutions. Magic and open accounts are included once they were held. */
    public synchronized List<AccountView> views(String number, Instant now) {
        return accounts.all().stream()
                .filter(account -> account.id().number().equals(number))
                .map(account -> account.view(now))
                .toList();
    }

    /** The records of these accounts as of one moment; unknown accounts are left out. */
    public synchronized List<AccountRecord> records(Collection<AccountId> ids, Instant now) {
        return ids.stream()
                .flatMap(id -> accounts.get(id).stream())
                .map(account -> AccountRecords.of(account, now))
                .toList();
    }

    /** The accounts of worlds with this number. */
    public synchronized List<AccountId> worldAccounts(String number) {
        return accounts.all().stream()
                .filter(account ->
                        !account.isPermissive() && account.id().number().equals(number))
                .map(Account::id)
                .toList();
    }

    /** The name of the holder of an account; empty for an unknown account. */
    public synchronized Optional<String> holder(AccountId id) {
        return accounts.get(id).flatMap(Account::name);
    }

    /** The amount of a booked deposit; empty when it is not booked. */
    public synchronized OptionalLong depositFen(AccountId to, String serial) {
        return accounts.get(to).map(Account::inflows).stream()
                .flatMap(Collection::stream)
                .filter(booking -> booking.kind() == Booking.Kind.DEPOSIT
                        && booking.serial().equals(serial))
                .mapToLong(Booking::amountFen)
                .findFirst();
    }

    /** Removes all accounts. */
    public synchronized void clear() {
        accounts.clear();
    }

    private Account account(AccountId id) {
        return accounts.get(id)
                .orElseThrow(() -> new IllegalStateException("account: " + id + " (expected: one of a world)"));
    }
}
