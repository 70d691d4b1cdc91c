package org.stoppayment.simulator.wire;

/**
 * An order to lift a stop.
 *
 * @param applicationId the idempotency key
 * @param originalApplicationId the stop order's
 * @param account the account stopped
 */
public record LiftOrder(String applicationId, String originalApplicationId, AccountId account) implements Order {

    @Override
    public Kind kind() {
        return Kind.LIFT;
    }
}
