package org.stoppayment.simulator.wire;

/**
 * An order to lift a freeze.
 *
 * @param applicationId the idempotency key
 * @param originalApplicationId application id of the freeze
 * @param account the frozen account
 */
public record FreezeLift(String applicationId, String originalApplicationId, AccountId account) implements Order {

    @Override
    public Kind kind() {
        return Kind.FREEZE_LIFT;
    }
}
