package org.stoppayment.freeze.dissuasion.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.CaseId;

/** The dissuasion list, durable. What it answers is so at {@code now}. */
public interface Dissuasions {

    /**
     * Which entries.
     *
     * @param state that they stand in; any when it is empty
     * @param caseId that their stopped account belongs to; any when it is empty
     */
    record Filter(Optional<Dissuasion.State> state, Optional<CaseId> caseId) {
        /** True when an entry of the case stands where it should. */
        boolean admits(Dissuasion entry) {
            return state.map(entry.state()::equals).orElse(true);
        }
    }

    /**
     * The next entries, newest first, among which all are that {@code filter} admits, and others. No more rows are read than are
     * answered, of a case's no more for each of its accounts; so fewer than {@code most} are the last.
     *
     * @param before only entries listed before this one
     * @param most 1 or more
     */
    Uni<List<Dissuasion>> read(Filter filter, Optional<UUID> before, Instant now, int most);

    /** An entry. */
    Uni<Optional<Dissuasion>> find(UUID id, Instant now);

    /** Gives the entry to the officer; empty when it is not open and not theirs. */
    Uni<Optional<Dissuasion>> claim(UUID id, Officer officer, Instant now, Instant until);

    /** Takes the entry from the officer; empty when it is closed or not theirs. */
    Uni<Optional<Dissuasion>> release(UUID id, Officer officer, Instant now);

    /** Closes the entry; empty when it is closed or not the officer's. */
    Uni<Optional<Dissuasion>> close(UUID id, Officer officer, Dissuasion.Closing closing);
}
