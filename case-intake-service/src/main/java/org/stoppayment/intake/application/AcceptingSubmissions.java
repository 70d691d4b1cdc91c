package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.outbox.OutboxRelay;

/** Makes a submission durable, with its event, in one commit; a resend gets the first answer. */
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
        return insertAndHandOver(submission)
                .chain(inserted -> inserted ? Uni.createFrom().item(Receipt.of(submission)) : replay(submission));
    }

    /** Goes on when the caller goes away: its money is to be stopped all the same. */
    private Uni<Boolean> insertAndHandOver(Submission submission) {
        OutboxEvent event = events.accepted(submission);
        Uni<Boolean> durable = submissions
                .insert(submission, event)
                .invoke(inserted -> {
                    if (inserted) {
                        relay.handOver(event);
                    }
                })
                .memoize()
                .indefinitely();
        durable.subscribe().with(inserted -> {}, toldToTheCaller -> {});
        return durable;
    }

    private Uni<Receipt> replay(Submission submission) {
        return submissions.find(submission.requestId()).map(found -> {
            Submissions.Stored stored = found.orElseThrow();
            if (stored.kind() != submission.kind() || !submission.content().hasDigest(stored.digest())) {
                throw new ServiceException.Refusal(
                        "REQUEST_ID_REUSED",
                        "requestId: " + submission.requestId()
                                + " was used for another request (expected: a new id for new content)");
            }
            return stored.receipt();
        });
    }
}
