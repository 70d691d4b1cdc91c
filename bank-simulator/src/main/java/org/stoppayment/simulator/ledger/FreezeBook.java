package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.ledger.Ledger.Outcome;
import org.stoppayment.simulator.wire.AccountId;
import org.stoppayment.simulator.wire.Feedback;
import org.stoppayment.simulator.wire.FreezeChange;
import org.stoppayment.simulator.wire.FreezeLift;
import org.stoppayment.simulator.wire.FreezeOrder;
import org.stoppayment.simulator.wire.FreezeRenewal;

/** Decides and books freezes and the orders about them. Guarded by the ledger's lock. */
final class FreezeBook {

    private static final ResultCode NO_ACCOUNT = new ResultCode("0300");
    private static final ResultCode NAME_MISMATCH = new ResultCode("0301");
    private static final ResultCode NO_FREEZE = new ResultCode("0400");
    private static final ResultCode WRONG_DATE = new ResultCode("0800");
    private static final ResultCode FROZEN_IN_PART = new ResultCode("1302");
    private static final ResultCode AFTER_EXPIRY = new ResultCode("1800");
    private static final ResultCode LIFT_AFTER_EXPIRY = new ResultCode("1900");
    private static final String ORIGINAL = "originalApplicationId";

    private final Accounts accounts;

