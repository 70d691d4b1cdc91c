package org.stoppayment.freeze.tracing.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.parties.domain.VictimSide;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Flow;
import org.stoppayment.freeze.tracing.domain.CaseGraph.ReportedPayment;
import org.stoppayment.freeze.tracing.domain.TaintPropagation.Booking;
import org.stoppayment.freeze.tracing.domain.TaintPropagation.Carried;
import org.stoppayment.kernel.Money;

/** The path of a case's money over the accounts of a graph: what each booking carried, and the books of each account. */
public final class MoneyTrail {

    /**
     * What a booking carried.
     *
     * @param flow the booking
     * @param tainted of its sum
     * @param level of its receiver by this booking; 0 when it carried nothing
     */
    public record Traced(Flow flow, Money tainted, int level) {

        /** True when the taint or the level has changed. */
        public boolean isChanged() {
            return !tainted.equals(flow.taintedBefore()) || level != flow.levelBefore();
        }
    }

    private final Map<AccountRef.Key, List<Traced>> into = new HashMap<>();
    private final Map<AccountRef.Key, List<Traced>> outOf = new HashMap<>();
    private final List<Traced> traced = new ArrayList<>();
    private final VictimSide side;
    private final List<ReportedPayment> losses;

    private MoneyTrail(CaseGraph graph) {
        this.side = graph.side();
        this.losses = graph.losses();
    }

    /** The path of the money; {@code tolerance} is that of reported times. */
    public static MoneyTrail over(CaseGraph graph, Duration tolerance) {
        Map<Booking, Flow> flows = new HashMap<>();
        MoneyTrail trail = new MoneyTrail(graph);
        graph.outflows().stream()
                .filter(flow -> !flow.replaced())
                .forEach(flow -> flows.put(trail.booking(flow, false), flow));
        graph.inflows().forEach(flow -> flows.put(trail.booking(flow, true), flow));
        List<Booking> all = new ArrayList<>(flows.keySet());
        all.addAll(ReportedMoney.bookings(
                trail.losses.stream().map(ReportedPayment::transfer).toList(), graph.credits(), tolerance));
        for (Carried carried : TaintPropagation.over(all)) {
            Flow flow = flows.get(carried.booking());
            if (flow != null) {
                trail.add(new Traced(flow, Money.ofFen(carried.taintedFen()), carried.level()), carried.booking());
            }
        }
        graph.outflows().stream()
                .filter(Flow::replaced)
                .forEach(flow -> trail.traced.add(new Traced(flow, Money.ZERO, 0)));
        return trail;
    }

    /** Money that comes back to the victim's side leaves the case there. */
    private Booking booking(Flow flow, boolean fixed) {
        return new Booking(
                flow.payer().key(),
                flow.serial(),
                flow.ordinal(),
                flow.bookedAt(),
                flow.sequence(),
                fixed ? flow.taintedBefore().fen() : flow.amount().fen(),
                fixed ? Optional.of(flow.levelBefore() - 1) : Optional.empty(),
                flow.payee().map(AccountRef::key).filter(payee -> !side.isVictims(payee)));
    }

    private void add(Traced one, Booking booking) {
        if (booking.fixedLevel().isEmpty()) {
            traced.add(one);
            outOf.computeIfAbsent(one.flow().payer().key(), key -> new ArrayList<>())
                    .add(one);
        }
        if (!one.tainted().isZero()) {
            booking.payee().ifPresent(payee -> into.computeIfAbsent(payee, key -> new ArrayList<>())
                    .add(one));
        }
    }

    /** All bookings that took money from the accounts, in order of time; then those that were replaced, which carry nothing. */
    public List<Traced> traced() {
        return traced;
    }

    /** The reported transfers into an account that are losses. */
    public List<ReportedPayment> reportedInto(AccountRef.Key account) {
        return losses.stream()
                .filter(payment -> payment.payee().key().equals(account))
                .toList();
    }

    /** The bookings that brought tainted money to an account, in order of time. */
    public List<Traced> into(AccountRef.Key account) {
        return into.getOrDefault(account, List.of());
    }

    /** The level of an account by the bookings that brought tainted money to it; empty when none did. */
    public Optional<Integer> levelOf(AccountRef.Key account) {
        return into(account).stream().map(Traced::level).min(Integer::compare);
    }

    /** The books of an account by what was reported and traced; {@code before} says what is held. */
    public ClaimBooks books(AccountRef.Key account, ClaimBooks before) {
        Money reported = Money.ofFen(reportedInto(account).stream()
                .mapToLong(payment -> payment.transfer().fen())
                .reduce(0, Math::addExact));
        return before.withReported(reported)
                .traced(
                        sum(into(account)),
                        out(account, one -> one.flow().kind() == OutflowKind.TRANSFER && !isRestoring(one)),
                        out(account, one -> one.flow().kind() == OutflowKind.CASH),
                        out(account, one -> one.flow().kind() == OutflowKind.MERCHANT),
                        out(account, this::isRestoring));
    }

    private boolean isRestoring(Traced one) {
        return one.flow().payee().map(AccountRef::key).filter(side::isVictims).isPresent();
    }

    private Money out(AccountRef.Key account, Predicate<Traced> which) {
        return sum(outOf.getOrDefault(account, List.of()).stream().filter(which).toList());
    }

    private static Money sum(List<Traced> some) {
        return some.stream().map(Traced::tainted).reduce(Money.ZERO, Money::plus);
    }
}
