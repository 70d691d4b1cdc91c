package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.view.AccountRecord;
import org.stoppayment.simulator.view.AccountView;
import org.stoppayment.simulator.wire.AccountId;
import org.stoppayment.simulator.wire.ExtensionOrder;
import org.stoppayment.simulator.wire.Feedback;
import org.stoppayment.simulator.wire.LiftOrder;
import org.stoppayment.simulator.wire.Order;
import org.stoppayment.simulator.wire.StopOrder;

/**
 * The accounts of all institutions. One lock guards them all, because a transfer changes two accounts: of a concurrent stop and move,
 * the first to get the lock comes first.
 */
public final class Ledger {

    private static final ResultCode NO_TRANSACTION = new ResultCode("0400");
    private static final ResultCode LIFT_AFTER_EXPIRY = new ResultCode("1900");
    private static final ResultCode EXTENSION_AFTER_EXPIRY = new ResultCode("1800");

    /** An inflow gets its own serial, because payers may use the same serials. */
    private static final String INFLOW_SERIAL_PREFIX = "IN-";

    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final StopFeedback feedback = new StopFeedback(accounts);
    private long sequence;

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
        accounts.putIfAbsent(id, Account.of(id, name, kind, balanceFen));
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
                ++sequence,
                from.map(number -> new Booking.Party(Optional.empty(), number)));
        if (isInBalance) {
            account.addInflow(booking);
        } else {
            account.receive(booking);
        }
    }

    /**
     * Pays an amount out of an account, or the balance when it is less; nothing when the account is stopped or empty.
     *
     * @return the amount paid, in fen
     */
    public synchronized long pay(Payment payment, Instant bookedAt, Instant now) {
        Account from = account(payment.from());
        long amountFen = Math.min(payment.amountFen(), from.balanceFen());
        if (amountFen <= 0 || from.isStopped(now)) {
            return 0;
        }
        Instant at = bookedAt.truncatedTo(ChronoUnit.MILLIS);
        Booking.Kind kind = Booking.Kind.valueOf(payment.kind().name());
        sequence++;
        from.pay(new Booking(
                payment.serial(),
                payment.serial(),
                kind,
                amountFen,
                at,
                sequence,
                payment.to().map(Ledger::party)));
        payment.to()
                .map(this::account)
                .ifPresent(to -> to.receive(new Booking(
                        INFLOW_SERIAL_PREFIX + sequence,
                        payment.serial(),
                        kind,
                        amountFen,
                        at,
                        sequence,
                        Optional.of(party(payment.from())))));
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
        Optional<Account> account = find(order.account(), opensUnknown);
        StopRules.Decision decision = StopRules.decide(account, order, now);
        Instant reported = stoppedAt.truncatedTo(ChronoUnit.MILLIS);
        Instant moment = account.map(known -> known.notBeforeOutflows(reported)).orElse(reported);
        if (books && account.isPresent()) {
            book(account.get(), order, decision, moment);
        }
        Feedback answer = account.filter(known -> decision.stops())
                .map(known -> feedback.of(order, known, decision, moment, now))
                .orElseGet(() -> Feedback.plain(order.applicationId(), decision.code(), decision.mismatched()));
        return new Outcome(answer, books && decision.stops(), books && decision.isRefusedAsLive());
    }

    private void book(Account account, StopOrder order, StopRules.Decision decision, Instant stoppedAt) {
        if (decision.stops()) {
            account.stops().add(new Stop(order.applicationId(), stoppedAt));
            account.setBalance(decision.heldFen());
            accounts.putIfAbsent(account.id(), account);
        } else if (decision.isRefusedAsLive()) {
            account.countRefusedAsLive();
        }
    }

    /** Decides a lift order and books it when {@code books} is set. A stop that was lifted before is answered 0000. */
    public synchronized Outcome lift(LiftOrder order, boolean books, Instant now) {
        Optional<Stop> stop = Optional.ofNullable(accounts.get(order.account()))
                .flatMap(account -> account.stop(order.originalApplicationId()));
        ResultCode code = stop.map(each -> each.isExpired(now) ? LIFT_AFTER_EXPIRY : ResultCode.OK)
                .orElse(NO_TRANSACTION);
        boolean hasEffect = books && stop.filter(each -> each.isLive(now)).isPresent();
        if (hasEffect) {
            stop.ifPresent(Stop::lift);
        }
        return new Outcome(plain(order, code, stop), hasEffect, false);
    }

    /**
     * Decides an extension order and books it when {@code books} is set: a live stop gets a second term, unless the account has had
     * two terms.
     */
    public synchronized Outcome extend(ExtensionOrder order, boolean books, Instant now) {
        Optional<Account> account = Optional.ofNullable(accounts.get(order.account()));
        Optional<Stop> stop = account.flatMap(each -> each.stop(order.originalApplicationId()));
        boolean isLive = stop.filter(each -> each.isLive(now)).isPresent();
        boolean hadAllTerms = account.filter(Account::hadAllTerms).isPresent();
        boolean hasEffect = books && isLive && !hadAllTerms;
        if (hasEffect) {
            stop.ifPresent(Stop::extend);
        }
        ResultCode code =
                !isLive ? EXTENSION_AFTER_EXPIRY : hadAllTerms ? ResultCode.STOP_COUNT_EXCEEDED : ResultCode.OK;
        return new Outcome(plain(order, code, stop), hasEffect, false);
    }

    private static Feedback plain(Order order, ResultCode code, Optional<Stop> original) {
        List<String> mismatched = original.isEmpty() ? List.of("originalApplicationId") : List.of();
        return Feedback.plain(order.applicationId(), code, mismatched);
    }

    /** The accounts with this number at all institutions. Magic and open accounts are included once they were stopped. */
    public synchronized List<AccountView> views(String number, Instant now) {
        return accounts.values().stream()
                .filter(account -> account.id().number().equals(number))
                .map(account -> account.view(now))
                .toList();
    }

    /** The records of these accounts as of one moment; unknown accounts are left out. */
    public synchronized List<AccountRecord> records(Collection<AccountId> ids, Instant now) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(accounts.get(id)).stream())
                .map(account -> AccountRecords.of(account, now))
                .toList();
    }

    /** The accounts of worlds with this number. */
    public synchronized List<AccountId> worldAccounts(String number) {
        return accounts.values().stream()
                .filter(account ->
                        !account.isPermissive() && account.id().number().equals(number))
                .map(Account::id)
                .toList();
    }

    /** The name of the holder of an account; empty for an unknown account. */
    public synchronized Optional<String> holder(AccountId id) {
        return Optional.ofNullable(accounts.get(id)).flatMap(Account::name);
    }

    /** The amount of a booked deposit; empty when it is not booked. */
    public synchronized OptionalLong depositFen(AccountId to, String serial) {
        return Optional.ofNullable(accounts.get(to)).map(Account::inflows).stream()
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

    private static Booking.Party party(AccountId id) {
        return new Booking.Party(Optional.of(id.institutionCode()), id.number());
    }

    private Account account(AccountId id) {
        Account account = accounts.get(id);
        if (account == null) {
            throw new IllegalStateException("account: " + id + " (expected: one of a world)");
        }
        return account;
    }

    private Optional<Account> find(AccountId id, boolean opensUnknown) {
        Account known = accounts.get(id);
        boolean isPermissive = opensUnknown || MagicAccount.of(id.number()).isPresent();
        return known == null && isPermissive ? Optional.of(Account.permissive(id)) : Optional.ofNullable(known);
    }
}
