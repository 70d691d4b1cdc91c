package org.stoppayment.freeze.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.stoppayment.proto.gateway.v1.Accepted;
import org.stoppayment.proto.gateway.v1.NoAnswer;
import org.stoppayment.proto.gateway.v1.NoRoute;
import org.stoppayment.proto.gateway.v1.NotKnown;
import org.stoppayment.proto.gateway.v1.NotSent;
import org.stoppayment.proto.gateway.v1.QueryAnswer;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.gateway.v1.QueryOutcome;

/** What the bank behind the gateway says to a query, or to an inquiry about one. */
public interface QueryBank {

    /**
     * A query that it is asked, or asked about.
     *
     * @param id of the query
     * @param accountNumber that it is about
     * @param kind what is asked
     */
    record Asked(String id, String accountNumber, QueryKind kind) {}

    CompletionStage<QueryOutcome> take(Asked asked);

    /** It answers. */
    static QueryBank says(Function<Asked, QueryAnswer.Builder> answer) {
        return asked -> done(QueryOutcome.newBuilder().setAnswer(answer.apply(asked)));
    }

    /** It answers with a code alone. */
    static QueryBank says(String code) {
        return says(asked -> QueryAnswer.newBuilder()
                .setApplicationId(asked.id())
                .setResultCode(code)
                .setAccountNumber(asked.accountNumber()));
    }

    /** It takes the query and will call back. */
    static QueryBank accepts() {
        return asked -> done(QueryOutcome.newBuilder().setAccepted(Accepted.getDefaultInstance()));
    }

    /** No answer comes. */
    static QueryBank isSilent() {
        return asked ->
                done(QueryOutcome.newBuilder().setNoAnswer(NoAnswer.newBuilder().setReason("TIMEOUT")));
    }

    /** The query does not reach it. */
    static QueryBank isAway() {
        return asked ->
                done(QueryOutcome.newBuilder().setNotSent(NotSent.newBuilder().setReason("CONNECTION_REFUSED")));
    }

    /** It never saw the query. */
    static QueryBank knowsNothing() {
        return asked -> done(QueryOutcome.newBuilder().setNotKnown(NotKnown.getDefaultInstance()));
    }

    /** Nothing leads to it. */
    static QueryBank isUnknown() {
        return asked -> done(QueryOutcome.newBuilder().setNoRoute(NoRoute.getDefaultInstance()));
    }

    /** It answers once {@code until} completes. */
    static QueryBank holds(CompletableFuture<Void> until, QueryBank then) {
        return asked -> until.thenCompose(go -> then.take(asked));
    }

    private static CompletionStage<QueryOutcome> done(QueryOutcome.Builder outcome) {
        return CompletableFuture.completedFuture(outcome.build());
    }
}
