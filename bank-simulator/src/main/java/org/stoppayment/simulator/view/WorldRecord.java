package org.stoppayment.simulator.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a world, all of it as of one moment, so that its sums add up.
 *
 * @param worldId its id
 * @param t0 when its story began; absent before that
 * @param accounts the accounts that it added, or paid from or to
 * @param toCome its moves that were not tried yet, in order of time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorldRecord(String worldId, @Nullable Instant t0, List<AccountRecord> accounts, List<MoveToCome> toCome) {

    /**
     * A move that was not tried yet.
     *
     * @param serial its serial
     * @param fromInstitutionCode who keeps the paying account
     * @param from the paying account's number
     */
    public record MoveToCome(String serial, String fromInstitutionCode, String from) {}
}
