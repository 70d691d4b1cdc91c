package org.stoppayment.simulator.wire;

/**
 * An order to lift a stop.
 *
 * @param applicationId the idempotency key
 * @param originalApplicationId application id of the stop
 * @param account the stopped account
 */
public record LiftOrder(String applicationId, String originalApplicationId, AccountId account) implements Order {

    @Override
    public Kind kind() {
        return Kind.LIFT;
    }
}
