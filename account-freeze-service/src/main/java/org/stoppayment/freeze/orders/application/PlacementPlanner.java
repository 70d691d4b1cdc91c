package org.stoppayment.freeze.orders.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stoppayment.freeze.books.domain.FundsMovement;
import org.stoppayment.freeze.books.domain.FundsMovement.Cause;
import org.stoppayment.freeze.books.domain.FundsMovement.Position;
import org.stoppayment.freeze.orders.domain.Route;
import org.stoppayment.freeze.orders.domain.Routing;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport.ReportedTransfer;
import org.stoppayment.freeze.orders.domain.placement.PartyChanges;
import org.stoppayment.freeze.orders.domain.placement.Placement;
import org.stoppayment.freeze.orders.domain.placement.Placement.Claim;
import org.stoppayment.freeze.orders.domain.placement.Placement.StoredTransfer;
import org.stoppayment.freeze.parties.domain.CaseParties;
import org.stoppayment.freeze.parties.domain.VictimSide;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.Ids;

/** Works out the orders, claims and movements of a report. Leaves to the database what only the database knows. */
@ApplicationScoped
public class PlacementPlanner {

    private final StopOrderFactory factory;
    private final Ids ids;

    PlacementPlanner(StopOrderFactory factory, Ids ids) {
        this.factory = factory;
        this.ids = ids;
    }

    /**
     * The placement of {@code report}.
     *
     * @param corrected the transfers that it corrects
     * @param earlier what the case knew of its parties before
     */
    Placement plan(
            AcceptedReport report, List<StoredTransfer> corrected, CaseParties earlier, Routing routing, Instant at) {
        Plan plan = new Plan(report, corrected, earlier, routing, at);
        Map<AccountRef.Key, List<ReportedTransfer>> byPayee = new LinkedHashMap<>();
        Map<AccountRef.Key, Route> routes = new LinkedHashMap<>();
        for (ReportedTransfer transfer : report.transfers()) {
            Route route = routing.to(transfer.payee());
            ReportedTransfer routed = plan.correctingNewest(transfer)
                    .at(route.institutionCode().orElse(transfer.payee().institutionCode()));
            routes.putIfAbsent(routed.payee().key(), route);
            byPayee.computeIfAbsent(routed.payee().key(), key -> new ArrayList<>())
                    .add(routed);
        }
        byPayee.forEach((key, transfers) -> plan.stopPayee(
                transfers, routes.getOrDefault(key, routing.to(transfers.get(0).payee()))));
        for (AccountRef own : report.protectiveStops()) {
            Route route = routing.to(own);
            AccountRef account = own.at(route.institutionCode().orElse(own.institutionCode()));
            if (!plan.hasOrderFor(account.key())) {
                plan.protect(account, route);
            }
        }
        plan.nameOtherPayers();
        List<StoredTransfer> reversed = distinct(corrected);
        reversed.forEach(plan::reverse);
        plan.traceReclassified();
        return plan.placement(reversed);
    }

    private static List<StoredTransfer> distinct(List<StoredTransfer> corrected) {
        return List.copyOf(corrected.stream()
                .collect(Collectors.toMap(
                        StoredTransfer::transferId, Function.identity(), (one, same) -> one, LinkedHashMap::new))
                .values());
    }

    private final class Plan {
        private final AcceptedReport report;
        private final List<StoredTransfer> corrected;
        private final Instant at;
        private final List<StopOrder> orders = new ArrayList<>();
        private final Map<AccountRef.Key, Claim> claims = new LinkedHashMap<>();
        private final List<ReportedTransfer> transfers = new ArrayList<>();
        private final List<FundsMovement> movements = new ArrayList<>();
        private final Routing routing;
        private final PartyChanges parties;
        private final VictimSide side;

        Plan(AcceptedReport report, List<StoredTransfer> corrected, CaseParties earlier, Routing routing, Instant at) {
            this.report = report;
            this.corrected = corrected;
            this.at = at;
            this.routing = routing;
            this.parties = new PartyChanges(
                    earlier,
                    earlier.with(
                            report.victimName(),
                            ReportedParties.of(report, routing, at),
                            ReportedParties.corrected(report.allTransfers().map(this::correctingNewest))));
            this.side = parties.after();
        }

