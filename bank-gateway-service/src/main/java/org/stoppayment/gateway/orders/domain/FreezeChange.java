package org.stoppayment.gateway.orders.domain;

import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.OrderKind;
import org.stoppayment.kernel.Money;

/**
 * An order to change the sum that a freeze holds. A full freeze becomes a limited one.
 *
 * @param amendment the freeze, and who asks on what basis
 * @param limit the sum to hold from now on
 */
public record FreezeChange(FreezeAmendment amendment, Money limit) implements Order {

    @Override
    public ApplicationId id() {
        return amendment.id();
    }

    @Override
    public String name() {
        return "change_freeze";
    }

    @Override
    public OrderKind kind() {
        return OrderKind.FREEZE;
    }
}
