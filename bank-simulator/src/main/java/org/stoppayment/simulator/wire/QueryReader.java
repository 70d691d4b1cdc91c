package org.stoppayment.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.kernel.ServiceException.InvalidInput;

/** Reads the queries of the institution API; reports all violations at once. */
public final class QueryReader {

    private static final int MAX_TEXT = 200;

    private final OrderReader orders;

    /** Reads the queries to the institution whose orders {@code orders} reads. */
    public QueryReader(OrderReader orders) {
        this.orders = orders;
    }

    /** A query; throws {@link InvalidInput}. */
    public Query query(JsonNode body) {
        FieldReader fields = FieldReader.ofMessage(body);
        String applicationId = OrderReader.commonFields(fields).applicationId();
        fields.required("reason").text(1, MAX_TEXT);
        Optional<FieldReader> account = fields.required("account").object();
        AccountId id = orders.ownAccount(account);
        Optional<String> name = OrderReader.holder(account);
        Optional<Query.Kind> kind = fields.required("kind").oneOf(Query.Kind.values());
        Optional<Instant> since = own(fields, "since", kind, Query.Kind.TRANSACTIONS)
                ? fields.required("since").moment()
                : Optional.empty();
        Optional<Instant> until = own(fields, "until", kind, Query.Kind.WATCH)
                ? fields.required("until").moment()
                : Optional.empty();
        Optional<String> original = own(fields, "originalApplicationId", kind, Query.Kind.WATCH_END)
                ? OrderReader.matching(fields.required("originalApplicationId"), OrderReader.APPLICATION_ID)
                : Optional.empty();
        Optional<String> pageToken = fields.optional("pageToken").text(1, MAX_TEXT);
        checkBasis(fields);
        fields.required("operator").object();
        fields.throwIfInvalid();
        return new Query(applicationId, kind.orElseThrow(), id, name, since, pageToken, until, original);
    }

    /** True when queries of this kind have the field; others must not. */
    private static boolean own(FieldReader fields, String name, Optional<Query.Kind> kind, Query.Kind owner) {
        boolean isOwn = kind.filter(owner::equals).isPresent();
        if (!isOwn && kind.isPresent() && fields.has(name)) {
            fields.reject(name, "WRONG_FORM", "***", "none, with " + kind.get());
        }
        return isOwn;
    }

    private static void checkBasis(FieldReader fields) {
        if (fields.has("legalBasis") == fields.has("emergency")) {
            fields.reject("legalBasis", "MISSING", "***", "either legalBasis or emergency");
        } else if (fields.has("legalBasis")) {
            FreezeReader.checkLegalBasis(fields);
        } else {
            fields.required("emergency").object().ifPresent(emergency -> {
                emergency.required("organisation").text(1, MAX_TEXT);
                emergency.optional("reportedAt").moment();
            });
        }
    }
}
