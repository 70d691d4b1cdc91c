package org.stoppayment.simulator.wire;

/**
 * An order to extend a stop by a second term.
 *
 * @param applicationId the idempotency key
 * @param originalApplicationId application id of the stop
 * @param account the stopped account
 */
public record ExtensionOrder(String applicationId, String originalApplicationId, AccountId account) implements Order {

    @Override
    public Kind kind() {
        return Kind.EXTENSION;
    }
}
