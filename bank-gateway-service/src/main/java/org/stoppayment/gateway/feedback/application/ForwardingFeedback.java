package org.stoppayment.gateway.feedback.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.feedback.domain.OrderKind;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;

/** Forwards the feedback of a callback; completes once the feedback is durable. */
@ApplicationScoped
public class ForwardingFeedback {

    private final FeedbackSink sink;

    ForwardingFeedback(FeedbackSink sink) {
        this.sink = sink;
    }

    /** Forwards the feedback; the caller has verified that {@code from} signed it. */
    public Uni<Void> forward(InstitutionCode from, Feedback feedback) {
        List<Violation> missing = feedback.missingFields(OrderKind.ANY);
        return missing.isEmpty()
                ? sink.record(from, feedback)
                : Uni.createFrom().failure(new ServiceException.InvalidInput(missing));
    }
}
