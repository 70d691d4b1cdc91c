package org.stoppayment.recovery.attribution.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.recovery.attribution.domain.CreditMatching.Wanted;
import org.stoppayment.recovery.attribution.domain.StatementCheck.Balance;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Makes the graph of what is known. Money that moved once is one flow, whoever told of it: the payer's institution, the payee's, and the
 * victim. A booking into an account that nobody else told of is clean money of its holder, unless it names a payer whose institution told
 * something of it: then that account paid it.
 */
public final class MoneyGraphs {

    /** Of balances of one moment, that of a statement comes last. */
    private static final Comparator<ToldBalance> BY_TIME = Comparator.comparing(ToldBalance::asOf)
            .thenComparing(balance -> balance.since().isPresent())
            .thenComparing(ToldBalance::fen);

    private final KnownFacts facts;
    private final Duration tolerance;
    private final CreditMatching<FlowId> credits;
    private final Map<FlowId, ReportedLoss> reportedOutflows;
    private final Set<AccountRef.Key> told;
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
        this.flows = new ArrayList<>(facts.upstream());
    }

    /** The graph; {@code tolerance} is that of reported times, and of the times at two institutions. */
    public static MoneyGraph of(KnownFacts facts, Duration tolerance) {
        MoneyGraphs graphs = new MoneyGraphs(facts, tolerance);
        graphs.addOutflows();
        graphs.addLosses();
        graphs.addOtherCredits();
        graphs.setCredits();
        return new MoneyGraph(graphs.statements(), graphs.flows);
    }

    /** Bookings out of accounts; where a victim reported one, it says so. */
    private void addOutflows() {
        facts.bookings().stream()
                .filter(booking -> !booking.isIncoming())
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
                                .map(MoneyGraphs::asBooking))
                .collect(Collectors.groupingBy(AccountBooking::account));
        Map<AccountRef.Key, List<ReportedLoss>> byPayer = facts.losses().stream()
                .filter(loss -> loss.payer().filter(outOf::containsKey).isPresent())
                .collect(Collectors.groupingBy(loss -> loss.payer().orElseThrow()));
        Map<FlowId, ReportedLoss> reported = new HashMap<>();
        byPayer.forEach((payer, losses) -> {
            List<AccountBooking> credited = outOf.getOrDefault(payer, List.of()).stream()
                    .map(MoneyGraphs::asCredit)
                    .toList();
            new CreditMatching<ReportedLoss>(credited, tolerance)
                    .match(losses.stream().map(MoneyGraphs::wanted).toList())
                    .forEach((loss, booking) -> reported.put(
                            new FlowId(FlowId.Source.OUT, payer, booking.serial(), booking.ordinal()), loss));
        });
        return reported;
    }

    private static AccountBooking asBooking(Flow flow) {
        return new AccountBooking(
                flow.id().account(),
                false,
                flow.id().serial(),
                flow.id().ordinal(),
                flow.fen(),
                flow.at(),
                flow.sequence(),
                flow.payee());
    }

    /** The booking as its payee would tell it, so that it can be matched. */
    private static AccountBooking asCredit(AccountBooking booking) {
        return new AccountBooking(
                booking.counterparty().orElseThrow(),
                true,
                booking.serial(),
                booking.ordinal(),
                booking.fen(),
                booking.at(),
                booking.sequence(),
                Optional.of(booking.account()));
    }

    private static Wanted<ReportedLoss> wanted(ReportedLoss loss) {
        return new Wanted<>(loss, loss.payer(), loss.payee(), loss.fen(), loss.at(), loss.serial());
    }

    /** Reported money. When no booking is known for it, it came at the earliest possible moment: what it may have paid is not missed. */
    private void addLosses() {
        Set<ReportedLoss> asOutflows = Set.copyOf(reportedOutflows.values());
        List<ReportedLoss> losses = facts.losses().stream()
                .filter(loss -> !asOutflows.contains(loss))
                .toList();
        Map<FlowId, AccountBooking> matches = credits.match(losses.stream()
                .map(loss ->
                        new Wanted<>(flowId(loss), loss.payer(), loss.payee(), loss.fen(), loss.at(), loss.serial()))
                .toList());
        for (ReportedLoss loss : losses) {
            Instant at = Optional.ofNullable(matches.get(flowId(loss)))
                    .map(AccountBooking::at)
                    .orElseGet(
                            () -> loss.at().map(told -> told.minus(tolerance)).orElse(Instant.MIN));
            flows.add(new Flow(
                    flowId(loss),
                    Optional.empty(),
                    Optional.of(loss.payee()),
                    loss.fen(),
                    at,
                    at,
                    Long.MIN_VALUE,
                    Optional.of(new Flow.Origin(
                            Shares.of(Owner.victim(loss.caseId()), loss.fen()), Provenance.REPORTED, 0)),
                    Optional.empty()));
        }
    }

    private static FlowId flowId(ReportedLoss loss) {
        return new FlowId(
                FlowId.Source.REPORTED, loss.payee(), loss.transferId().toString(), 1);
    }

    private void addOtherCredits() {
        Set<FlowId> upstream = facts.upstream().stream().map(Flow::id).collect(Collectors.toSet());
        facts.bookings().stream()
                .filter(AccountBooking::isIncoming)
                .filter(credits::isFree)
                .filter(credit -> !upstream.contains(credit.flowId()))
                .map(credit -> new Flow(
                        credit.flowId(),
                        credit.counterparty().filter(told::contains),
                        Optional.of(credit.account()),
                        credit.fen(),
                        credit.at(),
                        credit.at(),
                        credit.sequence(),
                        credit.counterparty().filter(told::contains).isPresent()
                                ? Optional.empty()
                                : Optional.of(new Flow.Origin(
                                        Shares.of(Owner.HOLDER, credit.fen()),
                                        Provenance.HOLDERS,
                                        AccountShares.UNREACHED)),
                        Optional.empty()))
                .forEach(flows::add);
    }

    /** A balance counts what its own institution had booked by then. */
    private void setCredits() {
        Map<FlowId, AccountBooking> matches = credits.matches();
        flows.replaceAll(flow -> Optional.ofNullable(matches.get(flow.id()))
                .map(credit -> flow.creditedAt(credit.at()))
                .orElse(flow));
    }

    private Map<AccountRef.Key, StatementCheck> statements() {
        Map<AccountRef.Key, List<Flow>> in = flows.stream()
                .filter(flow -> flow.payee().isPresent())
                .collect(Collectors.groupingBy(flow -> flow.payee().orElseThrow()));
        Map<AccountRef.Key, List<Flow>> out = flows.stream()
                .filter(flow -> flow.payer().isPresent())
                .collect(Collectors.groupingBy(flow -> flow.payer().orElseThrow()));
        Map<AccountRef.Key, List<ToldBalance>> balances =
                facts.balances().stream().collect(Collectors.groupingBy(ToldBalance::account));
        return facts.accounts().stream()
                .collect(Collectors.toMap(
                        account -> account,
                        account -> statement(
                                balances.getOrDefault(account, List.of()),
                                in.getOrDefault(account, List.of()),
                                out.getOrDefault(account, List.of()))));
    }

    private static StatementCheck statement(List<ToldBalance> balances, List<Flow> in, List<Flow> out) {
        Optional<ToldBalance> latest = balances.stream().max(BY_TIME);
        if (latest.isEmpty()) {
            return new StatementCheck(0, 0, Optional.empty());
        }
        ToldBalance balance = latest.get();
        long opening = opening(balances, in, out);
        long known = Math.addExact(
                opening, Math.subtractExact(until(balance, in, Flow::creditedAt), until(balance, out, Flow::at)));
        return new StatementCheck(
                opening,
                Math.subtractExact(balance.fen(), known),
                Optional.of(new Balance(balance.fen(), balance.asOf())));
    }

    /** That of the statement that reaches back furthest, when it begins before all that is known. */
    private static long opening(List<ToldBalance> balances, List<Flow> in, List<Flow> out) {
        Optional<Instant> first = Stream.concat(
                        in.stream().map(Flow::creditedAt), out.stream().map(Flow::at))
                .min(Comparator.naturalOrder());
        return balances.stream()
                .filter(balance -> balance.openingFen().isPresent())
                .filter(balance -> balance.since()
                        .filter(since -> first.isEmpty() || !since.isAfter(first.get()))
                        .isPresent())
                .min(Comparator.comparing(
                                (ToldBalance balance) -> balance.since().orElseThrow())
                        .thenComparing(BY_TIME))
                .flatMap(ToldBalance::openingFen)
                .orElse(0L);
    }

    private static long until(ToldBalance balance, List<Flow> some, Function<Flow, Instant> bookedAt) {
        return some.stream()
                .filter(flow -> !bookedAt.apply(flow).isAfter(balance.asOf()))
                .mapToLong(Flow::fen)
                .reduce(0, Math::addExact);
    }
}
