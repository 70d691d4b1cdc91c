package org.stoppayment.freeze.queries.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.freeze.queries.application.ReceivingQueryAnswers;
import org.stoppayment.freeze.queries.domain.QueryAnswer;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.work.KeyedQueue;
import org.stoppayment.proto.freeze.v1.QueryFeedbackService;
import org.stoppayment.proto.freeze.v1.RecordQueryAnswerRequest;
import org.stoppayment.proto.freeze.v1.RecordQueryAnswerResponse;

/** Takes institutions' callbacks about queries. Those about one query are recorded one after another. */
@GrpcService
@RolesAllowed(ServiceNames.BANK_GATEWAY)
class QueryFeedbackEndpoint implements QueryFeedbackService {

    private final ReceivingQueryAnswers receiving;
    private final KeyedQueue<ApplicationId> queue = new KeyedQueue<>();

    QueryFeedbackEndpoint(ReceivingQueryAnswers receiving) {
        this.receiving = receiving;
    }

    @Override
    public Uni<RecordQueryAnswerResponse> recordQueryAnswer(RecordQueryAnswerRequest request) {
        String id = request.getAnswer().getApplicationId();
        QueryAnswer answer = QueryAnswerWire.parse(
                ApplicationId.parse(id)
                        .orElseThrow(() -> new ServiceException.NotFound("applicationId", id.length() + " characters")),
                request.getAnswer());
        return queue.run(answer.id(), () -> receiving.receive(request.getInstitutionCode(), answer))
                .map(received -> RecordQueryAnswerResponse.newBuilder()
                        .setReplayed(received.replayed())
                        .addAllMissing(received.missing())
                        .build());
    }
}
