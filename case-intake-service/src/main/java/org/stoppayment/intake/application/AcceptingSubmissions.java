package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.intake.application.Submissions.Outcome;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.outbox.OutboxRelay;

/** Stores a submission with its event in one commit and delivers the event; a resend gets the first answer. */
@ApplicationScoped
class AcceptingSubmissions {

    private final Submissions submissions;
    private final IntakeEvents events;
    private final OutboxRelay relay;

    AcceptingSubmissions(Submissions submissions, IntakeEvents events, OutboxRelay relay) {
        this.submissions = submissions;
        this.events = events;
        this.relay = relay;
    }

    Uni<Receipt> accept(Submission submission) {
        return storeAndDeliver(submission).chain(outcome -> switch (outcome) {
            case STORED -> Uni.createFrom().item(Receipt.of(submission));
            case REQUEST_ID_TAKEN -> replay(submission);
        });
    }

    /** Continues when the caller cancels: the money must be stopped anyway. */
    private Uni<Outcome> storeAndDeliver(Submission submission) {
        OutboxEvent event = events.accepted(submission);
        Uni<Outcome> stored = submissions
                .insert(submission, event)
                .invoke(outcome -> {
                    if (outcome == Outcome.STORED) {
                        relay.handOver(event);
                    }
                })
                .memoize()
                .indefinitely();
        stored.subscribe().with(outcome -> {}, reportedToTheCaller -> {});
        return stored;
    }

    private Uni<Receipt> replay(Submission submission) {
        return submissions.find(submission.requestId()).map(found -> {
            Submissions.Stored stored = found.orElseThrow();
            if (stored.kind() != submission.kind() || !submission.content().hasDigest(stored.digest())) {
                throw ReusedRequestIds.refusal(submission.requestId());
            }
            return stored.receipt();
        });
    }
}
