package org.stoppayment.gateway.banks.rest.callback;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.stoppayment.gateway.feedback.application.FeedbackIncomplete;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.logging.SanitizedThrowable;

/** Maps every exception of the REST API to a problem document (RFC 9457). */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int MAX_ERRORS = 100;
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Ids ids;

    ProblemMappers(Ids ids) {
        this.ids = ids;
    }

    @ServerExceptionMapper
    Response problem(ProblemException exception) {
        return respond(exception.problem());
    }

    @ServerExceptionMapper
    Response invalid(ServiceException.InvalidInput invalid) {
        return respond(
                new Problem("The feedback is invalid", 400, "INVALID_FEEDBACK", "", errors(invalid.violations())));
    }

    /** The rest of the feedback is recorded: the institution must learn which fields it has to correct. */
    @ServerExceptionMapper
    Response incomplete(FeedbackIncomplete recorded) {
        return respond(new Problem(
                "The feedback is stored as far as it can be read; correct these fields and call again",
                400,
                "INCOMPLETE_FEEDBACK",
                "",
                errors(recorded.toCorrect())));
    }

    private static List<Problem.FieldError> errors(List<Violation> violations) {
        return violations.stream()
                .limit(MAX_ERRORS)
                .map(violation -> new Problem.FieldError(violation.field(), violation.description()))
                .toList();
    }

    @ServerExceptionMapper
    Response notFound(ServiceException.NotFound unknown) {
        return respond(new Problem(
                "No such order or query was sent to this institution",
                404,
                "ORDER_NOT_KNOWN",
                Objects.requireNonNullElse(unknown.getMessage(), "")));
    }

    @ServerExceptionMapper
    Response refused(ServiceException.Refusal refusal) {
        return respond(new Problem(
                "The feedback cannot be taken",
                422,
                refusal.code(),
                Objects.requireNonNullElse(refusal.getMessage(), "")));
    }

    /** It is unknown whether the feedback was recorded, so the institution must send it again. */
    @ServerExceptionMapper({ServiceException.Unavailable.class, ServiceException.Overloaded.class})
    Response unavailable(ServiceException cause) {
        Problem problem = new Problem("The feedback could not be kept; call again", 503, "UNAVAILABLE", "");
        return builder(problem)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    /** Unknown paths, wrong methods and other HTTP errors keep their status and their {@code Allow} header. */
    @ServerExceptionMapper
    Response http(WebApplicationException exception) {
        Response original = exception.getResponse();
        Response.Status known = Response.Status.fromStatusCode(original.getStatus());
        String title = known == null ? "HTTP " + original.getStatus() : known.getReasonPhrase();
        String code = known == null ? "HTTP_" + original.getStatus() : known.name();
        Response.ResponseBuilder response = builder(new Problem(title, original.getStatus(), code, ""));
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? response : response.header(HttpHeaders.ALLOW, allow)).build();
    }

    @ServerExceptionMapper
    Response bug(Throwable bug) {
        UUID correlation = ids.next();
        LOG.errorf(SanitizedThrowable.of(bug), "Callback failed, correlation id %s", correlation);
        return respond(new Problem("Internal error", 500, "INTERNAL", "correlation id " + correlation));
    }

    private static Response respond(Problem problem) {
        return builder(problem).build();
    }

    private static Response.ResponseBuilder builder(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
