package org.stoppayment.gateway.orders.domain;

import org.stoppayment.gateway.feedback.domain.ApplicationId;

/**
 * An order to lift a freeze (解除冻结, 100203).
 *
 * @param amendment the freeze, and who asks on what basis
 */
public record FreezeLift(FreezeAmendment amendment) implements Order {

    @Override
    public ApplicationId id() {
        return amendment.id();
    }

    @Override
    public String name() {
        return "lift_freeze";
    }
}
