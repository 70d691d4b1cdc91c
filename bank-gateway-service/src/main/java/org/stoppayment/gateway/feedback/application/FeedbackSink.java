package org.stoppayment.gateway.feedback.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.kernel.InstitutionCode;

/** Port: makes the feedback of institutions durable. */
public interface FeedbackSink {

    /**
     * Done once the feedback is durable. Fails with a {@link org.stoppayment.kernel.ServiceException}: {@code NotFound} when no
     * such order was sent to that institution, {@code Unavailable} when it is not known whether the feedback was kept.
     */
    Uni<Void> record(InstitutionCode from, Feedback feedback);
}
