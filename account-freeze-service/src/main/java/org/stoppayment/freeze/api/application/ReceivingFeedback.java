package org.stoppayment.freeze.api.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.Amendments;
import org.stoppayment.freeze.amendments.application.RecordingAmendments;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.holds.application.ReceivingFreezeFeedback;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.application.RecordOutcome;
import org.stoppayment.freeze.orders.application.RecordingAnswers;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.Feedback;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ApplicationId;

/** Takes the feedback of an institution's callback: about a stop order, an amendment of one, a freeze or an order about that. */
@ApplicationScoped
public class ReceivingFeedback {

    private final StopOrders orders;
    private final RecordingAnswers recording;
    private final Amendments amendments;
    private final RecordingAmendments recordingAmendments;
    private final ReceivingFreezeFeedback freezes;

    ReceivingFeedback(
            StopOrders orders,
            RecordingAnswers recording,
            Amendments amendments,
            RecordingAmendments recordingAmendments,
            ReceivingFreezeFeedback freezes) {
        this.orders = orders;
        this.recording = recording;
        this.amendments = amendments;
        this.recordingAmendments = recordingAmendments;
        this.freezes = freezes;
    }

    /**
     * Feedback that is durable.
     *
     * @param outcome whether it changed anything
     * @param missing fields that the institution must have told and has not; none but for a stop order
     */
    public record Received(RecordOutcome outcome, List<String> missing) {}

    /**
     * Ends once the feedback is durable; fails with {@link ServiceException.NotFound} when no such order was sent to the institution.
     */
    public Uni<Received> receive(String institutionCode, Feedback feedback) {
        ApplicationId id = feedback.applicationId();
        return orders.find(id)
                .chain(order -> order.isPresent()
                        ? recording
                                .record(sentTo(institutionCode, order.get(), id), new Answer.Replied(feedback))
                                .map(outcome -> new Received(outcome, feedback.missing()))
                        : amendments
                                .find(id)
                                .chain(amendment -> amendment.isPresent()
                                        ? receiveForAmendment(amendment.get(), institutionCode, feedback)
                                        : receiveForFreeze(institutionCode, feedback))
                                .map(outcome -> new Received(outcome, List.of())));
    }

    private Uni<RecordOutcome> receiveForFreeze(String institutionCode, Feedback feedback) {
        return freezes.receive(institutionCode, feedback)
                .map(outcome -> outcome.orElseThrow(() -> unknown(feedback.applicationId())));
    }

    private Uni<RecordOutcome> receiveForAmendment(StopAmendment amendment, String institutionCode, Feedback feedback) {
        return orders.find(amendment.applicationId())
                .map(Optional::orElseThrow)
                .chain(stop -> recordingAmendments.record(
                        amendment, sentTo(institutionCode, stop, amendment.id()), new Answer.Replied(feedback)));
    }

    private static StopOrder sentTo(String institutionCode, StopOrder order, ApplicationId id) {
        if (!order.account().institutionCode().equals(institutionCode)) {
            throw unknown(id);
        }
        return order;
    }

    private static ServiceException.NotFound unknown(ApplicationId id) {
        return new ServiceException.NotFound("applicationId", id.toString());
    }
}
