package org.stoppayment.simulator.wire;

import java.util.Optional;

/**
 * An order to pay frozen money to a victim; only the fields that the simulator uses.
 *
 * @param applicationId the idempotency key
 * @param account the frozen account
 * @param name its holder's name, empty when not given
 * @param freezeApplicationId the freeze whose money is paid
 * @param payee the account to pay
 * @param payeeName its holder's name
 * @param amountFen the sum to pay, in fen
 */
public record RefundOrder(
        String applicationId,
        AccountId account,
        Optional<String> name,
        String freezeApplicationId,
        AccountId payee,
        String payeeName,
        long amountFen)
        implements Order {

    @Override
    public Kind kind() {
        return Kind.REFUND;
    }
}
