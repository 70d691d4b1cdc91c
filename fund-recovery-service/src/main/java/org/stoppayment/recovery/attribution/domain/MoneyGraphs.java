package org.stoppayment.recovery.attribution.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.recovery.attribution.domain.CreditMatching.Wanted;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Makes the graph of what is known. Money that moved once is one flow, whoever told of it: the payer's institution, the payee's, and the
 * victim. A booking into an account that nobody else told of is clean money of its holder, unless it names a payer of which something is
 * known: then that account paid it. A loss out of an account into which others reported losses came from the money of that account.
 */
public final class MoneyGraphs {

    private final KnownFacts facts;
    private final Duration tolerance;
    private final CreditMatching<FlowId> credits;
    private final Map<FlowId, ReportedLoss> reportedOutflows;
    private final Set<AccountRef.Key> told;
    private final Set<AccountRef.Key> paidByVictims;
    private final List<Flow> flows;

    private MoneyGraphs(KnownFacts facts, Duration tolerance) {
        this.facts = facts;
        this.tolerance = tolerance;
        this.credits = new CreditMatching<>(
                facts.bookings().stream().filter(AccountBooking::isIncoming).toList(), tolerance);
        this.reportedOutflows = reportedOutflows();
        this.told = Stream.concat(
                        facts.bookings().stream().map(AccountBooking::account),
                        facts.balances().stream().map(ToldBalance::account))
                .collect(Collectors.toSet());
        this.paidByVictims = facts.losses().stream().map(ReportedLoss::payee).collect(Collectors.toSet());
        this.flows = new ArrayList<>(facts.upstream());
    }

    /** The graph; {@code tolerance} is that of reported times, and of the times at two institutions. */
    public static MoneyGraph of(KnownFacts facts, Duration tolerance) {
        MoneyGraphs graphs = new MoneyGraphs(facts, tolerance);
        graphs.addRefunds();
        graphs.addOutflows();
        graphs.addLosses();
        graphs.addOtherCredits();
        graphs.setCredits();
        return new MoneyGraph(StatementChecks.of(facts, graphs.flows), graphs.flows);
    }

    /** What was paid back to victims, and what of it came back. The bookings that tell of it are no other flows. */
    private void addRefunds() {
        facts.refunds().forEach(refund -> {
            flows.add(refund.outflow());
            refund.inflow().ifPresent(flows::add);
        });
    }

    /** Bookings out of accounts; where a victim reported one, it says so. */
    private void addOutflows() {
        Set<AccountBooking> refunds = RefundBookings.of(facts.refunds(), facts.bookings(), tolerance);
        facts.bookings().stream()
                .filter(booking -> !booking.isIncoming() && !refunds.contains(booking))
                .map(booking -> new Flow(
                        booking.flowId(),
                        Optional.of(booking.account()),
                        booking.counterparty().filter(facts.accounts()::contains),
                        booking.fen(),
                        booking.at(),
                        booking.at(),
                        booking.sequence(),
                        Optional.empty(),
                        Optional.ofNullable(reportedOutflows.get(booking.flowId()))
                                .map(ReportedLoss::caseId)))
                .forEach(flows::add);
        credits.match(flows.stream()
                .filter(flow -> flow.payee().isPresent())
                .map(flow -> new Wanted<>(
                        flow.id(),
                        flow.payer(),
                        flow.payee().orElseThrow(),
                        flow.fen(),
                        Optional.of(flow.at()),
                        flow.id().serial()))
                .toList());
    }

    /** Losses that are bookings out of accounts of which these are told, also where what they carried was computed before. */
    private Map<FlowId, ReportedLoss> reportedOutflows() {
        Map<AccountRef.Key, List<AccountBooking>> outOf = Stream.concat(
                        facts.bookings().stream()
                                .filter(booking -> !booking.isIncoming())
                                .filter(booking -> booking.counterparty().isPresent()),
                        facts.upstream().stream()
                                .filter(flow -> flow.payer().isPresent())
                                .filter(flow -> flow.id().source() == FlowId.Source.OUT)
                                .map(Flow::asBooking))
                .collect(Collectors.groupingBy(AccountBooking::account));
        Map<AccountRef.Key, List<ReportedLoss>> byPayer = facts.losses().stream()
                .filter(loss -> loss.payer().filter(outOf::containsKey).isPresent())
                .collect(Collectors.groupingBy(loss -> loss.payer().orElseThrow()));
        Map<FlowId, ReportedLoss> reported = new HashMap<>();
        byPayer.forEach((payer, losses) -> {
            List<AccountBooking> credited = outOf.getOrDefault(payer, List.of()).stream()
                    .map(AccountBooking::asCredit)
                    .toList();
            new CreditMatching<ReportedLoss>(credited, tolerance)
                    .match(losses.stream().map(MoneyGraphs::wanted).toList())
                    .forEach((loss, booking) -> reported.put(
                            new FlowId(FlowId.Source.OUT, payer, booking.serial(), booking.ordinal()), loss));
        });
        return reported;
    }

