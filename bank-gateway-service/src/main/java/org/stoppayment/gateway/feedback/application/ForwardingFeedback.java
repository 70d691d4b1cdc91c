package org.stoppayment.gateway.feedback.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.kernel.InstitutionCode;

/** Forwards the feedback of a callback; completes once the feedback is durable. */
@ApplicationScoped
public class ForwardingFeedback {

    private final FeedbackSink sink;

    ForwardingFeedback(FeedbackSink sink) {
        this.sink = sink;
    }

    /**
     * Forwards the feedback; the caller has verified that {@code from} signed it. What can be read is recorded in any case; fails with
     * {@link FeedbackIncomplete} after that when the institution must correct something.
     */
    public Uni<Void> forward(InstitutionCode from, Feedback feedback) {
        return sink.record(from, feedback)
                .map(feedback::toCorrect)
                .chain(toCorrect -> toCorrect.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new FeedbackIncomplete(toCorrect)));
    }
}
