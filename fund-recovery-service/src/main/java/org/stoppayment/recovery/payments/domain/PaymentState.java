package org.stoppayment.recovery.payments.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Where a payment stands, and what can happen to it next. What is not in the table says nothing new. */
public enum PaymentState {
    /** It waits to be sent. */
    QUEUED,
    /** It is on its way to the institution. */
    SENDING,
    /** The institution took it, and has not paid yet. */
    ACCEPTED,
    /** Nobody knows whether the institution pays; inquiries go on. */
    IN_DOUBT,
    /** The institution paid, and gave a receipt. */
    PAID,
    /** The institution said no. */
    DECLINED,
    /** It was paid, and the money came back. */
    RETURNED,
    /** A person must act. Inquiries go on. */
    MANUAL;

    private static final Map<PaymentState, Map<PaymentEvent, PaymentState>> TABLE = new EnumMap<>(PaymentState.class);

    static {
        moves(PaymentEvent.SENT, SENDING, QUEUED);
        moves(PaymentEvent.NOT_SENT, QUEUED, SENDING);
        // A person may have said that it is not paid; the institution's word counts.
        moves(PaymentEvent.TAKEN, ACCEPTED, SENDING, IN_DOUBT, MANUAL, DECLINED);
        moves(PaymentEvent.UNANSWERED, IN_DOUBT, SENDING);
        moves(PaymentEvent.UNCLEAR, IN_DOUBT, SENDING, ACCEPTED);
        moves(PaymentEvent.NOT_KNOWN, QUEUED, ACCEPTED, IN_DOUBT);
        // Money that the institution paid is paid, whatever it said before.
        moves(PaymentEvent.PAID, PAID, QUEUED, SENDING, ACCEPTED, IN_DOUBT, MANUAL, DECLINED);
        moves(PaymentEvent.DECLINED, DECLINED, QUEUED, SENDING, ACCEPTED, IN_DOUBT, MANUAL);
        moves(PaymentEvent.NEEDS_PERSON, MANUAL, QUEUED, SENDING, ACCEPTED, IN_DOUBT);
        moves(PaymentEvent.BUDGET_SPENT, MANUAL, IN_DOUBT);
        moves(PaymentEvent.CAME_BACK, RETURNED, PAID, QUEUED, SENDING, ACCEPTED, IN_DOUBT, MANUAL, DECLINED);
    }

    private static void moves(PaymentEvent event, PaymentState to, PaymentState... from) {
        for (PaymentState state : from) {
            TABLE.computeIfAbsent(state, key -> new EnumMap<>(PaymentEvent.class))
                    .put(event, to);
        }
    }

    /** The next state; empty when the event says nothing new. */
    public Optional<PaymentState> after(PaymentEvent event) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
    }

    /** True when nothing more is to be done about it. */
    public boolean hasEnded() {
        return this == PAID || this == DECLINED || this == RETURNED;
    }
}
