package org.stoppayment.gateway.feedback.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.kernel.InstitutionCode;

/** Write port: feedback of the institutions. */
public interface FeedbackSink {

    /**
     * Completes once the feedback is durable, with the fields that such a feedback must have and this one lacks: {@code stoppedAt},
     * {@code balanceFen}. Fails with a {@link org.stoppayment.kernel.ServiceException}: {@code NotFound} when no
     * such order was sent to that institution, {@code Unavailable} when it is unknown whether the feedback was recorded.
     */
    Uni<List<String>> record(InstitutionCode from, Feedback feedback);
}
