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
import org.stoppayment.kernel.ApplicationId;

/** Messages about stops that were ordered before, durable. */
public interface Amendments {

    /**
     * Makes a message durable, due at {@code dueAt}.
     *
     * @return the message of that kind about that stop that was never declined: this one, or an earlier one
     */
    Uni<StopAmendment> insert(StopAmendment amendment, Instant dueAt);

    /** A message. */
    Uni<Optional<StopAmendment>> find(ApplicationId id);

    /**
     * Writes where a message stands and when it is due.
     *
     * @param before where it stood when it was read
     * @return {@link Update#OUTDATED} when somebody else has moved it since
     */
    Uni<Update> update(AmendmentState before, StopAmendment after, Optional<Instant> dueAt);

    /**
     * Messages that are due, for {@code lease} nobody else's.
     *
     * @param full institutions that are to be sent or asked nothing now: what is due there is left
     */
    Uni<List<StopAmendment>> claimDue(Instant now, Duration lease, int most, Set<String> full);
}