        /** Transfers that name no payee say only who paid. */
        void nameOtherPayers() {
            report.otherTransfers().forEach(this::store);
        }

        private void store(ReportedTransfer transfer) {
            transfers.add(transfer.paidFrom(ReportedParties.routed(transfer.payer(), routing)));
        }

        /** Whose an account is decides what was lost: where that changes for an earlier transfer, its account is traced. */
        void traceReclassified() {
            parties.reclassifiedPayees().forEach(payee -> claim(new Claim(payee, 1, 0, Optional.empty())));
        }

        void stopPayee(List<ReportedTransfer> into, Route route) {
            AccountRef account = into.get(0).payee();
            into.forEach(this::store);
            if (side.isVictims(account.key())) {
                return; // between accounts of the victim: no loss, and nothing to stop
            }
            Money tainted = into.stream()
                    .filter(transfer -> side.isLoss(transfer.payer().key(), account.key()))
                    .flatMap(transfer -> transfer.counted().stream())
                    .reduce(Money.ZERO, Money::plus);
            order(account, 1, tainted, into, original(into), route);
            book(account, Cause.REPORTED, Position.REPORTED, Position.UNKNOWN, tainted);
        }

        /** A correction of a transfer that was corrected before goes to its newest version. */
        ReportedTransfer correctingNewest(ReportedTransfer transfer) {
            return transfer.corrects()
                    .flatMap(id -> corrected.stream()
                            .filter(old -> old.askedId().equals(id))
                            .findFirst())
                    .map(old -> transfer.correcting(old.transferId()))
                    .orElse(transfer);
        }

        void protect(AccountRef account, Route route) {
            order(account, 0, Money.ZERO, List.of(), Optional.empty(), route);
        }

        boolean hasOrderFor(AccountRef.Key account) {
            return orders.stream().anyMatch(order -> order.account().key().equals(account));
        }

        /** The money was reported on the wrong account: the claim there is reversed, if it was counted as a loss. */
        void reverse(StoredTransfer transfer) {
            if (!parties.before().isLoss(transfer.payer(), transfer.account().key())) {
                return;
            }
            Money amount = transfer.amount().orElse(Money.ZERO);
            claim(new Claim(transfer.account(), 1, Math.negateExact(amount.fen()), Optional.empty()));
            book(transfer.account(), Cause.CORRECTED, Position.UNKNOWN, Position.REPORTED, amount);
        }

        Placement placement(List<StoredTransfer> reversed) {
            return new Placement(
                    report.eventId(),
                    report.origin(),
                    at,
                    orders,
                    List.copyOf(claims.values()),
                    transfers,
                    movements,
                    reversed,
                    parties.payers(),
                    report.victimName());
        }

        private void order(
                AccountRef account,
                int level,
                Money tainted,
                List<ReportedTransfer> into,
                Optional<ApplicationId> original,
                Route route) {
            ApplicationId applicationId = ids.newApplicationId();
            orders.add(factory.make(
                    applicationId,
                    report.origin(),
                    account,
                    level,
                    tainted,
                    into.stream().map(ReportedTransfer::named).toList(),
                    original,
                    route,
                    at));
            claim(new Claim(account, level, tainted.fen(), Optional.of(applicationId)));
        }

        private Optional<ApplicationId> original(List<ReportedTransfer> into) {
            return into.stream()
                    .flatMap(transfer -> transfer.corrects().stream())
                    .flatMap(id ->
                            corrected.stream().filter(old -> old.transferId().equals(id)))
                    .flatMap(old -> old.order().stream())
                    .map(StopOrder::applicationId)
                    .findFirst();
        }

        private void claim(Claim claim) {
            claims.merge(
                    claim.account().key(),
                    claim,
                    (first, second) -> new Claim(
                            first.account(),
                            Math.min(first.level(), second.level()),
                            Math.addExact(first.reportedFen(), second.reportedFen()),
                            first.applicationId().or(second::applicationId)));
        }

        private void book(AccountRef account, Cause cause, Position from, Position to, Money amount) {
            if (!amount.isZero()) {
                movements.add(new FundsMovement(account, Optional.empty(), cause, from, to, amount));
            }
        }
    }
}
