package org.stoppayment.gateway.banks.rest.callback;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.logging.SanitizedThrowable;

/** Answers every error of the REST edge with a problem document. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int MAX_ERRORS = 100;
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Ids ids;

    ProblemMappers(Ids ids) {
        this.ids = ids;
    }

    @ServerExceptionMapper
    Response edge(ProblemException refused) {
        return respond(refused.problem());
    }

    @ServerExceptionMapper
    Response invalid(ServiceException.InvalidInput invalid) {
        List<Problem.FieldError> errors = invalid.violations().stream()
                .limit(MAX_ERRORS)
                .map(violation -> new Problem.FieldError(violation.field(), violation.description()))
                .toList();
        return respond(new Problem("The feedback is invalid", 400, "INVALID_FEEDBACK", "", errors));
    }

    @ServerExceptionMapper
    Response notFound(ServiceException.NotFound unknown) {
        return respond(new Problem(
                "No such order was sent to this institution",
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

    /** Not known whether the feedback was kept: only "call again" is safe. */
    @ServerExceptionMapper({ServiceException.Unavailable.class, ServiceException.Overloaded.class})
    Response unavailable(ServiceException away) {
        Problem problem = new Problem("The feedback could not be kept; call again", 503, "UNAVAILABLE", "");
        return builder(problem)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    /** Unknown paths, wrong methods and the like: the status that was chosen, and its headers, in a document. */
    @ServerExceptionMapper
    Response http(WebApplicationException refused) {
        Response chosen = refused.getResponse();
        Response.Status known = Response.Status.fromStatusCode(chosen.getStatus());
        String title = known == null ? "HTTP " + chosen.getStatus() : known.getReasonPhrase();
        String code = known == null ? "HTTP_" + chosen.getStatus() : known.name();
        Response.ResponseBuilder response = builder(new Problem(title, chosen.getStatus(), code, ""));
        String allow = chosen.getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? response : response.header(HttpHeaders.ALLOW, allow)).build();
    }

    @ServerExceptionMapper
    Response bug(Throwable bug) {
        UUID correlation = ids.next();
        LOG.errorf(SanitizedThrowable.of(bug), "a callback failed, correlation id %s", correlation);
        return respond(new Problem("Internal error", 500, "INTERNAL", "correlation id " + correlation));
    }

    private static Response respond(Problem problem) {
        return builder(problem).build();
    }

    private static Response.ResponseBuilder builder(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
