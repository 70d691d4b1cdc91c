package org.stoppayment.freeze.orders.domain;

import java.util.Optional;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.kernel.Money;

/** The name of a stop order's state; {@link StopOrderState} has its data too. */
public enum Phase {
    /** Waits to be sent. */
    QUEUED(Kind.OPEN),
    /** On its way to the institution. */
    SENDING(Kind.OPEN),
    /** The institution took it; its feedback is due. */
    ACCEPTED(Kind.OPEN),
    /** Nobody knows whether the institution acted; inquiries go on. */
    IN_DOUBT(Kind.OPEN),
    /** A person must act. */
    MANUAL(Kind.WAITING_FOR_A_PERSON),
    /** The account is stopped. */
    IN_EFFECT(Kind.HOLDING),
    /** A freeze took over: what it holds is no longer held under the stop. */
    FROZEN(Kind.ENDED),
    /** The term passed and no freeze arrived. */
    LAPSED(Kind.ENDED),
    /** Lifted by order. */
    LIFTED(Kind.ENDED),
    /** The institution, or a rule here, said no. */
    DECLINED(Kind.ENDED),
    /** Another authority holds the account. */
    HELD_BY_OTHER(Kind.ENDED);

    private enum Kind {
        OPEN,
        WAITING_FOR_A_PERSON,
        HOLDING,
        ENDED
    }

    private final Kind kind;

    Phase(Kind kind) {
        this.kind = kind;
    }

    /** True when nothing more happens without a new feedback, a person or the end of the term. */
    public boolean isSettled() {
        return kind != Kind.OPEN;
    }

    /** True while no other order of ours may go to the account. */
    public boolean isLive() {
        return kind != Kind.ENDED;
    }

    /** True while money is held under it. */
    public boolean isHolding() {
        return kind == Kind.HOLDING;
    }

    /** {@code books} of a case's claim as they should be while the order that decides over the account is in this state, without freezes. */
    public ClaimBooks applyTo(ClaimBooks books, Optional<Stop> stop) {
        Money sum = stop.map(one -> one.held(books.remaining())).orElse(Money.ZERO);
        return switch (this) {
            case IN_EFFECT -> books.holding(sum, Money.ZERO, Money.ZERO);
            case LAPSED -> books.holding(Money.ZERO, sum, Money.ZERO);
            case LIFTED, FROZEN -> books.holding(Money.ZERO, Money.ZERO, sum);
            case QUEUED, SENDING, ACCEPTED, IN_DOUBT, MANUAL, DECLINED, HELD_BY_OTHER -> books.underNone();
        };
    }
}
