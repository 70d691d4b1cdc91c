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
import org.stoppayment.simulator.wire.Feedback.RefundReturn;
import org.stoppayment.simulator.wire.Feedback.RefundStatus;
import org.stoppayment.simulator.wire.RefundOrder;

/** Decides and books refunds: the frozen account and its freeze go down by the sum, the payee's account goes up. */
public final class RefundBook {

    private static final ResultCode BAD_AMOUNT = new ResultCode("0200");
    private static final ResultCode NO_ACCOUNT = new ResultCode("0300");
    private static final ResultCode NAME_MISMATCH = new ResultCode("0301");
    private static final ResultCode NO_FREEZE = new ResultCode("0400");
    private static final ResultCode AFTER_EXPIRY = new ResultCode("1900");
    private static final String FREEZE = "freezeApplicationId";
    private static final String RECEIPT_PREFIX = "FH-";
    private static final String INFLOW_PREFIX = "IN-";
    private static final String RETURN_PREFIX = "TH-";

    private final Accounts accounts;
    private final Object lock;

    /** {@code lock} guards the accounts. */
    RefundBook(Accounts accounts, Object lock) {
        this.accounts = accounts;
        this.lock = lock;
    }

    /**
     * Decides a refund and books it when {@code books} is set. It is never paid out of another freeze, and never more than the freeze
     * holds.
     *
     * @param paysLess whether only half of the sum is paid
     * @param books false to decide only and change nothing
     * @param paidAt the moment to report
     */
    public Outcome refund(
            RefundOrder order, PayeeBank bank, boolean paysLess, boolean books, Instant paidAt, Instant now) {
        synchronized (lock) {
            Optional<Account> account = accounts.get(order.account());
            Optional<Freeze> freeze = account.flatMap(held -> held.freezes().find(order.freezeApplicationId()));
            if (freeze.isEmpty()) {
                return refused(order, NO_FREEZE, FREEZE);
            }
            if (!freeze.get().isLive(now)) {
                return refused(order, AFTER_EXPIRY);
            }
            return payeeRefusal(order, bank, account.get())
                    .orElseGet(() -> pay(order, account.get(), freeze.get(), paysLess, books, paidAt, now));
        }
    }

    private Optional<Outcome> payeeRefusal(RefundOrder order, PayeeBank bank, Account from) {
        if (order.name().isPresent() && !StopRules.nameMatches(from, order.name())) {
            return Optional.of(refused(order, NAME_MISMATCH, "account.name"));
        }
        Optional<MagicAccount> magic = MagicAccount.of(order.payee().number());
        boolean opensUnknown = bank != PayeeBank.SIMULATED || accounts.isPayer(order.payee());
        Optional<Account> payee = accounts.find(order.payee(), opensUnknown);
        boolean isItself = order.payee().equals(order.account());
        if (payee.isEmpty()
                || isItself
                || magic.filter(MagicAccount.NO_ACCOUNT::equals).isPresent()) {
            return Optional.of(refused(order, NO_ACCOUNT, "payee.number"));
        }
        boolean isMatch = StopRules.nameMatches(payee.get(), Optional.of(order.payeeName()));
        return isMatch && magic.filter(MagicAccount.NAME_MISMATCH::equals).isEmpty()
                ? Optional.empty()
                : Optional.of(refused(order, NAME_MISMATCH, "payee.name"));
    }

    private Outcome pay(
            RefundOrder order,
            Account from,
            Freeze freeze,
            boolean paysLess,
            boolean books,
            Instant paidAt,
            Instant now) {
        long heldFen = heldFen(from, freeze, now);
        if (heldFen == 0) {
            return refused(order, BAD_AMOUNT, "amountFen");
        }
        long wantedFen = paysLess ? (order.amountFen() + 1) / 2 : order.amountFen();
        long amountFen = Math.min(wantedFen, heldFen);
        Instant at = paidAt.truncatedTo(ChronoUnit.MILLIS);
        String receipt = RECEIPT_PREFIX + accounts.nextSequence();
        if (books) {
            takeOut(from, freeze, order.payee(), amountFen, receipt, at, now);
            receive(order.payee(), order.account(), amountFen, receipt, at);
        }
        ResultCode code = amountFen < order.amountFen() ? ResultCode.BALANCE_SHORT : ResultCode.OK;
        RefundStatus paid = new RefundStatus(receipt, at, amountFen, heldFen - amountFen, null);
        return new Outcome(Feedback.refund(order.applicationId(), code, paid), books, false);
    }

