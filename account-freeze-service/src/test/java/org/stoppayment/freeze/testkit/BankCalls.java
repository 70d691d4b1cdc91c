package org.stoppayment.freeze.testkit;

import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Calls of the fake gateway: answers them when the bank does, and knows which of them the bank holds open. */
final class BankCalls {

    private final Set<CompletionStage<?>> held = ConcurrentHashMap.newKeySet();

    void clear() {
        held.clear();
    }

    /** Number of calls that the bank has not answered yet: all but first attempts of orders. */
    int held() {
        return held.size();
    }

    /** Answers with what {@code render} makes of the outcome. What is known at once is never held, not even for a moment. */
    <O, R> void answer(CompletionStage<O> outcome, StreamObserver<R> caller, Function<O, R> render) {
        if (outcome.toCompletableFuture().isDone()) {
            answerFirstAttempt(outcome, caller, render);
            return;
        }
        held.add(outcome);
        answerFirstAttempt(outcome.whenComplete((said, failure) -> held.remove(outcome)), caller, render);
    }

    /** The same, for a call that does not count as held. */
    <O, R> void answerFirstAttempt(CompletionStage<O> outcome, StreamObserver<R> caller, Function<O, R> render) {
        outcome.whenComplete((said, failure) -> {
            if (failure != null) {
                caller.onError(failure);
            } else {
                caller.onNext(render.apply(said));
                caller.onCompleted();
            }
        });
    }
}
