package org.stoppayment.freeze.api.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import org.stoppayment.freeze.api.application.ReceivingFeedback;
import org.stoppayment.freeze.orders.application.RecordOutcome;
import org.stoppayment.freeze.orders.grpc.FeedbackWire;
import org.stoppayment.proto.freeze.v1.FeedbackService;
import org.stoppayment.proto.freeze.v1.RecordFeedbackRequest;
import org.stoppayment.proto.freeze.v1.RecordFeedbackResponse;

/** Takes institutions' callbacks. */
@GrpcService
class FeedbackEndpoint implements FeedbackService {

    private final ReceivingFeedback receiving;

    FeedbackEndpoint(ReceivingFeedback receiving) {
        this.receiving = receiving;
    }

    @Override
    public Uni<RecordFeedbackResponse> recordFeedback(RecordFeedbackRequest request) {
        return receiving
                .receive(request.getInstitutionCode(), FeedbackWire.parse(request.getFeedback()))
                .map(received -> RecordFeedbackResponse.newBuilder()
                        .setReplayed(received.outcome() == RecordOutcome.NOTHING_NEW)
                        .addAllMissing(received.missing())
                        .build());
    }
}
