package org.stoppayment.simulator.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stop order; only the fields that the simulator uses.
 *
 * @param applicationId the idempotency key
 * @param caseId the case
 * @param account the account to stop
 * @param name the holder's name, empty when not given
 * @param transfers the reported transfers into the account
 * @param isProtective true for the victim's own account: only name and number are matched
 * @param emergencyLevel 01 for a known mule, 02 for others
 * @param applicationType 04 or 05 for paperwork of a stop that was made by telephone or fax
 */
public record StopOrder(
        String applicationId,
        String caseId,
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
     * A transfer of the order; empty fields were not given and are not compared.
     *
     * @param amountFen the sum in fen
     * @param transferredAt the reported time
     * @param serial the paying institution's serial, a hint only
     */
    public record ListedTransfer(Optional<Long> amountFen, Optional<Instant> transferredAt, Optional<String> serial) {}
}
