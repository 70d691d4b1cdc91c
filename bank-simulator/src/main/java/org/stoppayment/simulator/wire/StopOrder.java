package org.stoppayment.simulator.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stop order, as far as an institution looks at it.
 *
 * @param applicationId the idempotency key
 * @param account the account to stop
 * @param name the holder's name, empty when the order does not say
 * @param transfers the transfers into the account that were reported
 * @param isProtective the holder asked for it: name and number only
 * @param emergencyLevel 01 for a known mule, 02 for others
 * @param applicationType 04 or 05 for paperwork that follows what was done by telephone or fax
 */
public record StopOrder(
        String applicationId,
        AccountId account,
        Optional<String> name,
        List<ListedTransfer> transfers,
        boolean isProtective,
        Optional<String> emergencyLevel,
        Optional<String> applicationType)
        implements Order {

    public StopOrder {
        transfers = List.copyOf(transfers);
    }

    @Override
    public Kind kind() {
        return Kind.STOP;
    }

    /**
     * A transfer as the order lists it; what is empty was not given and is not checked.
     *
     * @param amountFen the sum in fen
     * @param transferredAt when the payer says it was
     * @param serial the paying institution's serial, a hint only
     */
    public record ListedTransfer(Optional<Long> amountFen, Optional<Instant> transferredAt, Optional<String> serial) {}
}
