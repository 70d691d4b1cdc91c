package org.stoppayment.freeze.holds.application.amendments;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.kernel.ids.ApplicationId;

/** Port: durable orders about freezes. */
public interface FreezeAmendments {

    /**
     * What is to be written of an amendment that has changed.
     *
     * @param amendment as it stands now
     * @param dueAt when it is due next; empty when never
     */
    record Change(FreezeAmendment amendment, Optional<Instant> dueAt) {}

    /**
     * Makes an amendment durable, due at {@code dueAt}.
     *
     * @return the undecided amendment of its kind and freeze: this one, or an earlier one
     */
    Uni<FreezeAmendment> insert(FreezeAmendment amendment, Instant dueAt);

    /** An amendment. */
    Uni<Optional<FreezeAmendment>> find(ApplicationId id);

    /** The amendments of freezes, oldest first. */
    Uni<Map<ApplicationId, List<FreezeAmendment>>> of(Collection<ApplicationId> freezeIds);

    /**
     * Changes an amendment. Its row is locked before it is read.
     *
     * @param change of the amendment as it stands; empty when there is nothing to write
     * @return the amendment as it stands now, if it was changed
     */
    Uni<Optional<FreezeAmendment>> change(ApplicationId id, Function<FreezeAmendment, Optional<Change>> change);

    /** Claims due amendments: for {@code lease} no other replica gets them. */
    Uni<List<FreezeAmendment>> claimDue(Instant now, Duration lease, int max);
}
