package org.stoppayment.gateway.refunds.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.kernel.InstitutionCode;

/** Write port: feedback of the institutions about refunds. */
public interface RefundFeedbackSink {

    /**
     * Completes once the feedback is durable, with the fields that it must have and lacks. Fails with a
     * {@link org.stoppayment.kernel.ServiceException}: {@code NotFound} when no such refund was sent to that institution,
     * {@code Unavailable} when it is unknown whether the feedback was recorded.
     */
    Uni<List<String>> record(InstitutionCode from, Feedback feedback);
}
