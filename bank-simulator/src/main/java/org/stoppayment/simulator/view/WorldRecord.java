package org.stoppayment.simulator.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of a world as of one moment, so that its sums are consistent.
 *
 * @param worldId its id
 * @param t0 start of the world; absent before the start
 * @param accounts the accounts that it added, paid from or paid to
 * @param toCome its pending moves, in order of time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorldRecord(
        String worldId, @Nullable Instant t0, List<AccountRecord> accounts, List<PendingMove> toCome) {

    /**
     * A move that was not attempted yet.
     *
     * @param serial its serial
     * @param fromInstitutionCode code of the paying account's institution
     * @param from number of the paying account
     */
    public record PendingMove(String serial, String fromInstitutionCode, String from) {}
}
