package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.Withdrawal;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.outbox.OutboxEvent;

/** Write port: withdrawals of cases. */
public interface Withdrawals {

    /**
     * Closes a case and stores its withdrawal with its event, in one commit. A supplement comes before it or is refused.
     *
     * @param event makes the event from the number of submissions before it
     */
    Uni<Result> insert(Withdrawal withdrawal, Content content, IntFunction<OutboxEvent> event);

    /** The withdrawal that was stored under a request id. */
    Uni<Optional<Stored>> find(UUID requestId);

    /**
     * A stored withdrawal.
     *
     * @param caseId of the case
     * @param digest SHA-256 of the request
     */
    record Stored(CaseId caseId, byte[] digest) {}

    /** What happened to a withdrawal. */
    sealed interface Result {
        /** It is durable, with {@code event}. */
        record Withdrawn(OutboxEvent event) implements Result {}

        /** The case is closed already; nothing was written. */
        record Closed() implements Result {}

        /** There is no such case. */
        record Unknown() implements Result {}
    }
}
