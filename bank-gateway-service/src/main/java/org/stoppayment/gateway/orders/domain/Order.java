package org.stoppayment.gateway.orders.domain;

import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.OrderKind;

/** An order to an institution. */
public sealed interface Order
        permits StopOrder,
                ExtensionOrder,
                LiftOrder,
                FreezeOrder,
                FreezeRenewal,
                FreezeLift,
                FreezeChange,
                RefundOrder,
                Query {

    /** The institution's idempotency key. */
    ApplicationId id();

    /** Short name for metrics. */
    String name();

    /** What the institution's feedback must have. */
    default OrderKind kind() {
        return OrderKind.ANY;
    }

    /** True when it is sent before others. */
    default boolean urgent() {
        return false;
    }

    /** True for any attempt after the first: sent after others. */
    default boolean resend() {
        return false;
    }
}
