package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import java.io.Serial;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.kit.outbox.OutboxEvent;

/** Write port: submissions, and the lookup of what was stored under a request id. */
public interface Submissions {

    /** Stores a submission and its event in one commit. Fails with {@link CaseChanged}. */
    Uni<Outcome> insert(Submission submission, OutboxEvent event);

    /** The submission that was stored under a request id. */
    Uni<Optional<Stored>> find(UUID requestId);

    /**
     * A stored submission.
     *
     * @param kind report or supplement
     * @param digest SHA-256 of its content
     * @param receipt the answer to its caller, marked as replayed
     */
    record Stored(Submission.Kind kind, byte[] digest, Receipt receipt) {}

    /** What happened to a submission. */
    enum Outcome {
        /** It is durable. */
        STORED,
        /** Its request id had been used before; nothing was written. */
        REQUEST_ID_TAKEN
    }

    /** The case has changed since the submission was checked: check it again. Nothing was written. */
    final class CaseChanged extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        public CaseChanged(Throwable cause) {
            super("another submission changed this case first", cause);
        }
    }
}
