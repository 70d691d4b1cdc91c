package org.stoppayment.gateway.banks.rest.callback;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.stoppayment.gateway.banks.rest.FeedbackJson;
import org.stoppayment.gateway.feedback.application.ForwardingFeedback;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.kit.security.Roles;

/**
 * The endpoint that institutions call back about orders. {@link CallbackFilter} has checked the headers and read the body; here the signature is
 * verified over the bytes of the body before the body is parsed.
 */
@RolesAllowed(Roles.INSTITUTION)
@Path("/v1/institutions/{institutionCode}/feedback")
class FeedbackResource {

    private final CallbackSignature signature;
    private final ForwardingFeedback forwarding;

    FeedbackResource(CallbackSignature signature, ForwardingFeedback forwarding) {
        this.signature = signature;
        this.forwarding = forwarding;
    }

    @POST
    public Uni<Void> feedback(
            @PathParam("institutionCode") String institutionCode,
            @HeaderParam(WebhookSignature.ID_HEADER) @DefaultValue("") String id,
            @HeaderParam(WebhookSignature.TIMESTAMP_HEADER) @DefaultValue("") String timestamp,
            @HeaderParam(WebhookSignature.SIGNATURE_HEADER) @DefaultValue("") String signatures,
            byte[] body) {
        return Uni.createFrom().deferred(() -> {
            Institution from = signature.verify(institutionCode, id, timestamp, signatures, body);
            return forwarding.forward(from.code(), FeedbackJson.read(body));
        });
    }
}
