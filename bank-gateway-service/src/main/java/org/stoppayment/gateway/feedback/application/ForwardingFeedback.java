package org.stoppayment.gateway.feedback.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.feedback.domain.OrderKind;
import org.stoppayment.kernel.InstitutionCode;

/** Forwards the feedback of a callback; completes once the feedback is durable. */
@ApplicationScoped
public class ForwardingFeedback {

    private final FeedbackSink sink;
    private final TestOrders tests;

    ForwardingFeedback(FeedbackSink sink, TestOrders tests) {
        this.sink = sink;
        this.tests = tests;
    }

    /**
     * Forwards the feedback; the caller has verified that {@code from} signed it. What can be read is recorded in any case; fails with
     * {@link FeedbackIncomplete} after that when the institution must correct something.
     */
    public Uni<Void> forward(InstitutionCode from, Feedback feedback) {
        return record(from, feedback)
                .map(missing -> feedback.toCorrect(OrderKind.ANY, missing))
                .chain(toCorrect -> toCorrect.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new FeedbackIncomplete(toCorrect)));
    }

    /** What is said about an order of no case is not recorded. */
    private Uni<List<String>> record(InstitutionCode from, Feedback feedback) {
        return tests.take(from, feedback) ? Uni.createFrom().item(List.of()) : sink.record(from, feedback);
    }
}
