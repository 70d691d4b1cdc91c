package org.stoppayment.gateway.banks.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.stoppayment.gateway.orders.domain.Query;
import org.stoppayment.gateway.orders.domain.Query.Question;
import org.stoppayment.gateway.orders.domain.QueryBasis;

/** Writes the contract's {@code Query}. */
final class QueryJson {

    private QueryJson() {}

    static byte[] of(Query query) {
        return OrderFields.object(json -> {
            json.writeStringField("applicationId", query.id().value());
            json.writeStringField("caseId", query.caseId().toString());
            OrderFields.account(json, "account", query.account());
            json.writeStringField("kind", query.question().kind().name());
            question(json, query.question());
            json.writeStringField("reason", query.reason());
            json.writeStringField("appliedAt", query.appliedAt().toString());
            basis(json, query.basis());
            OrderFields.operator(json, query.operator());
        });
    }

    /** The fields of this kind of query. */
    private static void question(JsonGenerator json, Question question) throws IOException {
        if (question instanceof Question.Transactions transactions) {
            json.writeStringField("since", transactions.since().toString());
            OrderFields.writeKnown(json, "pageToken", transactions.pageToken());
        } else if (question instanceof Question.Accounts accounts) {
            OrderFields.writeKnown(json, "pageToken", accounts.pageToken());
        } else if (question instanceof Question.Watch watch) {
            json.writeStringField("until", watch.until().toString());
        } else if (question instanceof Question.WatchEnd end) {
            json.writeStringField("originalApplicationId", end.watch().value());
        }
    }

    private static void basis(JsonGenerator json, QueryBasis basis) throws IOException {
        if (basis instanceof QueryBasis.Filed filed) {
            FreezeJson.legalBasis(json, filed.basis());
        } else if (basis instanceof QueryBasis.Emergency emergency) {
            json.writeObjectFieldStart("emergency");
            json.writeStringField("organisation", emergency.organisation());
            if (emergency.reportedAt().isPresent()) {
                json.writeStringField("reportedAt", emergency.reportedAt().get().toString());
            }
            json.writeEndObject();
        }
    }
}
