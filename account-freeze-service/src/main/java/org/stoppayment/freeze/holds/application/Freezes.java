package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeBooking;
import org.stoppayment.freeze.holds.domain.FreezeState;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** Port: durable freezes. */
public interface Freezes {

    /**
     * What is to be written of a freeze that has changed.
     *
     * @param freeze as it stands now
     * @param cause for the timeline; empty when the state is as before
     * @param dueAt when it is due next; empty when never
     */
    record Change(Freeze freeze, Optional<String> cause, Optional<Instant> dueAt) {}

    /**
     * A freeze that must be booked into its claim and its stop.
     *
     * @param freeze as it stood when it was claimed
     */
    record DueBooking(Freeze freeze) {
        /** True when {@code now} is to be booked in the same way. */
        public boolean isUpToDate(Freeze now) {
            return FreezeBooking.of(freeze).equals(FreezeBooking.of(now));
        }
    }

    /**
     * A freeze that has changed.
     *
     * @param freeze as it stands now
     * @param toBook true when its booking is due
     */
    record Changed(Freeze freeze, boolean toBook) {}

    /**
     * Which freezes to list.
     *
     * @param caseId of the case; empty for all
     * @param states in which they stand; empty for all that are live
     * @param endsBefore when they end at the latest, exclusively; empty for all
     */
    record Filter(Optional<CaseId> caseId, Set<FreezeState> states, Optional<Instant> endsBefore) {}

    /** Where a page begins: after this freeze. */
    record Position(Instant expiresAt, ApplicationId id) {}

    /**
     * Makes a freeze durable, due at {@code dueAt}, and its booking too.
     *
     * @return the live freeze of its case and account: this one, or an earlier one
     */
    Uni<Freeze> insert(Freeze freeze, Instant dueAt);

    /** A freeze. */
    Uni<Optional<Freeze>> find(ApplicationId id);

    /** What happened to a freeze, oldest first. */
    Uni<List<FreezeTimelineEntry>> timeline(ApplicationId id);

    /** Freezes, those that end first at the top. */
    Uni<List<Freeze>> list(Filter filter, Optional<Position> after, int max);

    /** The live freezes of an account, of all cases. */
    Uni<List<Freeze>> liveOn(AccountRef.Key account);

    /**
     * Changes a freeze. Its row is locked before it is read, so that no change is lost.
     *
     * @param change of the freeze as it stands; empty when there is nothing to write
     * @return the freeze as it stands now and whether that must be booked; empty when nothing was written
     */
    Uni<Optional<Changed>> change(ApplicationId id, Function<Freeze, Optional<Change>> change);

    /**
     * Claims due freezes: for {@code lease} no other replica gets them.
     *
     * @param full institutions that take no more messages now; what is due there is left
     */
    Uni<List<Freeze>> claimDue(Instant now, Duration lease, int max, Set<String> full);

    /** Claims freezes that must be booked: for {@code lease} no other replica gets them. */
    Uni<List<DueBooking>> claimBookings(Instant now, Duration lease, int max);

    /** Of these freezes those that must be booked; they are due at a later time as well, in case this process dies. */
    Uni<List<DueBooking>> claimBookings(Collection<ApplicationId> ids);

    /** Notes that freezes are booked as they stood when their bookings were claimed; what has changed since stays due. */
    Uni<Void> booked(Collection<DueBooking> bookings);
}
