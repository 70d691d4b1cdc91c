package org.stoppayment.freeze.queries.grpc;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.stoppayment.freeze.orders.domain.Route;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.freeze.orders.grpc.GatewayClient;
import org.stoppayment.freeze.queries.application.QueryGateway;
import org.stoppayment.freeze.queries.application.QueryReply;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.QueryAnswer;
import org.stoppayment.freeze.queries.domain.QueryEvent;
import org.stoppayment.freeze.queries.domain.QueryEvent.Kind;
import org.stoppayment.proto.gateway.v1.InquireQueryResponse;
import org.stoppayment.proto.gateway.v1.QueryOutcome;
import org.stoppayment.proto.gateway.v1.SendQueryResponse;

/** Sends queries through the bank gateway. */
@Singleton
class GatewayQueries implements QueryGateway {

    private static final String PERSON = "NEEDS_PERSON ";

    private final GatewayClient gateway;

    GatewayQueries(GatewayClient gateway) {
        this.gateway = gateway;
    }

    @Override
    public Uni<QueryReply> send(AccountQuery query) {
        return reply(
                query, gateway.stub().sendQuery(QueryOrderWire.query(query)).map(SendQueryResponse::getOutcome));
    }

    @Override
    public Uni<QueryReply> inquire(AccountQuery query) {
        return reply(
                query,
                gateway.stub().inquireQuery(QueryOrderWire.inquiry(query)).map(InquireQueryResponse::getOutcome));
    }

    /** Never fails: a failed call is a reply too. */
    private static Uni<QueryReply> reply(AccountQuery query, Uni<QueryOutcome> call) {
        return call.map(outcome -> read(query, outcome))
                .onFailure()
                .recoverWithItem(failure -> new QueryReply.Happened(event(GatewayClient.failed(failure))));
    }

    private static QueryReply read(AccountQuery query, QueryOutcome outcome) {
        return switch (outcome.getResultCase()) {
            case ANSWER -> answered(query, outcome.getAnswer());
            case ACCEPTED -> happened(Kind.TAKEN);
            case NOT_SENT -> happened(Kind.NOT_SENT);
            case NO_ANSWER, RESULT_NOT_SET -> happened(Kind.UNANSWERED);
            case NOT_KNOWN -> happened(Kind.NOT_KNOWN);
            case NO_ROUTE -> new QueryReply.Happened(QueryEvent.needsPerson(Route.NOT_CONNECTED));
        };
    }

    /** An answer to another query, or about another account, is none. */
    private static QueryReply answered(AccountQuery query, org.stoppayment.proto.gateway.v1.QueryAnswer said) {
        if (!said.getApplicationId().equals(query.id().toString())) {
            return happened(Kind.UNANSWERED);
        }
        QueryAnswer answer = QueryAnswerWire.parse(query.id(), said);
        return answer.isAboutAnother(query.application().account().number())
                ? happened(Kind.UNANSWERED)
                : new QueryReply.Answered(answer);
    }

    private static QueryReply happened(Kind kind) {
        return new QueryReply.Happened(QueryEvent.of(kind));
    }

    private static QueryEvent event(StopOrderEvent failure) {
        return switch (failure.kind()) {
            case NOT_SENT -> QueryEvent.of(Kind.NOT_SENT);
            case NEEDS_PERSON -> QueryEvent.needsPerson(failure.cause().replace(PERSON, ""));
            default -> QueryEvent.of(Kind.UNANSWERED);
        };
    }
}