    /**
     * Pays a refund once more, as no institution should, and reports that payment with a receipt of its own. What the freeze does not
     * hold any more is the institution's own money.
     *
     * @param told what was reported about the first payment
     */
    public Feedback payAgain(RefundOrder order, RefundStatus told, Instant now) {
        synchronized (lock) {
            Account from = accounts.get(order.account()).orElseThrow();
            Freeze freeze = from.freezes().find(order.freezeApplicationId()).orElseThrow();
            long heldFen = heldFen(from, freeze, now);
            long fromFreezeFen = Math.min(told.amountFen(), heldFen);
            Instant at = now.truncatedTo(ChronoUnit.MILLIS);
            String receipt = RECEIPT_PREFIX + accounts.nextSequence();
            if (fromFreezeFen > 0) {
                takeOut(from, freeze, order.payee(), fromFreezeFen, receipt, at, now);
            }
            receive(order.payee(), order.account(), told.amountFen(), receipt, at);
            RefundStatus again = new RefundStatus(receipt, at, told.amountFen(), heldFen - fromFreezeFen, null);
            return Feedback.refund(order.applicationId(), codeOf(order, told), again);
        }
    }

    /**
     * Books what the payee's institution sends back: it is on the frozen account again, and frozen again unless the freeze has ended.
     *
     * @param told what was reported about the payment
     */
    public Feedback giveBack(RefundOrder order, RefundStatus told, String reason, Instant now) {
        synchronized (lock) {
            Account to = accounts.get(order.account()).orElseThrow();
            Freeze freeze = to.freezes().find(order.freezeApplicationId()).orElseThrow();
            Instant at = now.truncatedTo(ChronoUnit.MILLIS);
            long sequence = accounts.nextSequence();
            String serial = RETURN_PREFIX + sequence;
            accounts.get(order.payee())
                    .ifPresent(payee -> payee.pay(
                            booking(serial, told.receiptId(), told.amountFen(), at, sequence, order.account())));
            to.receive(booking(serial, told.receiptId(), told.amountFen(), at, sequence, order.payee()));
            to.setFreezes(to.freezes().restored(freeze, told.amountFen()));
            RefundReturn back = new RefundReturn(at, told.amountFen(), reason, heldFen(to, freeze, now));
            RefundStatus paid =
                    new RefundStatus(told.receiptId(), told.paidAt(), told.amountFen(), told.frozenFen(), back);
            return Feedback.refund(order.applicationId(), codeOf(order, told), paid);
        }
    }

    private static ResultCode codeOf(RefundOrder order, RefundStatus told) {
        return told.amountFen() < order.amountFen() ? ResultCode.BALANCE_SHORT : ResultCode.OK;
    }

    private void takeOut(
            Account from, Freeze freeze, AccountId payee, long amountFen, String receipt, Instant at, Instant now) {
        FreezeQueue left = from.freezes().paid(freeze, amountFen, from.balanceFen(), now);
        from.pay(booking(receipt, receipt, amountFen, at, accounts.lastSequence(), payee));
        from.setFreezes(left);
    }

    /** An account of an institution that is not simulated gets a place in the books, so that money may come back from it. */
    private void receive(AccountId payee, AccountId payer, long amountFen, String receipt, Instant at) {
        Account account = accounts.get(payee).orElseGet(() -> Account.permissive(payee));
        accounts.add(account);
        long sequence = accounts.lastSequence();
        account.receive(booking(INFLOW_PREFIX + sequence, receipt, amountFen, at, sequence, payer));
    }

    private static Booking booking(
            String serial, String reference, long amountFen, Instant at, long sequence, AccountId other) {
        return new Booking(
                serial,
                reference,
                Booking.Kind.TRANSFER,
                amountFen,
                at,
                sequence,
                Optional.of(Booking.Party.of(other)));
    }

    private static long heldFen(Account account, Freeze freeze, Instant now) {
        return account.freezes()
                .share(freeze, account.balanceFen(), now)
                .map(FreezeQueue.Share::heldFen)
                .orElse(0L);
    }

    private static Outcome refused(RefundOrder order, ResultCode code, String... mismatched) {
        return new Outcome(Feedback.plain(order.applicationId(), code, List.of(mismatched)), false, false);
    }
}
