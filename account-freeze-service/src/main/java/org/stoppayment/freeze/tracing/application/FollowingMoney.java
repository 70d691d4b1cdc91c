package org.stoppayment.freeze.tracing.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.alerts.application.Alerts;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.books.application.BooksNotConserved;
import org.stoppayment.freeze.orders.application.ClaimChangeListener;
import org.stoppayment.freeze.orders.application.Institutions;
import org.stoppayment.freeze.orders.application.PlacementOutcome;
import org.stoppayment.freeze.orders.application.PlacementResult;
import org.stoppayment.freeze.orders.application.SendingClearedOrders;
import org.stoppayment.freeze.orders.application.SendingOrders;
import org.stoppayment.freeze.orders.domain.Routing;
import org.stoppayment.freeze.shared.application.SingleFlight;
import org.stoppayment.freeze.tracing.domain.CaseGraph;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.logging.SanitizedThrowable;
import org.stoppayment.kit.outbox.OutboxRelay;

/**
 * Follows a case's money level by level (逐级追查) and keeps its books. One step takes all that became known of its claims (outflows,
 * stops that took effect or ended, cases that joined, sums that grew), recomputes the taint downstream, books it, and makes the
 * orders of the next level. These are sent right after the commit.
 */
@ApplicationScoped
public class FollowingMoney implements ClaimChangeListener {

    private static final Logger LOG = Logger.getLogger(FollowingMoney.class);
    private static final int MAX_AT_ONCE = 100;
    private static final int MAX_CASES_AT_ONCE = 4;
    private static final int MAX_REREADS = 10;

    private final Traces traces;
    private final Institutions institutions;
    private final TracePlanner planner;
    private final PlacingWaitingOrders waiting;
    private final SendingClearedOrders clearing;
    private final SendingOrders sending;
    private final OutboxRelay relay;
    private final RaisingAlerts raising;
    private final InstantSource clock;
    private final SingleFlight<CaseId> cases = new SingleFlight<>(caseId -> step(caseId, MAX_REREADS));

    public FollowingMoney(
            Traces traces,
            Institutions institutions,
            TracePlanner planner,
            PlacingWaitingOrders waiting,
            SendingClearedOrders clearing,
            SendingOrders sending,
            OutboxRelay relay,
            RaisingAlerts raising,
            InstantSource clock) {
        this.traces = traces;
        this.institutions = institutions;
        this.planner = planner;
        this.waiting = waiting;
        this.clearing = clearing;
        this.sending = sending;
        this.relay = relay;
        this.raising = raising;
        this.clock = clock;
    }

    /** Follows the money of cases whose claims changed; returns at once. A case that fails stays due. */
    @Override
    public void claimsChanged(List<CaseId> caseIds) {
        caseIds.forEach(caseId -> followOrLog(caseId).subscribe().with(followed -> {}, neverFails -> {}));
    }

    /** Follows the money of all due cases. */
    public Uni<Void> followDue() {
        return traces.claimDue(clock.instant(), TracePlanner.LOOK_AGAIN, MAX_AT_ONCE)
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUni(this::followOrLog)
                        .merge(MAX_CASES_AT_ONCE)
                        .collect()
                        .last()
                        .chain(() -> due.isEmpty() ? Uni.createFrom().voidItem() : followDue()));
    }

    /** True when no step is in flight in this process. */
    public boolean isIdle() {
        return cases.isIdle();
    }

    /** Follows the money of one case; after a failure it stays due. */
    public Uni<Void> follow(CaseId caseId) {
        return cases.run(caseId);
    }

    private Uni<Void> followOrLog(CaseId caseId) {
        return follow(caseId)
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("The money of case %s stays due (%s)", caseId, SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }

    /** Steps until nothing new is known. */
    private Uni<Void> step(CaseId caseId, int rereads) {
        return traces.read(caseId).chain(graph -> {
            if (graph.isSettled()) {
                return Uni.createFrom().voidItem();
            }
            if (rereads == 0) {
                return Uni.createFrom().failure(new IllegalStateException("its claims keep changing"));
            }
            return institutions
                    .routing()
                    .call(routing -> sendCleared(graph))
                    .chain(routing -> waiting.placeDue(graph, routing, clock.instant())
                            .chain(placed -> placed
                                    ? Uni.createFrom().item(new PlacementOutcome.Outdated())
                                    : planAndWrite(graph, routing)))
                    .chain(outcome ->
                            step(caseId, outcome instanceof PlacementOutcome.Placed ? MAX_REREADS : rereads - 1));
        });
    }

    private Uni<Void> sendCleared(CaseGraph graph) {
        return Multi.createFrom()
                .iterable(graph.clearedOrders())
                .onItem()
                .transformToUniAndConcatenate(clearing::send)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<PlacementOutcome> planAndWrite(CaseGraph graph, Routing routing) {
        return Uni.createFrom()
                .item(() -> planner.plan(graph, routing, clock.instant()))
                .chain(step -> traces.write(step).invoke(outcome -> {
                    if (outcome instanceof PlacementOutcome.Placed placed) {
                        afterCommit(step, placed.orders());
                    }
                }))
                .onFailure(BooksNotConserved.class)
                .call(() -> alertNotConserved(graph));
    }

    /** Raises one alert, however often the step is retried: the trace keeps its version until the step succeeds. */
    private Uni<Void> alertNotConserved(CaseGraph graph) {
        CaseId caseId = graph.origin().caseId();
        int next = graph.version() + 1;
        return raising.raise(new Alerts.NewAlert(
                Alert.Kind.BOOKS_DO_NOT_ADD_UP,
                caseId,
                caseId,
                next,
                "step " + next + " of the case's trace is not taken"));
    }

    private void afterCommit(TraceStep step, Map<ApplicationId, PlacementResult> placed) {
        PlacementResult.outgoing(step.orders(), placed).forEach(sending::send);
        relay.handOver(step.events());
    }
}
