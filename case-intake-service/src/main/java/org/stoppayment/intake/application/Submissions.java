package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import java.io.Serial;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.kit.outbox.OutboxEvent;

/** What came in, durable. */
public interface Submissions {

    /**
     * Makes a submission and its event durable in one commit.
     *
     * @return false, with nothing written, when its request id is taken; fails with {@link CaseMovedOn}
     */
    Uni<Boolean> insert(Submission submission, OutboxEvent event);

    /** What was made durable under a request id. */
    Uni<Optional<Stored>> find(UUID requestId);

    /**
     * A durable submission.
     *
     * @param kind report or supplement
     * @param digest SHA-256 of its content
     * @param receipt what its caller was told, marked as replayed
     */
    record Stored(Submission.Kind kind, byte[] digest, Receipt receipt) {}

    /** The case is no longer as it was when the submission was judged: judge it again. Nothing was written. */
    final class CaseMovedOn extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        public CaseMovedOn(Throwable cause) {
            super("another submission to this case came first", cause);
        }
    }
}
