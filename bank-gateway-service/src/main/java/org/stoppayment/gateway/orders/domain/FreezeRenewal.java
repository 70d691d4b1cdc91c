package org.stoppayment.gateway.orders.domain;

import java.time.Instant;
import org.stoppayment.gateway.feedback.domain.ApplicationId;

/**
 * An order to renew a freeze before it ends (续冻, 100205).
 *
 * @param amendment the freeze, and who asks on what basis
 * @param expiresAt when the freeze ends from now on
 */
public record FreezeRenewal(FreezeAmendment amendment, Instant expiresAt) implements Order {

    @Override
    public ApplicationId id() {
        return amendment.id();
    }

    @Override
    public String name() {
        return "renew_freeze";
    }
}
