package org.stoppayment.simulator.institution;

import com.github.tomakehurst.wiremock.http.Request;
import java.util.Optional;
import org.stoppayment.kernel.WebhookSignature;

/**
 * A received HTTP message.
 *
 * @param webhookId its id
 * @param timestamp when it was sent, seconds since 1970
 * @param signature one or more signatures, separated by spaces
 * @param idempotencyKey the application id; empty for an inquiry
 * @param body the body as received
 */
record Message(String webhookId, String timestamp, String signature, String idempotencyKey, byte[] body) {

    static Message of(Request request) {
        return new Message(
                header(request, WebhookSignature.ID_HEADER),
                header(request, WebhookSignature.TIMESTAMP_HEADER),
                header(request, WebhookSignature.SIGNATURE_HEADER),
                header(request, "Idempotency-Key"),
                Optional.ofNullable(request.getBody()).orElse(new byte[0]));
    }

    private static String header(Request request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }
}
