package org.stoppayment.gateway.banks.rest.callback;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.stoppayment.gateway.banks.rest.FeedbackJson;
import org.stoppayment.gateway.refunds.application.ForwardingRefundFeedback;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.kit.security.Roles;

/** The endpoint that institutions call back about refunds, as {@link FeedbackResource} is about stops and freezes. */
@RolesAllowed(Roles.INSTITUTION)
@Path("/v1/institutions/{institutionCode}/refund-feedback")
class RefundFeedbackResource {

    private final CallbackSignature signature;
    private final ForwardingRefundFeedback forwarding;

    RefundFeedbackResource(CallbackSignature signature, ForwardingRefundFeedback forwarding) {
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
