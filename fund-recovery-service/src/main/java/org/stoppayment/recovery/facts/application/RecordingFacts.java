package org.stoppayment.recovery.facts.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stoppayment.recovery.facts.domain.Balance;
import org.stoppayment.recovery.facts.domain.Booking;
import org.stoppayment.recovery.facts.domain.CaseStatus;
import org.stoppayment.recovery.facts.domain.Fact;
import org.stoppayment.recovery.facts.domain.Hold;
import org.stoppayment.recovery.facts.domain.ReportedTransfer;
import org.stoppayment.recovery.facts.domain.VictimName;

/** Records facts as they come: in any order, once or more often. Each method completes after the commit. */
@ApplicationScoped
public class RecordingFacts {

    private final Facts facts;

    RecordingFacts(Facts facts) {
        this.facts = facts;
    }

    /** Records reported transfers and the names of victims. */
    public Uni<Void> transfers(List<ReportedTransfer> told, List<VictimName> victims) {
        return keep(told, newest -> facts.keepTransfers(newest, victims));
    }

    /** Records bookings. */
    public Uni<Void> bookings(List<Booking> told) {
        return keep(told, facts::keepBookings);
    }

    /** Records balances. */
    public Uni<Void> balances(List<Balance> told) {
        return keep(told, facts::keepBalances);
    }

    /** Records holds. */
    public Uni<Void> holds(List<Hold> told) {
        return keep(told, facts::keepHolds);
    }

    /** Records what cases have come to. */
    public Uni<Void> statuses(List<CaseStatus> told) {
        return keep(told, facts::keepStatuses);
    }

    private static <F extends Fact<?>> Uni<Void> keep(List<F> told, Function<List<F>, Uni<Void>> keep) {
        return told.isEmpty() ? Uni.createFrom().voidItem() : keep.apply(List.copyOf(newest(told)));
    }

    /** Of each fact its highest revision: one statement cannot write a row twice. */
    private static <F extends Fact<?>> Collection<F> newest(List<F> told) {
        Map<Object, F> byKey = new LinkedHashMap<>();
        told.forEach(
                fact -> byKey.merge(fact.key(), fact, (one, other) -> one.revision() < other.revision() ? other : one));
        return byKey.values();
    }
}
