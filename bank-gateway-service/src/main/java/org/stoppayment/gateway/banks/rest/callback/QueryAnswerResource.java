package org.stoppayment.gateway.banks.rest.callback;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.stoppayment.gateway.banks.rest.QueryAnswerJson;
import org.stoppayment.gateway.queries.application.ForwardingAnswers;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.kit.security.Roles;

/** The endpoint that institutions call back about queries, as {@link FeedbackResource} is about orders. */
@RolesAllowed(Roles.INSTITUTION)
@Path("/v1/institutions/{institutionCode}/query-answers")
class QueryAnswerResource {

    private final CallbackSignature signature;
    private final ForwardingAnswers forwarding;

    QueryAnswerResource(CallbackSignature signature, ForwardingAnswers forwarding) {
        this.signature = signature;
        this.forwarding = forwarding;
    }

    @POST
    public Uni<Void> answer(
            @PathParam("institutionCode") String institutionCode,
            @HeaderParam(WebhookSignature.ID_HEADER) @DefaultValue("") String id,
            @HeaderParam(WebhookSignature.TIMESTAMP_HEADER) @DefaultValue("") String timestamp,
            @HeaderParam(WebhookSignature.SIGNATURE_HEADER) @DefaultValue("") String signatures,
            byte[] body) {
        return Uni.createFrom().deferred(() -> {
            Institution from = signature.verify(institutionCode, id, timestamp, signatures, body);
            return forwarding.forward(from.code(), QueryAnswerJson.read(body, Optional.empty()));
        });
    }
}
