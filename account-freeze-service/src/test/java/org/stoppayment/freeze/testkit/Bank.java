package org.stoppayment.freeze.testkit;

import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.stoppayment.proto.gateway.v1.Outcome;

/** What the bank behind the gateway does with a message about an order. */
public interface Bank {

    CompletionStage<Outcome> take(String applicationId);

    static Bank says(String code) {
        return id -> done(Outcomes.feedback(id, code));
    }

    static Bank answers(Outcome outcome) {
        return id -> done(outcome);
    }

    static Bank fails(Status status) {
        return id -> CompletableFuture.failedFuture(status.asRuntimeException());
    }

    /** Answers once {@code until} completes. */
    static Bank holds(CompletableFuture<Void> until, Bank then) {
        return id -> until.thenCompose(go -> then.take(id));
    }

    /** Asks, each time, what to do. */
    static Bank asks(Supplier<Bank> what) {
        return id -> what.get().take(id);
    }

    static CompletionStage<Outcome> done(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