    private static Wanted<ReportedLoss> wanted(ReportedLoss loss) {
        return new Wanted<>(loss, loss.payer(), loss.payee(), loss.fen(), loss.at(), loss.serial());
    }

    /** Losses that no booking out of an account told of. */
    private void addLosses() {
        Set<ReportedLoss> asOutflows = Set.copyOf(reportedOutflows.values());
        Set<FlowId> upstream = facts.upstream().stream().map(Flow::id).collect(Collectors.toSet());
        List<ReportedLoss> losses = facts.losses().stream()
                .filter(loss -> !asOutflows.contains(loss))
                .filter(loss -> !upstream.contains(flowId(loss)))
                .toList();
        Map<FlowId, AccountBooking> matches = credits.match(losses.stream()
                .map(loss ->
                        new Wanted<>(flowId(loss), loss.payer(), loss.payee(), loss.fen(), loss.at(), loss.serial()))
                .toList());
        losses.forEach(loss -> flows.add(
                reported(loss, Optional.ofNullable(matches.get(flowId(loss))).map(AccountBooking::at))));
    }

    private Flow reported(ReportedLoss loss, Optional<Instant> bookedAt) {
        return loss.payer()
                .filter(facts.accounts()::contains)
                .filter(paidByVictims::contains)
                .map(payer -> outOf(payer, loss, bookedAt))
                .orElseGet(() -> ofVictim(loss, bookedAt));
    }

    /** Money of a victim. When no booking is known for it, it came at the earliest possible moment: what it may have paid is not missed. */
    private Flow ofVictim(ReportedLoss loss, Optional<Instant> bookedAt) {
        Instant at =
                bookedAt.or(() -> loss.at().map(told -> told.minus(tolerance))).orElse(Instant.MIN);
        return new Flow(
                flowId(loss),
                Optional.empty(),
                Optional.of(loss.payee()),
                loss.fen(),
                at,
                at,
                Long.MIN_VALUE,
                Optional.of(
                        new Flow.Origin(Shares.of(Owner.victim(loss.caseId()), loss.fen()), Provenance.REPORTED, 0)),
                Optional.empty());
    }

    /** Money that a victim paid out of an account to which other victims had paid: theirs may be in it. */
    private static Flow outOf(AccountRef.Key payer, ReportedLoss loss, Optional<Instant> bookedAt) {
        Instant at = bookedAt.or(loss::at).orElse(Instant.MIN);
        return new Flow(
                flowId(loss),
                Optional.of(payer),
                Optional.of(loss.payee()),
                loss.fen(),
                at,
                at,
                Long.MAX_VALUE,
                Optional.empty(),
                Optional.of(loss.caseId()));
    }

    private static FlowId flowId(ReportedLoss loss) {
        return new FlowId(
                FlowId.Source.REPORTED, loss.payee(), loss.transferId().toString(), 1);
    }

    private void addOtherCredits() {
        Set<FlowId> upstream = facts.upstream().stream().map(Flow::id).collect(Collectors.toSet());
        Set<AccountRef.Key> payers = knownPayers();
        facts.bookings().stream()
                .filter(AccountBooking::isIncoming)
                .filter(credits::isFree)
                .filter(credit -> !upstream.contains(credit.flowId()))
                .map(credit -> credit(credit, credit.counterparty().filter(payers::contains)))
                .forEach(flows::add);
    }

    private static Flow credit(AccountBooking credit, Optional<AccountRef.Key> payer) {
        return new Flow(
                credit.flowId(),
                payer,
                Optional.of(credit.account()),
                credit.fen(),
                credit.at(),
                credit.at(),
                credit.sequence(),
                payer.isPresent()
                        ? Optional.empty()
                        : Optional.of(new Flow.Origin(
                                Shares.of(Owner.HOLDER, credit.fen()), Provenance.HOLDERS, AccountShares.UNREACHED)),
                Optional.empty(),
                true,
                Optional.empty());
    }

    /**
     * Accounts of which an institution told something, and those to which money of victims came. An account from which a victim paid is
     * the victim's own: money that went back there is the victim's.
     */
    private Set<AccountRef.Key> knownPayers() {
        Set<AccountRef.Key> payers = flows.stream()
                .filter(flow -> flow.payer().isPresent())
                .flatMap(flow -> flow.payee().stream())
                .collect(Collectors.toCollection(HashSet::new));
        facts.losses().forEach(loss -> loss.payer().ifPresent(payers::remove));
        payers.addAll(paidByVictims);
        payers.addAll(told);
        payers.retainAll(facts.accounts());
        return payers;
    }

    /** A balance counts what its own institution had booked by then. */
    private void setCredits() {
        Map<FlowId, AccountBooking> matches = credits.matches();
        flows.replaceAll(flow -> Optional.ofNullable(matches.get(flow.id()))
                .map(credit -> flow.creditedAt(credit.at()))
                .orElse(flow));
    }
}
