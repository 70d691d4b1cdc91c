package org.stoppayment.simulator.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of an account.
 *
 * @param institutionCode code of its institution
 * @param number its number
 * @param balanceFen balance in fen
 * @param stopped whether a stop is live
 * @param stops all stops that took effect, oldest first
 * @param outflows outflows in order of booking
 */
public record AccountRecord(
        String institutionCode,
        String number,
        long balanceFen,
        boolean stopped,
        List<StopRecord> stops,
        List<OutflowRecord> outflows) {

    /**
     * A stop that took effect.
     *
     * @param applicationId of the order
     * @param stoppedAt the reported stop moment
     * @param live whether it is live
     */
    public record StopRecord(String applicationId, Instant stoppedAt, boolean live) {}

    /**
     * An outflow.
     *
     * @param serial the move's serial
     * @param kind TRANSFER, CASH or MERCHANT
     * @param amountFen amount paid in fen; less than the amount of the move when the balance was less
     * @param bookedAt when it was booked
     * @param toInstitutionCode code of the payee's institution; only for a transfer
     * @param to number of the payee's account; only for a transfer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutflowRecord(
            String serial,
            String kind,
            long amountFen,
            Instant bookedAt,
            @Nullable String toInstitutionCode,
            @Nullable String to) {}
}
