package org.stoppayment.gateway.banks.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.formats.FieldValue;
import org.stoppayment.formats.Json;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.feedback.domain.FreezeStatus;
import org.stoppayment.gateway.feedback.domain.Inflow;
import org.stoppayment.gateway.feedback.domain.Outflow;
import org.stoppayment.gateway.feedback.domain.RefundStatus;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.FieldPath;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/**
 * Reads the contract's {@code Feedback} from an answer or a callback. Unknown fields are ignored. Without its application id or its
 * result code a feedback says nothing. Any other field that cannot be read is left out and listed: it must not hide the result.
 */
public final class FeedbackJson {

    /** No account has that many waiting freezes. */
    private static final int MAX_WAITING = 1_000_000;

    private FeedbackJson() {}

    /**
     * The feedback in {@code body}, as far as it can be read.
     *
     * @throws InvalidInput with all violations, when the application id or the result code cannot be read
     */
    public static Feedback read(byte[] body) {
        FieldReader fields = FieldReader.ofMessage(Json.object(body));
        Optional<ApplicationId> id = applicationId(fields);
        Optional<ResultCode> code = resultCode(fields);
        boolean hasResult = fields.violations().isEmpty();
        Optional<Instant> stoppedAt = effectMoment(fields, "stoppedAt", code);
        Optional<Money> balance = fields.optional("balanceFen")
                .wholeNumberInAnyForm(0, Money.MAX_FEN)
                .map(Money::ofFen);
        Optional<FreezeStatus> freeze = freeze(fields, code);
        Optional<RefundStatus> refund = RefundJson.read(fields, id);
        List<String> mismatched = mismatched(fields);
        BookingsJson bookings = new BookingsJson();
        List<Outflow> outflows = bookings.outflows(fields);
        List<Inflow> inflows = bookings.inflows(fields);
        boolean complete = complete(fields);
        List<Violation> unreadable = Stream.concat(fields.violations().stream(), bookings.unreadable().stream())
                .toList();
        if (!hasResult) {
            throw new InvalidInput(unreadable);
        }
        return new Feedback(
                id.orElseThrow(),
                code.orElseThrow(),
                stoppedAt,
                balance,
                mismatched,
                outflows,
                complete,
                inflows,
                freeze,
                refund,
                unreadable);
    }

    static Optional<ApplicationId> applicationId(FieldReader fields) {
        return fields.required("applicationId").parse(ApplicationId.FORM_IN_WORDS, ApplicationId::parse);
    }

    static Optional<ResultCode> resultCode(FieldReader fields) {
        return fields.required("resultCode")
                .parse(
                        "4 or 6 digits",
                        text -> ResultCode.hasForm(text) ? Optional.of(new ResultCode(text)) : Optional.empty());
    }

    /** Absent, it means true. One that cannot be read may mean that more is to come: the institution is asked. */
    static boolean complete(FieldReader fields) {
        return fields.optional("complete").flag().orElse(!fields.has("complete"));
    }

    /** Why {@link #read} refuses the body; empty when it does not. */
    static List<Violation> violations(byte[] body) {
        try {
            read(body);
            return List.of();
        } catch (InvalidInput invalid) {
            return invalid.violations();
        }
    }

    /** True when the body was not a JSON object. */
    public static boolean isMalformed(InvalidInput invalid) {
        return invalid.violations().get(0).code().equals(Json.MALFORMED);
    }

    /** Also when nothing of it can be read: then the feedback is about a freeze all the same. */
    private static Optional<FreezeStatus> freeze(FieldReader fields, Optional<ResultCode> code) {
        if (!fields.has("freeze")) {
            return Optional.empty();
        }
        return Optional.of(fields.optional("freeze")
                .object()
                .map(freeze -> freezeStatus(freeze, code))
                .orElse(new FreezeStatus(Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private static FreezeStatus freezeStatus(FieldReader freeze, Optional<ResultCode> code) {
        return new FreezeStatus(
                effectMoment(freeze, "frozenAt", code),
                freeze.optional("frozenFen")
                        .wholeNumberInAnyForm(0, Money.MAX_FEN)
                        .map(Money::ofFen),
                freeze.optional("waitingPlace")
                        .wholeNumberInAnyForm(1, MAX_WAITING)
                        .map(Math::toIntExact));
    }

    /** The moment of a stop or a freeze; not before 2016 when it is in effect. */
    private static Optional<Instant> effectMoment(FieldReader fields, String name, Optional<ResultCode> code) {
        Optional<Instant> moment = fields.optional(name).momentWithAnyOffset();
        if (code.filter(FeedbackJson::isInEffect).isPresent()
                && moment.filter(ContractLimits.EARLIEST_STOP::isAfter).isPresent()) {
            fields.rejectMoment(name, "a moment since " + ContractLimits.EARLIEST_STOP);
            return Optional.empty();
        }
        return moment;
    }

    static List<String> mismatched(FieldReader fields) {
        List<FieldValue> elements = fields.optional("mismatched").elements();
        if (elements.size() > ContractLimits.MAX_NAMED) {
            fields.reject(
                    "mismatched", "TOO_MANY", elements.size() + " entries", "at most " + ContractLimits.MAX_NAMED);
        }
        return elements.stream()
                .limit(ContractLimits.MAX_NAMED)
                .flatMap(element -> element
                        .parse(
                                FieldPath.FORM_IN_WORDS,
                                path -> FieldPath.hasForm(path) ? Optional.of(path) : Optional.empty())
                        .stream())
                .toList();
    }

    private static boolean isInEffect(ResultCode code) {
        return code.meaning() == ResultCode.Meaning.IN_EFFECT;
    }
}
