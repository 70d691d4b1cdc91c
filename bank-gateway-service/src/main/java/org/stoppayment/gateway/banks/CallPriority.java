package org.stoppayment.gateway.banks;

import org.stoppayment.gateway.feedback.domain.OrderKind;
import org.stoppayment.gateway.orders.domain.Order;
import org.stoppayment.gateway.orders.domain.Query;

/** Which of the queued calls to an institution goes first; the first constant first. */
enum CallPriority {
    /** A first attempt about a known mule. */
    URGENT,
    /** Any other first attempt to hold money or to release it. */
    FRESH,
    /** Another attempt, an inquiry, a refund, or an officer's query. There may be a backlog of these after an outage. */
    RESEND,
    /** A query that the suite asks by itself: nobody waits for it. */
    BACKGROUND;

    /** That of sending an order. A query or a refund never delays an order that holds money, and one that the suite asks by itself delays nobody. */
    static CallPriority of(Order order) {
        if (order instanceof Query query && query.operator().isSuite()) {
            return BACKGROUND;
        }
        if (order.resend() || order.kind() == OrderKind.QUERY || order.kind() == OrderKind.REFUND) {
            return RESEND;
        }
        return order.urgent() ? URGENT : FRESH;
    }

    /** True for first attempts, which may use every place. */
    boolean isFirstAttempt() {
        return this == URGENT || this == FRESH;
    }
}
