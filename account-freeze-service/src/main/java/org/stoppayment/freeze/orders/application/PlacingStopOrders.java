package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.freeze.books.application.FundsEvents;
import org.stoppayment.freeze.orders.domain.Routing;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport.ReportedTransfer;
import org.stoppayment.freeze.orders.domain.placement.Placement;
import org.stoppayment.freeze.parties.application.Parties;
import org.stoppayment.freeze.parties.domain.CaseParties;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.outbox.OutboxRelay;

/**
 * Places the stop orders of a report, one for each payee account, in one commit; then sends all of them at once, from memory.
 */
@ApplicationScoped
public class PlacingStopOrders {

    private static final int MAX_REREADS = 10;

    private final StopOrders orders;
    private final Parties parties;
    private final Institutions institutions;
    private final PlacementPlanner planner;
    private final FundsEvents events;
    private final SendingOrders sending;
    private final OutboxRelay relay;
    private final InstantSource clock;

    public PlacingStopOrders(
            StopOrders orders,
            Parties parties,
            Institutions institutions,
            PlacementPlanner planner,
            FundsEvents events,
            SendingOrders sending,
            OutboxRelay relay,
            InstantSource clock) {
        this.orders = orders;
        this.parties = parties;
        this.institutions = institutions;
        this.planner = planner;
        this.events = events;
        this.sending = sending;
        this.relay = relay;
        this.clock = clock;
    }

    /** The outcome of placing a report's orders. */
    public enum Outcome {
        /** The orders are durable. */
        PLACED,
        /** The report corrects a transfer that has not arrived yet or keeps changing: it must be delivered again. */
        DEFERRED
    }

    /** Ends once the orders are durable. */
    public Uni<Outcome> place(AcceptedReport report) {
        return place(report, MAX_REREADS);
    }

    private Uni<Outcome> place(AcceptedReport report, int rereads) {
        return corrected(report).chain(stored -> {
            if (stored.isEmpty() || rereads == 0) {
                return Uni.createFrom().item(Outcome.DEFERRED);
            }
            return institutions
                    .routing()
                    .chain(routing -> earlierParties(report, routing)
                            .map(earlier -> planner.plan(report, stored.get(), earlier, routing, clock.instant())))
                    .chain(this::commitAndSend)
                    .chain(outcome -> outcome instanceof PlacementOutcome.Placed
                            ? Uni.createFrom().item(Outcome.PLACED)
                            : place(report, rereads - 1));
        });
    }

    /**
     * What the case knew of its parties before. A first report is all that its case knows; only where it names an account both as payer
     * and as payee, what institutions told of that account decides as well.
     */
    private Uni<CaseParties> earlierParties(AcceptedReport report, Routing routing) {
        return report.isSupplement() || ReportedParties.hasPaidPayer(report)
                ? parties.of(
                        report.caseId(),
                        ReportedParties.accounts(report, ReportedTransfer::payer, routing),
                        ReportedParties.accounts(report, ReportedTransfer::payee, routing))
                : Uni.createFrom().item(CaseParties.NONE);
    }

    /** The transfers that the report corrects; empty when some have not arrived yet. */
    private Uni<Optional<List<Placement.StoredTransfer>>> corrected(AcceptedReport report) {
        if (!report.hasCorrections()) {
            return Uni.createFrom().item(Optional.of(List.of()));
        }
        List<TransferId> ids = report.transfers().stream()
                .flatMap(transfer -> transfer.corrects().stream())
                .distinct()
                .toList();
        return orders.storedTransfers(report.caseId(), ids)
                .map(found -> found.size() == ids.size() ? Optional.of(found) : Optional.empty());
    }

    private Uni<PlacementOutcome> commitAndSend(Placement placement) {
        Optional<OutboxEvent> event = events.fundsMoved(placement.caseId(), placement.at(), placement.movements());
        return orders.place(placement, event).invoke(outcome -> {
            if (outcome instanceof PlacementOutcome.Placed placed) {
                afterCommit(placement, event, placed.orders());
            }
        });
    }

    private void afterCommit(
            Placement placement, Optional<OutboxEvent> event, Map<ApplicationId, PlacementResult> placed) {
        PlacementResult.outgoing(placement.orders(), placed).forEach(sending::send);
        if (!placed.isEmpty()) {
            event.ifPresent(relay::handOver);
        }
    }
}
