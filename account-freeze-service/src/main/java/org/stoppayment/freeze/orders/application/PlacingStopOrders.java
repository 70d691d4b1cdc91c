package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.books.application.FundsEvents;
import org.stoppayment.freeze.orders.domain.AcceptedReport;
import org.stoppayment.freeze.orders.domain.Placement;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.outbox.OutboxRelay;

/**
 * Turns a report into stop orders, one for each payee account: one commit, then all of them go out at once, straight from
 * memory.
 */
@ApplicationScoped
public class PlacingStopOrders {

    private static final int MAX_REREADS = 10;

    private final StopOrders orders;
    private final Institutions institutions;
    private final PlacementPlanner planner;
    private final FundsEvents events;
    private final SendingOrders sending;
    private final OutboxRelay relay;
    private final InstantSource clock;

    PlacingStopOrders(
            StopOrders orders,
            Institutions institutions,
            PlacementPlanner planner,
            FundsEvents events,
            SendingOrders sending,
            OutboxRelay relay,
            InstantSource clock) {
        this.orders = orders;
        this.institutions = institutions;
        this.planner = planner;
        this.events = events;
        this.sending = sending;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Ends once the orders are durable.
     *
     * @return false when the report puts a transfer right that has not arrived yet, or that others keep changing: it must come
     *     again
     */
    public Uni<Boolean> place(AcceptedReport report) {
        return place(report, MAX_REREADS);
    }

    private Uni<Boolean> place(AcceptedReport report, int rereads) {
        return corrected(report).chain(remembered -> {
            if (remembered.isEmpty() || rereads == 0) {
                return Uni.createFrom().item(false);
            }
            return institutions
                    .routing()
                    .map(routing -> planner.plan(report, remembered.get(), routing, clock.instant()))
                    .chain(this::commitAndSend)
                    .chain(written -> written ? Uni.createFrom().item(true) : place(report, rereads - 1));
        });
    }

    /** The transfers that the report puts right; empty when it is too early to. */
    private Uni<Optional<List<Placement.Remembered>>> corrected(AcceptedReport report) {
        if (!report.hasCorrections()) {
            return Uni.createFrom().item(Optional.of(List.of()));
        }
        List<UUID> ids = report.transfers().stream()
                .flatMap(transfer -> transfer.corrects().stream())
                .distinct()
                .toList();
        return orders.remembered(report.caseId(), ids)
                .map(found -> found.size() == ids.size() ? Optional.of(found) : Optional.empty());
    }

    private Uni<Boolean> commitAndSend(Placement placement) {
        Optional<OutboxEvent> event = events.fundsMoved(placement.caseId(), placement.at(), placement.movements());
        return orders.place(placement, event)
                .invoke(written -> written.ifPresent(placed -> afterCommit(placement, event, placed)))
                .map(Optional::isPresent);
    }

    private void afterCommit(Placement placement, Optional<OutboxEvent> event, Map<UUID, PlacementResult> placed) {
        PlacementResult.outgoing(placement.orders(), placed).forEach(sending::send);
        if (!placed.isEmpty()) {
            event.ifPresent(relay::handOver);
        }
    }
}
