package org.stoppayment.gateway.feedback.freeze;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.stoppayment.gateway.feedback.application.FeedbackSink;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.feedback.grpc.FeedbackWire;
import org.stoppayment.gateway.feedback.grpc.SinkFailures;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.proto.freeze.v1.MutinyFeedbackServiceGrpc;
import org.stoppayment.proto.freeze.v1.MutinyFeedbackServiceGrpc.MutinyFeedbackServiceStub;
import org.stoppayment.proto.freeze.v1.RecordFeedbackRequest;
import org.stoppayment.proto.freeze.v1.RecordFeedbackResponse;

/** Sends feedback to account-freeze, which answers once it is durable. */
@Singleton
class FreezeFeedbackSink implements FeedbackSink {

    private static final SinkFailures FAILURES = new SinkFailures("account-freeze");

    private final MutinyFeedbackServiceStub freeze;

    FreezeFeedbackSink(FreezeChannel channel) {
        freeze = MutinyFeedbackServiceGrpc.newMutinyStub(channel.get());
    }

    @Override
    public Uni<List<String>> record(InstitutionCode from, Feedback feedback) {
        RecordFeedbackRequest request = RecordFeedbackRequest.newBuilder()
                .setInstitutionCode(from.value())
                .setFeedback(FeedbackWire.render(feedback))
                .build();
        return freeze.recordFeedback(request)
                .onFailure()
                .transform(failure -> FAILURES.exceptionOf(failure, "order", feedback.id()))
                .map(RecordFeedbackResponse::getMissingList);
    }
}
