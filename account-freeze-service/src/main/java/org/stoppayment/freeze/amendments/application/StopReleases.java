package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.amendments.domain.StopRelease;
import org.stoppayment.kernel.ApplicationId;

/** Port: durable releases of orders that withdrawn cases leave behind. */
public interface StopReleases {

    /** Claims due releases: they are due again after {@code lease}. */
    Uni<List<StopRelease>> claimDue(Instant now, Duration lease, int max);

    /** True when a claim stands on the account of an order. */
    Uni<Boolean> isClaimed(ApplicationId applicationId);

    /**
     * Makes the lift of a released stop durable and ends its release, in one commit. If a claim stands on the account, or the stop is
     * not in effect any more, nothing is lifted.
     *
     * @return the lift that was never declined: this one, or an earlier one; empty when nothing is lifted
     */
    Uni<Optional<StopAmendment>> lift(StopAmendment lift, Instant dueAt);

    /** Ends a release: there is nothing more to do. */
    Uni<Void> end(ApplicationId applicationId);
}
