package org.stoppayment.freeze.dissuasion.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ids.CaseId;

/** Port: the durable dissuasion list. States of entries are as of {@code now}. */
public interface Dissuasions {

    /**
     * Selects entries.
     *
     * @param state of the entries; empty for any
     * @param caseId that their stopped account belongs to; empty for any
     */
    record Filter(Optional<Dissuasion.State> state, Optional<CaseId> caseId) {
        /** True when an entry of the case has the state. */
        boolean admits(Dissuasion entry) {
            return state.map(entry.state()::equals).orElse(true);
        }
    }

    /**
     * The next entries, newest first: all that {@code filter} admits, and others. Reads no more rows than it returns (for a case, no
     * more for each of its accounts); fewer than {@code max} are the last.
     *
     * @param before only entries listed before this one
     * @param max 1 or more
     */
    Uni<List<Dissuasion>> read(Filter filter, Optional<UUID> before, Instant now, int max);

    /** An entry. */
    Uni<Optional<Dissuasion>> find(UUID id, Instant now);

    /** Gives the entry to the officer; empty when it is neither open nor theirs. */
    Uni<Optional<Dissuasion>> claim(UUID id, Officer officer, Instant now, Instant until);

    /** Takes the entry from the officer; empty when it is closed or not theirs. */
    Uni<Optional<Dissuasion>> release(UUID id, Officer officer, Instant now);

    /** Closes the entry; empty when it is closed or not the officer's. */
    Uni<Optional<Dissuasion>> close(UUID id, Officer officer, Dissuasion.Closing closing);
}
