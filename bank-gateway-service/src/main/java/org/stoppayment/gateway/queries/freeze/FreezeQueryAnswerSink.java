package org.stoppayment.gateway.queries.freeze;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.stoppayment.gateway.feedback.freeze.FreezeChannel;
import org.stoppayment.gateway.feedback.grpc.SinkFailures;
import org.stoppayment.gateway.queries.application.QueryAnswerSink;
import org.stoppayment.gateway.queries.domain.QueryAnswer;
import org.stoppayment.gateway.queries.grpc.QueryAnswerWire;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.proto.freeze.v1.MutinyQueryFeedbackServiceGrpc;
import org.stoppayment.proto.freeze.v1.MutinyQueryFeedbackServiceGrpc.MutinyQueryFeedbackServiceStub;
import org.stoppayment.proto.freeze.v1.RecordQueryAnswerRequest;
import org.stoppayment.proto.freeze.v1.RecordQueryAnswerResponse;

/** Sends answers to account-freeze, which answers once they are durable. */
@Singleton
class FreezeQueryAnswerSink implements QueryAnswerSink {

    private static final SinkFailures FAILURES = new SinkFailures("account-freeze");

    private final MutinyQueryFeedbackServiceStub freeze;

    FreezeQueryAnswerSink(FreezeChannel channel) {
        freeze = MutinyQueryFeedbackServiceGrpc.newMutinyStub(channel.get());
    }

    @Override
    public Uni<List<String>> record(InstitutionCode from, QueryAnswer answer) {
        RecordQueryAnswerRequest request = RecordQueryAnswerRequest.newBuilder()
                .setInstitutionCode(from.value())
                .setAnswer(QueryAnswerWire.render(answer))
                .build();
        return freeze.recordQueryAnswer(request)
                .onFailure()
                .transform(failure -> FAILURES.exceptionOf(failure, "query", answer.id()))
                .map(RecordQueryAnswerResponse::getMissingList);
    }
}
