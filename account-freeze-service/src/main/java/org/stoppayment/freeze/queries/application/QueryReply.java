package org.stoppayment.freeze.queries.application;

import java.util.function.Function;
import org.stoppayment.freeze.queries.domain.QueryAnswer;
import org.stoppayment.freeze.queries.domain.QueryEvent;

/** The outcome of a message about a query: what happened to the message, or what the institution says. */
public sealed interface QueryReply {

    /** Applies the function that fits. */
    <T> T either(Function<QueryEvent, T> happened, Function<QueryAnswer, T> answered);

    /** What happened to the message. */
    record Happened(QueryEvent event) implements QueryReply {
        @Override
        public <T> T either(Function<QueryEvent, T> happened, Function<QueryAnswer, T> answered) {
            return happened.apply(event);
        }
    }

    /** What the institution says. */
    record Answered(QueryAnswer answer) implements QueryReply {
        @Override
        public <T> T either(Function<QueryEvent, T> happened, Function<QueryAnswer, T> answered) {
            return answered.apply(answer);
        }
    }
}
