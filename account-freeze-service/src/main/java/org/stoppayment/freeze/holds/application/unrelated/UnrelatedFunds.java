package org.stoppayment.freeze.holds.application.unrelated;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.freeze.holds.domain.OwnerNotice;
import org.stoppayment.freeze.holds.domain.UnrelatedFinding;
import org.stoppayment.kernel.ids.ApplicationId;

/** Port: durable findings that the funds of freezes have nothing to do with their cases. */
public interface UnrelatedFunds {

    /**
     * Makes a finding durable; people are warned first at {@code warnAt}.
     *
     * @return the finding about the freeze: this one, or an earlier one
     */
    Uni<UnrelatedFinding> insert(UnrelatedFinding finding, Instant warnAt);

    /** The findings about freezes. */
    Uni<Map<ApplicationId, UnrelatedFinding>> of(Collection<ApplicationId> freezeIds);

    /**
     * Makes the notice of the owner durable, unless there is one.
     *
     * @return the finding as it stands then
     */
    Uni<UnrelatedFinding> notify(ApplicationId freezeId, OwnerNotice notice);

    /** Claims findings about which people are to be warned: for {@code lease} no other replica gets them. */
    Uni<List<UnrelatedFinding>> claimDue(Instant now, Duration lease, int max);

    /** Notes when people are warned next; empty when never. */
    Uni<Void> warned(ApplicationId freezeId, Optional<Instant> warnAt);
}
