package org.stoppayment.simulator.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an account.
 *
 * @param institutionCode who keeps it
 * @param number its number
 * @param balanceFen what is in it, in fen
 * @param stopped whether a stop is live
 * @param stops stops that ever took effect, oldest first
 * @param outflows what left it, in the order of booking
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
     * @param stoppedAt the moment that was reported
     * @param live whether it still stands
     */
    public record StopRecord(String applicationId, Instant stoppedAt, boolean live) {}

    /**
     * Money that left.
     *
     * @param serial the move's serial
     * @param kind TRANSFER, CASH or MERCHANT
     * @param amountFen what was paid, in fen: less than the move wanted when there was less
     * @param bookedAt when
     * @param toInstitutionCode who keeps the payee's account; absent unless it is a transfer
     * @param to the payee's number; absent unless it is a transfer
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
