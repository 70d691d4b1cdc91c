package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.domain.Feedback;
import org.stoppayment.freeze.domain.FollowUp;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.kernel.ServiceException;

/** Takes a feedback that an institution called back with, about a stop order or about a message on one. */
@ApplicationScoped
public class TakingFeedback {

    private final StopOrders orders;
    private final RecordingAnswers recording;
    private final FollowUps followUps;
    private final RecordingFollowUps recordingFollowUps;

    TakingFeedback(
            StopOrders orders, RecordingAnswers recording, FollowUps followUps, RecordingFollowUps recordingFollowUps) {
        this.orders = orders;
        this.recording = recording;
        this.followUps = followUps;
        this.recordingFollowUps = recordingFollowUps;
    }

    /**
     * Ends once the feedback is durable; fails with {@link ServiceException.NotFound} when no such order went to that
     * institution.
     *
     * @return false when it said nothing new
     */
    public Uni<Boolean> take(String institutionCode, Feedback feedback) {
        UUID id = feedback.applicationId();
        return orders.find(id)
                .chain(order -> order.isPresent()
                        ? recording.record(sentTo(institutionCode, order.get(), id), new Answer.Said(feedback))
                        : followUps
                                .find(id)
                                .map(found -> found.orElseThrow(() -> unknown(id)))
                                .chain(followUp -> takeForFollowUp(followUp, institutionCode, feedback)));
    }

    private Uni<Boolean> takeForFollowUp(FollowUp followUp, String institutionCode, Feedback feedback) {
        return orders.find(followUp.applicationId())
                .map(Optional::orElseThrow)
                .chain(stop -> recordingFollowUps.record(
                        followUp, sentTo(institutionCode, stop, followUp.id()), new Answer.Said(feedback)));
    }

    private static StopOrder sentTo(String institutionCode, StopOrder order, UUID id) {
        if (!order.account().institutionCode().equals(institutionCode)) {
            throw unknown(id);
        }
        return order;
    }

    private static ServiceException.NotFound unknown(UUID id) {
        return new ServiceException.NotFound("applicationId", id.toString());
    }
}