    FreezeBook(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A freeze; see {@link Ledger#freeze}. */
    Outcome freeze(FreezeOrder order, boolean opensUnknown, boolean books, Instant frozenAt, Instant now) {
        Optional<Account> known = accounts.find(order.account(), opensUnknown);
        if (known.isEmpty()) {
            return refused(order.applicationId(), NO_ACCOUNT);
        }
        Account account = known.get();
        Optional<Outcome> fixed = account.magic().flatMap(magic -> fixed(magic, order));
        if (fixed.isPresent()) {
            return fixed.get();
        }
        if (!StopRules.nameMatches(account, order.name())) {
            return refused(order.applicationId(), NAME_MISMATCH, "account.name");
        }
        if (!order.expiresAt().isAfter(now)) {
            return refused(order.applicationId(), WRONG_DATE, "expiresAt");
        }
        return place(account, order, books, frozenAt.truncatedTo(ChronoUnit.MILLIS), now);
    }

    /** A stop that the freeze names and that is not a live one of its case does not hinder it: the answer names it. */
    private Outcome place(Account account, FreezeOrder order, boolean books, Instant frozenAt, Instant now) {
        Optional<Stop> stop = order.stopApplicationId()
                .flatMap(account::stop)
                .filter(each -> each.caseId().equals(order.caseId()) && each.isLive(now));
        long balanceFen = balanceFen(account, order);
        Freeze freeze = new Freeze(order.applicationId(), order.expiresAt(), books ? stop : Optional.empty());
        FreezeQueue queue = account.freezes().with(freeze, order.limitFen());
        queue.share(freeze, balanceFen, now)
                .filter(share -> !share.isWaiting())
                .ifPresent(inEffect -> freeze.takeEffect(frozenAt, now));
        if (books) {
            account.setBalance(balanceFen);
            account.setFreezes(queue);
            accounts.add(account);
        }
        List<String> mismatched =
                order.stopApplicationId().isPresent() && stop.isEmpty() ? List.of("stopApplicationId") : List.of();
        Feedback answer = FreezeFeedback.of(order.applicationId(), freeze, queue, balanceFen, mismatched, now)
                .orElseThrow();
        return new Outcome(answer, books, false);
    }

    /** The balance; an account that is not in the books yet has what the order implies. */
    private long balanceFen(Account account, FreezeOrder order) {
        if (accounts.contains(account)) {
            return account.balanceFen();
        }
        long limitFen = order.limitFen().orElse(0L);
        return account.magic().filter(MagicAccount.BALANCE_SHORT::equals).isPresent() ? limitFen / 2 : limitFen;
    }

    /** A renewal; a live freeze then ends later. */
    Outcome renew(FreezeRenewal order, boolean books, Instant now) {
        Optional<Freeze> freeze = find(order.account(), order.originalApplicationId());
        if (freeze.isEmpty()) {
            return refused(order.applicationId(), AFTER_EXPIRY, ORIGINAL);
        }
        if (!freeze.get().isLive(now)) {
            return refused(order.applicationId(), AFTER_EXPIRY);
        }
        if (!freeze.get().endsBefore(order.expiresAt())) {
            return refused(order.applicationId(), WRONG_DATE, "expiresAt");
        }
        if (books) {
            freeze.get().renew(order.expiresAt());
        }
        return new Outcome(Feedback.plain(order.applicationId(), ResultCode.OK, List.of()), books, false);
    }

    /** A lift. A freeze that was lifted before is answered 0000. */
    Outcome lift(FreezeLift order, boolean books, Instant now) {
        Optional<Freeze> freeze = find(order.account(), order.originalApplicationId());
        if (freeze.isEmpty()) {
            return refused(order.applicationId(), NO_FREEZE, ORIGINAL);
        }
        if (freeze.get().isExpired(now)) {
            return refused(order.applicationId(), LIFT_AFTER_EXPIRY);
        }
        boolean hasEffect = books && freeze.get().isLive(now);
        if (hasEffect) {
            freeze.get().lift();
            accounts.get(order.account()).ifPresent(account -> takeEffect(account, now));
        }
        return new Outcome(Feedback.plain(order.applicationId(), ResultCode.OK, List.of()), hasEffect, false);
    }

    /** A change of the sum that a live freeze holds. */
    Outcome change(FreezeChange order, boolean books, Instant now) {
        Optional<Freeze> freeze = find(order.account(), order.originalApplicationId());
        if (freeze.isEmpty()) {
            return refused(order.applicationId(), AFTER_EXPIRY, ORIGINAL);
        }
        if (!freeze.get().isLive(now)) {
            return refused(order.applicationId(), AFTER_EXPIRY);
        }
        Account account = accounts.get(order.account()).orElseThrow();
        takeEffect(account, now);
        FreezeQueue queue = account.freezes().changed(freeze.get(), order.limitFen());
        if (books) {
            account.setFreezes(queue);
            takeEffect(account, now);
        }
        Feedback answer = FreezeFeedback.of(
                        order.applicationId(), freeze.get(), queue, account.balanceFen(), List.of(), now)
                .orElseThrow();
        return new Outcome(answer, books, false);
    }

    /** What is to be said now about a live freeze; see {@link Ledger#freezeState}. */
    Optional<Feedback> state(
            AccountId id, String freezeId, String applicationId, List<String> mismatched, Instant now) {
        return accounts.get(id)
                .flatMap(account -> account.freezes().find(freezeId).flatMap(freeze -> {
                    takeEffect(account, now);
                    return FreezeFeedback.of(
                            applicationId, freeze, account.freezes(), account.balanceFen(), mismatched, now);
                }));
    }

    /** Freezes that do not wait any more take effect. */
    private static void takeEffect(Account account, Instant now) {
        account.freezes().shares(account.balanceFen(), now).forEach((freeze, share) -> {
            if (!share.isWaiting()) {
                freeze.takeEffect(now.truncatedTo(ChronoUnit.MILLIS), now);
            }
        });
    }

    private Optional<Freeze> find(AccountId id, String applicationId) {
        return accounts.get(id).flatMap(account -> account.freezes().find(applicationId));
    }

    private static Outcome refused(String applicationId, ResultCode code, String... mismatched) {
        return new Outcome(Feedback.plain(applicationId, code, List.of(mismatched)), false, false);
    }

    /** What a magic account always answers. */
    private static Optional<Outcome> fixed(MagicAccount magic, FreezeOrder order) {
        return switch (magic) {
            case NAME_MISMATCH -> Optional.of(refused(order.applicationId(), NAME_MISMATCH, "account.name"));
            case NO_ACCOUNT -> Optional.of(refused(order.applicationId(), NO_ACCOUNT));
            case ALREADY_HELD ->
                Optional.of(new Outcome(
                        FreezeFeedback.waiting(order.applicationId(), FROZEN_IN_PART, 1, List.of()), false, false));
            case BALANCE_SHORT,
                    THIRD_STOP,
                    SLOW,
                    DUPLICATE_CALLBACK,
                    LATE_CALLBACK,
                    GARBAGE,
                    NEVER_ANSWERS,
                    PAYEE_CLOSED -> Optional.empty();
        };
    }
}
