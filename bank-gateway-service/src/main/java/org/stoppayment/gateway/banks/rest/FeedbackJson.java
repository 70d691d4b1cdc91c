package org.stoppayment.gateway.banks.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.formats.Json;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.feedback.domain.Inflow;
import org.stoppayment.gateway.feedback.domain.Outflow;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.FieldPath;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ServiceException.InvalidInput;

/**
 * Reads the contract's {@code Feedback} from an answer or a callback. Unknown fields are ignored. An invalid field of the feedback
 * itself makes the feedback invalid; a booking that cannot be read is left out and its invalid fields are listed.
 */
public final class FeedbackJson {

    private FeedbackJson() {}

    /**
     * The feedback in {@code body}.
     *
     * @throws InvalidInput with all violations
     */
    public static Feedback read(byte[] body) {
        FieldReader fields = FieldReader.ofMessage(Json.object(body));
        Optional<Feedback> feedback = feedback(fields);
        fields.throwIfInvalid();
        return feedback.orElseThrow();
    }

    /** True when the body was not a JSON object. */
    public static boolean isMalformed(InvalidInput invalid) {
        return invalid.violations().get(0).code().equals(Json.MALFORMED);
    }

    private static Optional<Feedback> feedback(FieldReader fields) {
        Optional<ApplicationId> id =
                fields.required("applicationId").parse(ApplicationId.FORM_IN_WORDS, ApplicationId::parse);
        Optional<ResultCode> code = fields.required("resultCode")
                .parse(
                        "4 or 6 digits",
                        text -> ResultCode.hasForm(text) ? Optional.of(new ResultCode(text)) : Optional.empty());
        Optional<Instant> stoppedAt = fields.optional("stoppedAt").moment();
        if (code.filter(FeedbackJson::isStopInEffect).isPresent()
                && stoppedAt.filter(ContractLimits.EARLIEST_STOP::isAfter).isPresent()) {
            fields.rejectMoment("stoppedAt", "a moment since " + ContractLimits.EARLIEST_STOP);
        }
        Optional<Money> balance =
                fields.optional("balanceFen").wholeNumber(0, Money.MAX_FEN).map(Money::ofFen);
        List<String> mismatched = fields.optional("mismatched").elements(ContractLimits.MAX_NAMED).stream()
                .flatMap(element -> element
                        .parse(
                                FieldPath.FORM_IN_WORDS,
                                path -> FieldPath.hasForm(path) ? Optional.of(path) : Optional.empty())
                        .stream())
                .toList();
        BookingsJson bookings = new BookingsJson();
        List<Outflow> outflows = bookings.outflows(fields);
        List<Inflow> inflows = bookings.inflows(fields);
        boolean complete = fields.optional("complete").flag().orElse(true);
        return id.flatMap(order -> code.map(result -> new Feedback(
                order, result, stoppedAt, balance, mismatched, outflows, complete, inflows, bookings.unreadable())));
    }

    private static boolean isStopInEffect(ResultCode code) {
        return code.meaning() == ResultCode.Meaning.IN_EFFECT;
    }
}
