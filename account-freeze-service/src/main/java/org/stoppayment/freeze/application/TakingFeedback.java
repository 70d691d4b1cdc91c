package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.stoppayment.freeze.domain.Feedback;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.kernel.ServiceException;

/** Takes a feedback that an institution called back with. */
@ApplicationScoped
public class TakingFeedback {

    private final StopOrders orders;
    private final RecordingAnswers recording;
    private final SendingFollowUps followUps;

    TakingFeedback(StopOrders orders, RecordingAnswers recording, SendingFollowUps followUps) {
        this.orders = orders;
        this.recording = recording;
        this.followUps = followUps;
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
                .chain(found -> found.isPresent()
                        ? takeForStop(found.get(), institutionCode, feedback)
                        : followUps.take(institutionCode, feedback).map(taken -> taken.orElseThrow(() -> unknown(id))));
    }

    private Uni<Boolean> takeForStop(StopOrder order, String institutionCode, Feedback feedback) {
        if (!order.account().institutionCode().equals(institutionCode)) {
            throw unknown(order.applicationId());
        }
        return recording.record(order, new Answer.Said(feedback));
    }

    private static ServiceException.NotFound unknown(UUID id) {
        return new ServiceException.NotFound("applicationId", id.toString());
    }
}
