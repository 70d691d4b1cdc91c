package org.stoppayment.gateway.orders.grpc;

import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.queries.grpc.QueryAnswerWire;
import org.stoppayment.proto.gateway.v1.QueryOutcome;

/** Renders outcomes of queries. */
final class QueryOutcomeWire {

    private QueryOutcomeWire() {}

    static QueryOutcome render(Outcome outcome) {
        if (outcome instanceof Outcome.Replied replied) {
            return QueryOutcome.newBuilder()
                    .setAnswer(QueryAnswerWire.render(replied.answer()))
                    .build();
        }
        org.stoppayment.proto.gateway.v1.Outcome other = OutcomeWire.render(outcome);
        return switch (other.getResultCase()) {
            case ACCEPTED ->
                QueryOutcome.newBuilder().setAccepted(other.getAccepted()).build();
            case NOT_SENT ->
                QueryOutcome.newBuilder().setNotSent(other.getNotSent()).build();
            case NO_ANSWER ->
                QueryOutcome.newBuilder().setNoAnswer(other.getNoAnswer()).build();
            case NOT_KNOWN ->
                QueryOutcome.newBuilder().setNotKnown(other.getNotKnown()).build();
            case NO_ROUTE ->
                QueryOutcome.newBuilder().setNoRoute(other.getNoRoute()).build();
            case FEEDBACK, RESULT_NOT_SET ->
                throw new IllegalStateException("outcome: " + outcome.kind() + " (expected: one of a query)");
        };
    }
}
