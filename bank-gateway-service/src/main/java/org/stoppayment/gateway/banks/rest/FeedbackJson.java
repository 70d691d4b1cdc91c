package org.stoppayment.gateway.banks.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.gateway.domain.ApplicationId;
import org.stoppayment.gateway.domain.Feedback;
import org.stoppayment.gateway.domain.Inflow;
import org.stoppayment.gateway.domain.Outflow;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/**
 * Reads the contract's {@code Feedback}, as an answer and as a callback carry it. Unknown fields are ignored. What is wrong
 * with its own fields makes it none; a booking in it that cannot be read is left out and named.
 */
public final class FeedbackJson {

    private static final String MALFORMED = "MALFORMED_JSON";

    private FeedbackJson() {}

    /**
     * The feedback that {@code body} is.
     *
     * @throws InvalidInput with all that is wrong with it
     */
    public static Feedback read(byte[] body) {
        JsonNode document;
        try {
            document = Json.MAPPER.readTree(body);
        } catch (IOException notJson) {
            throw new InvalidInput("", MALFORMED, "body: (expected: a JSON object)");
        }
        if (!document.isObject()) {
            throw new InvalidInput("", MALFORMED, "body: (expected: a JSON object)");
        }
        List<Violation> violations = new ArrayList<>();
        Optional<Feedback> feedback = feedback(new JsonFields(document, "", violations));
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return feedback.orElseThrow();
    }

    /** True when the body was not even JSON. */
    public static boolean isMalformed(InvalidInput invalid) {
        return invalid.violations().get(0).code().equals(MALFORMED);
    }

    private static Optional<Feedback> feedback(JsonFields fields) {
        Optional<ApplicationId> id =
                fields.required("applicationId", ApplicationId.FORM_IN_WORDS, ApplicationId::parse);
        Optional<ResultCode> code = fields.required(
                "resultCode",
                "4 or 6 digits",
                text -> ResultCode.hasForm(text) ? Optional.of(new ResultCode(text)) : Optional.empty());
        Optional<Instant> stoppedAt = fields.moment("stoppedAt", false);
        if (code.filter(FeedbackJson::saysStopped).isPresent()
                && stoppedAt.filter(ContractLimits.EARLIEST_STOP::isAfter).isPresent()) {
            fields.refuseMoment("stoppedAt", "a moment since " + ContractLimits.EARLIEST_STOP);
        }
        Optional<Money> balance = fields.fen("balanceFen", 0, false);
        List<String> mismatched = fields.fieldPaths("mismatched", ContractLimits.MAX_NAMED);
        BookingsJson bookings = new BookingsJson();
        List<Outflow> outflows = bookings.outflows(fields);
        List<Inflow> inflows = bookings.inflows(fields);
        boolean complete = fields.flag("complete", true);
        return id.flatMap(order -> code.map(result -> new Feedback(
                order, result, stoppedAt, balance, mismatched, outflows, complete, inflows, bookings.unreadable())));
    }

    private static boolean saysStopped(ResultCode code) {
        return code.meaning() == ResultCode.Meaning.IN_EFFECT;
    }
}
