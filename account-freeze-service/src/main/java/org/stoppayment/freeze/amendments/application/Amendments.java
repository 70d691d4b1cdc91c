package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.shared.application.Update;
import org.stoppayment.kernel.ids.ApplicationId;

/** Port: durable amendments. */
public interface Amendments {

    /**
     * Makes an amendment durable, due at {@code dueAt}.
     *
     * @return the amendment of that kind and stop that was never declined: this one, or an earlier one
     */
    Uni<StopAmendment> insert(StopAmendment amendment, Instant dueAt);

    /** An amendment. */
    Uni<Optional<StopAmendment>> find(ApplicationId id);

    /**
     * Writes where an amendment stands and when it is due.
     *
     * @param before where it stood when it was read
     * @return {@link Update#OUTDATED} when it has moved since
     */
    Uni<Update> update(AmendmentState before, StopAmendment after, Optional<Instant> dueAt);

    /**
     * Claims due amendments: for {@code lease} no other replica gets them.
     *
     * @param full institutions that take no more messages now; amendments that are due there are left
     */
    Uni<List<StopAmendment>> claimDue(Instant now, Duration lease, int max, Set<String> full);
}
