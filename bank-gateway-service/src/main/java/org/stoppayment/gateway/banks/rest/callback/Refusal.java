package org.stoppayment.gateway.banks.rest.callback;

import java.time.Duration;
import java.util.Map;

/**
 * Why a request is refused before its body is read to the end.
 *
 * @param problem the answer
 * @param headers headers that explain it, such as {@code Allow}
 */
record Refusal(Problem problem, Map<String, String> headers) {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int CONTENT_TOO_LARGE = 413;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER = "Retry-After";

    Refusal {
        headers = Map.copyOf(headers);
    }

    Refusal(Problem problem) {
        this(problem, Map.of());
    }

    /** False when this service is the cause: the same request may be taken later. */
    boolean isFaultOfTheSource() {
        return problem.status() != UNAVAILABLE;
    }

    static Refusal twoLengths() {
        return new Refusal(new Problem(
                "The length of the body is ambiguous",
                BAD_REQUEST,
                "AMBIGUOUS_LENGTH",
                "Content-Length: *** (expected: none with Transfer-Encoding)"));
    }

    static Refusal unknownTransferEncoding() {
        return new Refusal(new Problem(
                "The transfer encoding is not supported",
                NOT_IMPLEMENTED,
                "NOT_IMPLEMENTED",
                "Transfer-Encoding: *** (expected: chunked)"));
    }

    static Refusal unknownPath() {
        return new Refusal(new Problem("Not Found", NOT_FOUND, "NOT_FOUND", ""));
    }

    static Refusal wrongMethod() {
        return new Refusal(
                new Problem("Method Not Allowed", METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", ""),
                Map.of("Allow", "POST"));
    }

    static Refusal wrongType() {
        return new Refusal(
                new Problem(
                        "The type of the body is not supported",
                        UNSUPPORTED_MEDIA_TYPE,
                        "UNSUPPORTED_MEDIA_TYPE",
                        "Content-Type: *** (expected: application/json in UTF-8)"),
                Map.of("Accept", "application/json"));
    }

    static Refusal wrongEncoding() {
        return new Refusal(
                new Problem(
                        "The encoding of the body is not supported",
                        UNSUPPORTED_MEDIA_TYPE,
                        "UNSUPPORTED_MEDIA_TYPE",
                        "Content-Encoding: *** (expected: none)"),
                Map.of("Accept-Encoding", "identity"));
    }

    static Refusal tooLarge(long maxBytes) {
        return new Refusal(new Problem(
                "The body is too large",
                CONTENT_TOO_LARGE,
                "REQUEST_ENTITY_TOO_LARGE",
                "body: more than " + maxBytes + " bytes (expected: 0.." + maxBytes + ")"));
    }

    static Refusal tooSlow(Duration deadline) {
        return new Refusal(new Problem(
                "The body did not arrive in time",
                REQUEST_TIMEOUT,
                "REQUEST_TIMEOUT",
                "body: unfinished after " + deadline.toMillis() + " ms"));
    }

    static Refusal tooManyRefusals(Duration retryAfter) {
        return new Refusal(
                new Problem(
                        "Too many refused callbacks",
                        TOO_MANY_REQUESTS,
                        "TOO_MANY_REQUESTS",
                        "Callbacks from this address in the name of this institution were refused too often; call again later"),
                Map.of(
                        RETRY_AFTER,
                        Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds()))));
    }

    static Refusal noRoomForBody() {
        return new Refusal(
                new Problem("The feedback could not be kept; call again", UNAVAILABLE, "UNAVAILABLE", ""),
                Map.of(RETRY_AFTER, "5"));
    }
}
