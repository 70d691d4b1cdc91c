package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.amendments.domain.StopRelease;
import org.stoppayment.kernel.ids.ApplicationId;

/** Port: durable releases of orders on the accounts of withdrawn cases. */
public interface StopReleases {

    /** Claims due releases: they are due again after {@code lease}. */
    Uni<List<StopRelease>> claimDue(Instant now, Duration lease, int max);

    /** True when the account of an order has an active claim. */
    Uni<Boolean> isClaimed(ApplicationId applicationId);

    /**
     * Makes the lift of a released stop durable and ends its release as {@link #end} does, in one commit. If the account has an active
     * claim, or the stop is not in effect any more, nothing is lifted.
     *
     * @return the lift that was never declined: this one, or an earlier one; empty when nothing is lifted
     */
    Uni<Optional<StopAmendment>> lift(StopRelease release, StopAmendment lift, Instant dueAt);

    /**
     * Makes an order due to be released if a withdrawn case has a claim on its account, because its stop may have come back after the
     * withdrawal. It is decided anew whether another claim is active.
     */
    Uni<Void> again(ApplicationId applicationId, Instant now);

    /**
     * Ends a release: there is nothing more to do. If another withdrawal has asked for it since it was claimed, it stays due: what was
     * decided did not take that withdrawal into account.
     */
    Uni<Void> end(StopRelease release);
}
