package org.stoppayment.gateway.refunds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.gateway.feedback.application.FeedbackIncomplete;
import org.stoppayment.gateway.feedback.application.TestOrders;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.feedback.domain.OrderKind;
import org.stoppayment.kernel.InstitutionCode;

/** Forwards the feedback of a callback about a refund; completes once the feedback is durable. */
@ApplicationScoped
public class ForwardingRefundFeedback {

    private final RefundFeedbackSink sink;
    private final TestOrders tests;

    ForwardingRefundFeedback(RefundFeedbackSink sink, TestOrders tests) {
        this.sink = sink;
        this.tests = tests;
    }

    /**
     * Forwards the feedback as it came; the caller has verified that {@code from} signed it. What can be read is recorded in any case;
     * fails with {@link FeedbackIncomplete} after that when the institution must correct something.
     */
    public Uni<Void> forward(InstitutionCode from, Feedback feedback) {
        return record(from, feedback)
                .map(missing -> feedback.toCorrect(OrderKind.REFUND, missing))
                .chain(toCorrect -> toCorrect.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new FeedbackIncomplete(toCorrect)));
    }

    /** What is said about an order of no case is not recorded. */
    private Uni<List<String>> record(InstitutionCode from, Feedback feedback) {
        return tests.take(from, feedback) ? Uni.createFrom().item(List.of()) : sink.record(from, feedback);
    }
}
