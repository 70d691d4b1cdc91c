package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.application.RecordOutcome;
import org.stoppayment.freeze.orders.application.RecordingAnswers;
import org.stoppayment.freeze.orders.application.ViewingOrders;
import org.stoppayment.freeze.orders.domain.Feedback;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.freeze.orders.domain.views.OrderView;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.application.Update;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.ServiceException;

/** Lets a person resolve MANUAL orders without sending them: record what the institution said by telephone, or decline one. */
@ApplicationScoped
public class ResolvingManualOrders {

    private final ManualOrders manualOrders;
    private final RecordingAnswers recording;
    private final ViewingOrders viewing;
    private final WrittenOrders writtenOrders;
    private final RuleSets ruleSets;
    private final InstantSource clock;

    ResolvingManualOrders(
            ManualOrders manualOrders,
            RecordingAnswers recording,
            ViewingOrders viewing,
            WrittenOrders writtenOrders,
            RuleSets ruleSets,
            InstantSource clock) {
        this.manualOrders = manualOrders;
        this.recording = recording;
        this.viewing = viewing;
        this.writtenOrders = writtenOrders;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /** Records what the institution said about a MANUAL order by telephone or fax. */
    public Uni<OrderView> record(String applicationId, Feedback feedback, Decision decision) {
        OfficerInput.requireReferenceAndOperator(decision);
        if (!feedback.applicationId().toString().equals(applicationId)) {
            throw new ServiceException.InvalidInput(
                    "feedback.applicationId", "NOT_THE_ORDER", "value: another id (expected: that of the order)");
        }
        return manualOrders
                .find(applicationId)
                .chain(order -> ruleSets.named(order.ruleSet())
                        .map(rules -> feedback.toEvent(rules.stops(), order.placedAt(), clock.instant()))
                        .invoke(event -> requireSettling(event, feedback))
                        .chain(event -> noted(order, decision, feedback, event)))
                .chain(done -> viewing.order(applicationId));
    }

    /** Declines a MANUAL order here: a person has decided that the account is not to be stopped. */
    public Uni<OrderView> dismiss(String applicationId, Decision decision) {
        OfficerInput.require(decision);
        return manualOrders
                .find(applicationId)
                .chain(order -> recording.dismiss(
                        order.resolvedBy(decision), StopOrderEvent.Dismissed.notToBeStopped(decision.reason())))
                .invoke(declined ->
                        ManualOrders.requireUnchanged(declined.isPresent() ? Update.WRITTEN : Update.OUTDATED))
                .chain(done -> viewing.order(applicationId));
    }

    /** After a stop by telephone or fax, the institution gets the written order. */
    private Uni<RecordOutcome> noted(StopOrder order, Decision decision, Feedback feedback, StopOrderEvent event) {
        Uni<RecordOutcome> record = recording.record(order.resolvedBy(decision), new Answer.Replied(feedback));
        return event.kind() == StopOrderEvent.Kind.CONFIRMED
                ? writtenOrders.following(order, decision, record)
                : record;
    }

    private static void requireSettling(StopOrderEvent event, Feedback feedback) {
        if (!event.settles() || !feedback.missing().isEmpty()) {
            throw new ServiceException.InvalidInput(
                    "feedback.resultCode",
                    "SETTLES_NOTHING",
                    "value: " + feedback.code()
                            + " (expected: a code that says whether the account is stopped; with 0000"
                            + " and 1200 stoppedAt and balanceFen)");
        }
    }
}
