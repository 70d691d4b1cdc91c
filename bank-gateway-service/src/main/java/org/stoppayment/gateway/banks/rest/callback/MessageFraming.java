package org.stoppayment.gateway.banks.rest.callback;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import org.stoppayment.gateway.banks.rest.callback.framing.TransferEncoding;

/** How the end of a body is found (RFC 9112, sections 6.1 to 6.3). What is ambiguous is refused: two servers might read it differently. */
final class MessageFraming {

    private MessageFraming() {}

    /** Why the body of this request must not be read; empty when its end is clear. */
    static Optional<Refusal> check(HttpServerRequest request) {
        List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (encodings.isEmpty()) {
            return Optional.empty();
        }
        if (!TransferEncoding.isChunked(encodings)) {
            return Optional.of(Refusal.unknownTransferEncoding());
        }
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                ? Optional.of(Refusal.twoLengths())
                : Optional.empty();
    }

    /** True when a body is announced; HTTP/2 need not announce it. */
    static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || contentLength(request) > 0
                || request.version() == HttpVersion.HTTP_2 && request.method().equals(HttpMethod.POST);
    }

    /** The announced length in bytes; 0 when there is none, and the largest number when it cannot be read. */
    static long contentLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }
}
