package org.stoppayment.gateway.banks.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.stoppayment.gateway.orders.domain.Approver;
import org.stoppayment.gateway.orders.domain.FreezeAmendment;
import org.stoppayment.gateway.orders.domain.FreezeChange;
import org.stoppayment.gateway.orders.domain.FreezeLift;
import org.stoppayment.gateway.orders.domain.FreezeOrder;
import org.stoppayment.gateway.orders.domain.FreezeRenewal;
import org.stoppayment.gateway.orders.domain.LegalBasis;

/** Writes the contract's {@code FreezeOrder}, {@code FreezeRenewal}, {@code FreezeLift} and {@code FreezeChange}. */
final class FreezeJson {

    private static final String LIMITED = "LIMITED";
    private static final String FULL = "FULL";

    private FreezeJson() {}

    static byte[] of(FreezeOrder order) {
        return OrderFields.object(json -> {
            json.writeStringField("applicationId", order.id().value());
            json.writeStringField("caseId", order.caseId().toString());
            OrderFields.account(json, "account", order.account());
            json.writeStringField("mode", order.limit().isPresent() ? LIMITED : FULL);
            if (order.limit().isPresent()) {
                json.writeNumberField("amountFen", order.limit().get().fen());
            }
            OrderFields.writeKnown(json, "reason", order.reason());
            json.writeStringField("appliedAt", order.appliedAt().toString());
            json.writeStringField("expiresAt", order.expiresAt().toString());
            if (order.stop().isPresent()) {
                json.writeStringField("stopApplicationId", order.stop().get().value());
            }
            legalBasis(json, order.basis());
            OrderFields.operator(json, order.operator());
        });
    }

    static byte[] of(FreezeRenewal order) {
        return amendment(
                order.amendment(),
                json -> json.writeStringField("expiresAt", order.expiresAt().toString()));
    }

    static byte[] of(FreezeLift order) {
        return amendment(order.amendment(), json -> {});
    }

    static byte[] of(FreezeChange order) {
        return amendment(
                order.amendment(),
                json -> json.writeNumberField("amountFen", order.limit().fen()));
    }

    private static byte[] amendment(FreezeAmendment order, OrderFields.Fields ownFields) {
        return OrderFields.object(json -> {
            OrderJson.amendment(json, order.id(), order.original(), order.caseId(), order.account());
            ownFields.writeTo(json);
            OrderFields.writeKnown(json, "reason", order.reason());
            json.writeStringField("appliedAt", order.appliedAt().toString());
            legalBasis(json, order.basis());
            OrderFields.operator(json, order.operator());
        });
    }

    static void legalBasis(JsonGenerator json, LegalBasis basis) throws IOException {
        Approver approver = basis.approver();
        json.writeObjectFieldStart("legalBasis");
        json.writeStringField("filingNumber", basis.filingNumber());
        json.writeStringField("organisation", basis.organisation());
        json.writeStringField("documentDigest", basis.documentDigest());
        json.writeObjectFieldStart("approver");
        json.writeStringField("organisation", approver.organisation());
        json.writeStringField("badgeNumber", approver.badgeNumber());
        json.writeStringField("level", approver.level().name());
        json.writeEndObject();
        json.writeEndObject();
    }
}
