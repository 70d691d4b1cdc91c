package org.stoppayment.recovery.payments.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.PaymentId;
import org.stoppayment.recovery.payments.domain.Receipt.Return;

/**
 * A payment to a victim out of one freeze. Its id is that of the order to the institution, and stays the same for every attempt.
 *
 * @param id of the payment
 * @param order what is ordered
 * @param state where it stands
 * @param progress how sending it has gone
 * @param resultCode last result code of the institution, empty when there is none
 * @param detail why it waits, was declined or needs a person; may be empty
 * @param receipts what the institution told, the earliest first
 * @param revision of what account-freeze is told; 0: nothing yet
 * @param resolution when a person said what the institution did; empty when nobody did
 */
public record Payment(
        PaymentId id,
        PaymentOrder order,
        PaymentState state,
        Progress progress,
        String resultCode,
        String detail,
        List<Receipt> receipts,
        int revision,
        Optional<Resolution> resolution) {

    public Payment {
        receipts = List.copyOf(receipts);
    }

    /**
     * How sending a payment has gone so far.
     *
     * @param attempts number of times that it was sent, or may have been
     * @param failures number of times in a row that it brought no result
     * @param firstFailureAt since when nobody knows what the institution did; empty when that is known
     */
    public record Progress(int attempts, int failures, Optional<Instant> firstFailureAt) {

        /** Nothing has happened yet. */
        public static final Progress NONE = new Progress(0, 0, Optional.empty());

        Progress after(PaymentEvent event, Instant at) {
            return switch (event) {
                case SENT -> new Progress(attempts + 1, failures, firstFailureAt);
                case NOT_SENT -> new Progress(Math.max(0, attempts - 1), failures + 1, firstFailureAt);
                case UNANSWERED, UNCLEAR ->
                    new Progress(attempts, failures + 1, firstFailureAt.or(() -> Optional.of(at)));
                case TAKEN, NOT_KNOWN -> new Progress(attempts, 0, Optional.empty());
                case PAID, DECLINED, CAME_BACK -> new Progress(attempts, 0, Optional.empty());
                case NEEDS_PERSON, BUDGET_SPENT -> this;
            };
        }
    }

    /**
     * What a person said the institution did.
     *
     * @param officer who
     * @param at when
     * @param reason how it is known
     */
    public record Resolution(Officer officer, Instant at, String reason) {}

    /** What is odd about a payment. */
    public enum Flag {
        /** The institution gave more than one receipt. */
        PAID_TWICE,
        /** Less was paid than was ordered. */
        PAID_LESS,
        /** More was paid than was ordered. */
        PAID_MORE,
        /** It was declined first, and paid later: it may have been ordered again meanwhile. */
        PAID_AFTER_DECLINE,
        /** A part of it came back. */
        PARTLY_RETURNED,
        /** The time that the institution has is over, and it has not paid. */
        OVERDUE
    }

    /** A payment that waits to be sent. */
    public static Payment ordered(PaymentId id, PaymentOrder order) {
        return new Payment(id, order, PaymentState.QUEUED, Progress.NONE, "", "", List.of(), 0, Optional.empty());
    }

    /** The payment after an event; empty when it says nothing new. */
    public Optional<Payment> after(PaymentEvent event, String code, String why, Instant at) {
        return state.after(event)
                .map(next -> new Payment(
                        id,
                        order,
                        next,
                        progress.after(event, at),
                        code.isEmpty() ? resultCode : code,
                        why,
                        receipts,
                        revision,
                        resolution));
    }

    /** The payment with one more failure in a row, in the same state: an inquiry brought nothing new. */
    public Payment stillUnclear(Instant at) {
        Progress next = state == PaymentState.IN_DOUBT
                ? progress.after(PaymentEvent.UNCLEAR, at)
                : new Progress(progress.attempts(), progress.failures() + 1, progress.firstFailureAt());
        return new Payment(id, order, state, next, resultCode, detail, receipts, revision, resolution);
    }

    /** The payment of which a person said what the institution did. */
    public Payment resolvedBy(Resolution person) {
        return new Payment(id, order, state, progress, resultCode, detail, receipts, revision, Optional.of(person));
    }

    /** True when only a person said that it is not paid: the institution may know better. */
    public boolean isDeclinedByAPerson() {
        return state == PaymentState.DECLINED && resolution.isPresent() && progress.attempts() > 0;
    }

    /** True when a person may say what became of it: it needs one, its time is over, or it was never sent. */
    public boolean mayBeResolved(Instant now) {
        return state == PaymentState.MANUAL
                || state == PaymentState.QUEUED && progress.attempts() == 0
                || !state.hasEnded() && now.isAfter(order.deadlineAt());
    }

    /** The payment with a receipt; the same one again changes nothing. */
    public Optional<Payment> receipted(Receipt receipt, String code, Instant at) {
        if (receipts.stream().anyMatch(known -> known.id().equals(receipt.id()))) {
            return Optional.empty();
        }
        List<Receipt> all = new ArrayList<>(receipts);
        all.add(receipt);
        PaymentState next = state == PaymentState.RETURNED
                ? PaymentState.PAID
                : state.after(PaymentEvent.PAID).orElse(state);
        return Optional.of(new Payment(
                id,
                order,
                next,
                progress.after(PaymentEvent.PAID, at),
                code,
                state == PaymentState.DECLINED ? Flag.PAID_AFTER_DECLINE.name() : "",
                all,
                revision + 1,
                resolution));
    }

    /** The payment of whose receipt money came back: the highest sum told counts, and no more than was paid. */
    public Optional<Payment> cameBack(String receiptId, Return told, Instant at) {
        List<Receipt> all = receipts.stream()
                .map(known -> known.id().equals(receiptId) ? known.returned(told) : known)
                .toList();
        if (all.equals(receipts)) {
            return Optional.empty();
        }
        boolean isAllBack = all.stream().mapToLong(Receipt::keptFen).sum() == 0;
        return Optional.of(new Payment(
                id,
                order,
                isAllBack ? PaymentState.RETURNED : state,
                progress.after(PaymentEvent.CAME_BACK, at),
                resultCode,
                told.reason(),
                all,
                revision + 1,
                resolution));
    }

    /** What the institution paid, in fen. */
    public long paidFen() {
        return receipts.stream().mapToLong(Receipt::paidFen).reduce(0, Math::addExact);
    }

    /** What came back, in fen. */
    public long returnedFen() {
        return receipts.stream()
                .flatMap(receipt -> receipt.returned().stream())
                .mapToLong(Return::fen)
                .reduce(0, Math::addExact);
    }

    /** What the victim has, in fen. */
    public long keptFen() {
        return receipts.stream().mapToLong(Receipt::keptFen).reduce(0, Math::addExact);
    }

    /** What is paid or may still be, in fen: it is for nobody else. */
    public long committedFen() {
        return state.hasEnded() ? keptFen() : Math.max(order.amountFen(), keptFen());
    }

    /** When the institution last paid; empty when it has not. */
    public Optional<Instant> lastPaidAt() {
        return receipts.stream().map(Receipt::paidAt).max(Instant::compareTo);
    }

    /** What is odd about it. */
    public Set<Flag> flags(Instant now) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (receipts.size() > 1) {
            flags.add(Flag.PAID_TWICE);
        }
        if (!receipts.isEmpty() && paidFen() < order.amountFen()) {
            flags.add(Flag.PAID_LESS);
        }
        if (paidFen() > order.amountFen()) {
            flags.add(Flag.PAID_MORE);
        }
        if (detail.equals(Flag.PAID_AFTER_DECLINE.name())) {
            flags.add(Flag.PAID_AFTER_DECLINE);
        }
        if (returnedFen() > 0 && keptFen() > 0) {
            flags.add(Flag.PARTLY_RETURNED);
        }
        if (!state.hasEnded() && now.isAfter(order.deadlineAt())) {
            flags.add(Flag.OVERDUE);
        }
        return flags;
    }
}
