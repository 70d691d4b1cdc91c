package org.stoppayment.gateway.refunds.recovery;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.feedback.grpc.FeedbackWire;
import org.stoppayment.gateway.feedback.grpc.SinkFailures;
import org.stoppayment.gateway.refunds.application.RefundFeedbackSink;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.proto.recovery.v1.MutinyRefundFeedbackServiceGrpc;
import org.stoppayment.proto.recovery.v1.MutinyRefundFeedbackServiceGrpc.MutinyRefundFeedbackServiceStub;
import org.stoppayment.proto.recovery.v1.RecordRefundFeedbackRequest;
import org.stoppayment.proto.recovery.v1.RecordRefundFeedbackResponse;

/** Sends feedback about refunds to fund-recovery, which answers once it is durable. */
@Singleton
class RecoveryRefundFeedbackSink implements RefundFeedbackSink {

    private static final SinkFailures FAILURES = new SinkFailures("fund-recovery");

    private final MutinyRefundFeedbackServiceStub recovery;

    RecoveryRefundFeedbackSink(RecoveryChannel channel) {
        recovery = MutinyRefundFeedbackServiceGrpc.newMutinyStub(channel.get());
    }

    @Override
    public Uni<List<String>> record(InstitutionCode from, Feedback feedback) {
        RecordRefundFeedbackRequest request = RecordRefundFeedbackRequest.newBuilder()
                .setInstitutionCode(from.value())
                .setFeedback(FeedbackWire.render(feedback))
                .build();
        return recovery.recordRefundFeedback(request)
                .onFailure()
                .transform(failure -> FAILURES.exceptionOf(failure, "refund", feedback.id()))
                .map(RecordRefundFeedbackResponse::getMissingList);
    }
}
