package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.simulator.ledger.Ledger.Outcome;
import org.stoppayment.simulator.wire.ExtensionOrder;
import org.stoppayment.simulator.wire.Feedback;
import org.stoppayment.simulator.wire.LiftOrder;
import org.stoppayment.simulator.wire.Order;
import org.stoppayment.simulator.wire.StopOrder;

/** Decides and books stops, extensions and lifts. Guarded by the ledger's lock. */
final class StopBook {

    private static final ResultCode NO_TRANSACTION = new ResultCode("0400");
    private static final ResultCode LIFT_AFTER_EXPIRY = new ResultCode("1900");
    private static final ResultCode EXTENSION_AFTER_EXPIRY = new ResultCode("1800");

    private final Accounts accounts;
    private final StopFeedback feedback;

    StopBook(Accounts accounts) {
        this.accounts = accounts;
        this.feedback = new StopFeedback(accounts);
    }

    /** A stop; see {@link Ledger#stop}. */
    Outcome stop(StopOrder order, boolean opensUnknown, boolean books, Instant stoppedAt, Instant now) {
        Optional<Account> account = accounts.find(order.account(), opensUnknown);
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
            account.stops().add(new Stop(order.applicationId(), order.caseId(), stoppedAt));
            account.setBalance(decision.heldFen());
            accounts.add(account);
        } else if (decision.isRefusedAsLive()) {
            account.countRefusedAsLive();
        }
    }

    /** A lift. A stop that was lifted before is answered 0000, one that has ended otherwise 1900. */
    Outcome lift(LiftOrder order, boolean books, Instant now) {
        Optional<Stop> stop =
                accounts.get(order.account()).flatMap(account -> account.stop(order.originalApplicationId()));
        ResultCode code = stop.map(each -> each.hasEnded(now) ? LIFT_AFTER_EXPIRY : ResultCode.OK)
                .orElse(NO_TRANSACTION);
        boolean hasEffect = books && stop.filter(each -> each.isLive(now)).isPresent();
        if (hasEffect) {
            stop.ifPresent(Stop::lift);
        }
        return new Outcome(plain(order, code, stop), hasEffect, false);
    }

    /** An extension: a live stop gets a second term, unless the account has had two terms. */
    Outcome extend(ExtensionOrder order, boolean books, Instant now) {
        Optional<Account> account = accounts.get(order.account());
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
}
