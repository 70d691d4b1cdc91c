package org.stoppayment.simulator.wire;

import java.time.Instant;

/**
 * An order to renew a freeze before it ends.
 *
 * @param applicationId the idempotency key
 * @param originalApplicationId application id of the freeze
 * @param account the frozen account
 * @param expiresAt when the freeze ends from now on
 */
public record FreezeRenewal(String applicationId, String originalApplicationId, AccountId account, Instant expiresAt)
        implements Order {

    @Override
    public Kind kind() {
        return Kind.FREEZE_RENEWAL;
    }
}
