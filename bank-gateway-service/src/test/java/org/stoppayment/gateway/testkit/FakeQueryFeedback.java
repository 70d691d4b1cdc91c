package org.stoppayment.gateway.testkit;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.freeze.v1.QueryFeedbackServiceGrpc;
import org.stoppayment.proto.freeze.v1.RecordQueryAnswerRequest;
import org.stoppayment.proto.freeze.v1.RecordQueryAnswerResponse;
import org.stoppayment.proto.gateway.v1.QueryAnswer;

/** Records answers to queries as account-freeze does: a report of a watch that was recorded before changes nothing. */
final class FakeQueryFeedback extends QueryFeedbackServiceGrpc.QueryFeedbackServiceImplBase {

    private final List<RecordQueryAnswerRequest> recorded = new CopyOnWriteArrayList<>();
    private final Map<String, StatusRuntimeException> refusals = new ConcurrentHashMap<>();
    private final Map<String, List<String>> missing = new ConcurrentHashMap<>();

    List<RecordQueryAnswerRequest> answers(String applicationId) {
        return recorded.stream()
                .filter(request -> request.getAnswer().getApplicationId().equals(applicationId))
                .toList();
    }

    void refuse(String applicationId, StatusRuntimeException with) {
        refusals.put(applicationId, with);
    }

    void misses(String applicationId, String... fields) {
        missing.put(applicationId, List.of(fields));
    }

    @Override
    public void recordQueryAnswer(
            RecordQueryAnswerRequest request, StreamObserver<RecordQueryAnswerResponse> observer) {
        QueryAnswer answer = request.getAnswer();
        String id = answer.getApplicationId();
        if (refusals.containsKey(id)) {
            observer.onError(refusals.get(id));
            return;
        }
        boolean isKnown = answer.getReport().hasSequence()
                && answers(id).stream()
                        .anyMatch(before -> before.getAnswer().getReport().getSequence()
                                == answer.getReport().getSequence());
        if (!isKnown) {
            recorded.add(request);
        }
        observer.onNext(RecordQueryAnswerResponse.newBuilder()
                .setReplayed(isKnown)
                .addAllMissing(missing.getOrDefault(id, List.of()))
                .build());
        observer.onCompleted();
    }
}
