package org.stoppayment.gateway.banks.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.feedback.domain.OrderKind;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Outcome.NoAnswer;
import org.stoppayment.gateway.orders.domain.Outcome.NotSent;
import org.stoppayment.gateway.orders.domain.Query;
import org.stoppayment.gateway.queries.domain.QueryAnswer;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.WebhookSignature;

/**
 * Interprets an institution's answer. What is not JSON, or has no readable application id or result code, counts as no answer; in any
 * other feedback the result counts, whatever else cannot be read.
 */
final class AnswerReader {

    private static final Logger LOG = Logger.getLogger(AnswerReader.class);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String ORDER_NOT_KNOWN = "ORDER_NOT_KNOWN";
    private static final String TIMESTAMP_OUT_OF_RANGE = "TIMESTAMP_OUT_OF_RANGE";

    private AnswerReader() {}

    /** The outcome of an order, answered at {@code now} by our clock. */
    static Outcome ofOrder(ApplicationId id, OrderKind kind, Answer answer, Instant now) {
        return of(answer, now, body -> ofFeedback(id, kind, body));
    }

    /** The outcome of a query, answered at {@code now} by our clock. */
    static Outcome ofQuery(Query.Subject query, Answer answer, Instant now) {
        return of(answer, now, body -> ofAnswer(query, body));
    }

    /** The outcome of an inquiry about a query. */
    static Outcome ofQueryInquiry(Query.Subject query, Answer answer, Instant now) {
        return isNotKnown(answer) ? new Outcome.NotKnown() : ofQuery(query, answer, now);
    }

    private static Outcome of(Answer answer, Instant now, Function<byte[], Outcome> reader) {
        return switch (answer.status()) {
            case UNAUTHORIZED -> isForItsTime(answer, now) ? NoAnswer.CLOCK_REFUSED : NoAnswer.ofStatus(UNAUTHORIZED);
            case OK -> reader.apply(answer.body());
            case ACCEPTED -> new Outcome.Accepted();
            case TOO_MANY_REQUESTS -> new NotSent(NotSent.Reason.CALL_LIMIT);
            default -> NoAnswer.ofStatus(answer.status());
        };
    }

    /** The outcome of an inquiry. */
    static Outcome ofInquiry(ApplicationId id, Answer answer, Instant now) {
        return isNotKnown(answer) ? new Outcome.NotKnown() : ofOrder(id, OrderKind.ANY, answer, now);
    }

    /** An order is unknown only when the body has the contract's code: a 404 may also be a missing page. */
    private static boolean isNotKnown(Answer answer) {
        return answer.status() == NOT_FOUND && ORDER_NOT_KNOWN.equals(ProblemJson.codeOf(answer.body()));
    }

    /** The institution says so, or its clock and ours are so far apart that it cannot have accepted the time of the message. */
    private static boolean isForItsTime(Answer answer, Instant now) {
        return TIMESTAMP_OUT_OF_RANGE.equals(ProblemJson.codeOf(answer.body()))
                || answer.date()
                        .filter(date -> !WebhookSignature.isWithinTolerance(date, now))
                        .isPresent();
    }

    private static Outcome ofFeedback(ApplicationId id, OrderKind kind, byte[] body) {
        Feedback feedback;
        try {
            feedback = FeedbackJson.read(body);
        } catch (ServiceException.InvalidInput invalid) {
            return FeedbackJson.isMalformed(invalid) ? NoAnswer.GARBAGE : NoAnswer.INVALID_FEEDBACK;
        }
        if (!feedback.id().equals(id)) {
            return NoAnswer.WRONG_APPLICATION_ID;
        }
        if (feedback.resultCode().meaning() == ResultCode.Meaning.NOT_SENT) {
            return new NotSent(NotSent.Reason.CALL_LIMIT);
        }
        noteUnreadable(
                "order",
                feedback.id(),
                Stream.concat(feedback.unreadable().stream(), feedback.missingFields(kind).stream()));
        return new Outcome.Answered(feedback);
    }

    private static Outcome ofAnswer(Query.Subject query, byte[] body) {
        QueryAnswer answer;
        try {
            answer = QueryAnswerJson.read(body, Optional.of(query.kind()));
        } catch (ServiceException.InvalidInput invalid) {
            return FeedbackJson.isMalformed(invalid) ? NoAnswer.GARBAGE : NoAnswer.INVALID_FEEDBACK;
        }
        if (!answer.id().equals(query.id())) {
            return NoAnswer.WRONG_APPLICATION_ID;
        }
        if (!answer.mayBeAbout(query.accountNumber())) {
            return NoAnswer.WRONG_ACCOUNT;
        }
        if (answer.resultCode().meaning() == ResultCode.Meaning.NOT_SENT) {
            return new NotSent(NotSent.Reason.CALL_LIMIT);
        }
        noteUnreadable("query", query.id(), answer.unreadable().stream());
        return new Outcome.Replied(answer);
    }

    /** The result counts; who runs the gateway can tell the institution what it writes wrongly. */
    private static void noteUnreadable(String what, ApplicationId id, Stream<Violation> unreadable) {
        String fields = unreadable.map(Violation::field).distinct().collect(Collectors.joining(" "));
        if (!fields.isEmpty()) {
            LOG.warnf("The answer about %s %s has fields that are missing or cannot be read: %s", what, id, fields);
        }
    }
}
