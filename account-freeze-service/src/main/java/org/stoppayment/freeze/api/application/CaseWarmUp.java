package org.stoppayment.freeze.api.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.stoppayment.freeze.api.application.RolledBackStores.Stores;
import org.stoppayment.freeze.books.application.FundsEvents;
import org.stoppayment.freeze.orders.application.Institutions;
import org.stoppayment.freeze.orders.application.PacedInstitutions;
import org.stoppayment.freeze.orders.application.PlacementPlanner;
import org.stoppayment.freeze.orders.application.PlacingStopOrders;
import org.stoppayment.freeze.orders.application.RecordingAnswers;
import org.stoppayment.freeze.orders.application.SendingClearedOrders;
import org.stoppayment.freeze.orders.application.SendingOrders;
import org.stoppayment.freeze.orders.application.StopOrderFactory;
import org.stoppayment.freeze.orders.application.admission.InFlightConfig;
import org.stoppayment.freeze.orders.application.admission.SendsInFlight;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.tracing.application.FollowingMoney;
import org.stoppayment.freeze.tracing.application.PlacingWaitingOrders;
import org.stoppayment.freeze.tracing.application.TracePlanner;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.outbox.OutboxRelay;
import org.stoppayment.kit.warmup.WarmUp;

/**
 * Warms up a case from its report to the orders of the next level, with the use cases of the service. Their stores are rolled back,
 * their institutions and their relay send nothing.
 */
@ApplicationScoped
public class CaseWarmUp implements WarmUp {

    private final RolledBackStores rolledBack;
    private final Institutions institutions;
    private final PlacementPlanner planner;
    private final StopOrderFactory factory;
    private final TracePlanner tracePlanner;
    private final FundsEvents events;
    private final OutboxRelay relay;
    private final RuleSets ruleSets;
    private final OrderDueTimes dueTimes;
    private final InFlightConfig inFlight;
    private final InstantSource clock;
    private final Ids ids;

    CaseWarmUp(
            RolledBackStores rolledBack,
            Institutions institutions,
            PlacementPlanner planner,
            StopOrderFactory factory,
            TracePlanner tracePlanner,
            FundsEvents events,
            OutboxRelay relay,
            RuleSets ruleSets,
            OrderDueTimes dueTimes,
            InFlightConfig inFlight,
            InstantSource clock,
            Ids ids) {
        this.rolledBack = rolledBack;
        this.institutions = institutions;
        this.planner = planner;
        this.factory = factory;
        this.tracePlanner = tracePlanner;
        this.events = events;
        this.relay = relay;
        this.ruleSets = ruleSets;
        this.dueTimes = dueTimes;
        this.inFlight = inFlight;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public Uni<Void> run() {
        return rolledBack.run(stores -> new DryRun(stores).run());
    }

    /** The use cases around one set of stores. */
    private final class DryRun {

        private final DryRunInstitutions taking = new DryRunInstitutions(institutions);
        private final DryRunCase dryRunCase = new DryRunCase(ids, clock.instant());
        private final RecordingAnswers recording;
        private final PlacingStopOrders placing;
        private final FollowingMoney following;

        DryRun(Stores stores) {
            OutboxRelay nowhere = relay.withoutDelivery();
            recording = new RecordingAnswers(
                    stores.orders(), taking, changed -> {}, events, nowhere, ruleSets, dueTimes, clock);
            SendingOrders sending = new SendingOrders(
                    new PacedInstitutions(taking, stores.orders(), clock),
                    recording,
                    new SendsInFlight(inFlight),
                    clock);
            placing = new PlacingStopOrders(
                    stores.orders(), stores.parties(), taking, planner, events, sending, nowhere, clock);
            following = new FollowingMoney(
                    stores.traces(),
                    taking,
                    tracePlanner,
                    new PlacingWaitingOrders(stores.waiting(), factory, sending, ruleSets),
                    new SendingClearedOrders(stores.orders(), recording, sending, clock),
                    sending,
                    nowhere,
                    stores.raising(),
                    clock);
        }

        Uni<Void> run() {
            AcceptedReport report = dryRunCase.report();
            return placing.place(report)
                    .chain(() -> Multi.createFrom()
                            .iterable(taking.taken())
                            .onItem()
                            .transformToUniAndConcatenate(order -> recording.record(order, dryRunCase.stopped(order)))
                            .collect()
                            .last())
                    .chain(() -> following.follow(report.caseId()));
        }
    }
}
