package org.stoppayment.gateway.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.gateway.domain.Feedback;
import org.stoppayment.gateway.domain.OrderKind;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;

/** Takes the feedback that an institution calls back with; done once somebody keeps it, and never before. */
@ApplicationScoped
public class TakingFeedback {

    private final FeedbackSink sink;

    TakingFeedback(FeedbackSink sink) {
        this.sink = sink;
    }

    /** Hands the feedback over; {@code from} is proven by the message's signature. */
    public Uni<Void> take(InstitutionCode from, Feedback feedback) {
        List<Violation> missing = feedback.missingAs(OrderKind.ANY);
        return missing.isEmpty()
                ? sink.record(from, feedback)
                : Uni.createFrom().failure(new ServiceException.InvalidInput(missing));
    }
}
