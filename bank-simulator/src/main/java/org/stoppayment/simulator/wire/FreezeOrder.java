package org.stoppayment.simulator.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * An order to freeze an account; only the fields that the simulator uses.
 *
 * @param applicationId the idempotency key
 * @param caseId the case
 * @param account the account to freeze
 * @param name the holder's name, empty when not given
 * @param limitFen the sum to hold, in fen; empty for the whole account
 * @param expiresAt when the freeze ends
 * @param stopApplicationId the stop of the same case that it takes over from
 */
public record FreezeOrder(
        String applicationId,
        String caseId,
        AccountId account,
        Optional<String> name,
        Optional<Long> limitFen,
        Instant expiresAt,
        Optional<String> stopApplicationId)
        implements Order {

    @Override
    public Kind kind() {
        return Kind.FREEZE;
    }
}
