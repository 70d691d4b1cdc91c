package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.stoppayment.intake.application.CaseDecisions.Recorded;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.outbox.OutboxRelay;

/** Stores a decision about a case once, and delivers its event; a resend gets the first answer. */
@ApplicationScoped
class RecordingDecisions {

    private final Submissions submissions;
    private final OutboxRelay relay;

    RecordingDecisions(Submissions submissions, OutboxRelay relay) {
        this.submissions = submissions;
        this.relay = relay;
    }

    /**
     * What the caller is told.
     *
     * @param decision as it is stored
     * @param replayed true when the request id had been accepted before
     */
    record Answer<T>(T decision, boolean replayed) {}

    /** Completes once the decision is durable. Fails when there is no such case, or when the request id was used for other content. */
    <T> Uni<Answer<T>> storeOnce(CaseDecisions.Request request, Supplier<Uni<Optional<Recorded<T>>>> store) {
        return submissions.find(request.requestId()).chain(submission -> {
            if (submission.isPresent()) {
                throw ReusedRequestIds.refusal(request.requestId());
            }
            return store.get()
                    .map(found -> found.orElseThrow(() -> new ServiceException.NotFound(
                            "caseId", request.caseId().toString())))
                    .map(recorded -> answer(request, recorded));
        });
    }

    private <T> Answer<T> answer(CaseDecisions.Request request, Recorded<T> recorded) {
        if (!request.content().hasDigest(recorded.digest())) {
            throw ReusedRequestIds.refusal(request.requestId());
        }
        recorded.event().ifPresent(relay::handOver);
        return new Answer<>(recorded.decision(), recorded.event().isEmpty());
    }
}
