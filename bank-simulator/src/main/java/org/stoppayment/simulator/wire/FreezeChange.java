package org.stoppayment.simulator.wire;

/**
 * An order to change the sum that a freeze holds.
 *
 * @param applicationId the idempotency key
 * @param originalApplicationId application id of the freeze
 * @param account the frozen account
 * @param limitFen the sum to hold from now on, in fen
 */
public record FreezeChange(String applicationId, String originalApplicationId, AccountId account, long limitFen)
        implements Order {

    @Override
    public Kind kind() {
        return Kind.FREEZE_CHANGE;
    }
}
