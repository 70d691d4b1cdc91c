package org.stoppayment.simulator.institution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.simulator.wire.Query;
import org.stoppayment.simulator.wire.QueryAnswer;

/** What an institution stores for the application id of one query. Lock the record for a sequence of calls. */
final class QueryRecord {

    private final Query query;
    private final JsonNode content;
    private boolean isCallbackDue;
    private @Nullable QueryAnswer answer;

    QueryRecord(Query query, JsonNode content) {
        this.query = query;
        this.content = content;
    }

    /** True when all fields are the same. */
    boolean isSameRequest(JsonNode otherContent) {
        return content.equals(otherContent);
    }

    Query query() {
        return query;
    }

    /** The answer; empty until the query was processed. */
    synchronized Optional<QueryAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    /** Stores the answer. */
    synchronized void settle(QueryAnswer given, boolean hasCallback) {
        answer = given;
        isCallbackDue = hasCallback;
    }

    /** The query's answer is another now. */
    synchronized void replaceAnswer(QueryAnswer next) {
        answer = next;
    }

    /** True until the answer is called back for the first time. */
    synchronized boolean isCallbackDue() {
        return isCallbackDue;
    }

    /** From now on inquiries get the answer. */
    synchronized void endCallbackDelay() {
        isCallbackDue = false;
    }
}
