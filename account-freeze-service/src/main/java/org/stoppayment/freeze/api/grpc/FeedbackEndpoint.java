package org.stoppayment.freeze.api.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.freeze.api.application.ReceivingFeedback;
import org.stoppayment.freeze.orders.application.RecordOutcome;
import org.stoppayment.freeze.orders.domain.Feedback;
import org.stoppayment.freeze.orders.grpc.FeedbackWire;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.work.KeyedQueue;
import org.stoppayment.proto.freeze.v1.FeedbackService;
import org.stoppayment.proto.freeze.v1.RecordFeedbackRequest;
import org.stoppayment.proto.freeze.v1.RecordFeedbackResponse;

/**
 * Takes institutions' callbacks. Those about one order are recorded one after another: many at once would only invalidate what each
 * other has read.
 */
@GrpcService
@RolesAllowed(ServiceNames.BANK_GATEWAY)
class FeedbackEndpoint implements FeedbackService {

    private final ReceivingFeedback receiving;
    private final KeyedQueue<ApplicationId> queue = new KeyedQueue<>();

    FeedbackEndpoint(ReceivingFeedback receiving) {
        this.receiving = receiving;
    }

    @Override
    public Uni<RecordFeedbackResponse> recordFeedback(RecordFeedbackRequest request) {
        Feedback feedback = FeedbackWire.parse(request.getFeedback());
        return queue.run(feedback.applicationId(), () -> receiving.receive(request.getInstitutionCode(), feedback))
                .map(received -> RecordFeedbackResponse.newBuilder()
                        .setReplayed(received.outcome() == RecordOutcome.NOTHING_NEW)
                        .addAllMissing(received.missing())
                        .build());
    }
}
