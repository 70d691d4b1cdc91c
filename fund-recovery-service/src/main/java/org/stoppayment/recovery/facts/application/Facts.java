package org.stoppayment.recovery.facts.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.recovery.facts.domain.Balance;
import org.stoppayment.recovery.facts.domain.Booking;
import org.stoppayment.recovery.facts.domain.CaseStatus;
import org.stoppayment.recovery.facts.domain.Hold;
import org.stoppayment.recovery.facts.domain.ReportedTransfer;
import org.stoppayment.recovery.facts.domain.VictimName;

/**
 * Port: keeps facts, each by its highest revision. What a fact says anew makes the accounts that it concerns due to be attributed, in the
 * same commit. Each list has one revision of a fact, and is not empty.
 */
public interface Facts {

    /** Keeps reported transfers, and the names of their victims that are not empty. */
    Uni<Void> keepTransfers(List<ReportedTransfer> transfers, List<VictimName> victims);

    /** Keeps bookings. */
    Uni<Void> keepBookings(List<Booking> bookings);

    /** Keeps balances. */
    Uni<Void> keepBalances(List<Balance> balances);

    /** Keeps holds. */
    Uni<Void> keepHolds(List<Hold> holds);

    /** Keeps what cases have come to. */
    Uni<Void> keepStatuses(List<CaseStatus> statuses);
}
