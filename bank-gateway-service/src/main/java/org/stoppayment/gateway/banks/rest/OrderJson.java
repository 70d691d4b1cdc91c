package org.stoppayment.gateway.banks.rest;

import static org.stoppayment.gateway.banks.rest.OrderFields.account;
import static org.stoppayment.gateway.banks.rest.OrderFields.operator;
import static org.stoppayment.gateway.banks.rest.OrderFields.writeKnown;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.StopOrder;
import org.stoppayment.gateway.orders.domain.Transfer;
import org.stoppayment.kernel.ContractLimits;

/** Writes the contract's {@code StopOrder}, {@code LiftOrder} and {@code ExtensionOrder}. */
final class OrderJson {

    private static final String URGENT = "01";
    private static final String NOT_URGENT = "02";

    private OrderJson() {}

    static byte[] of(StopOrder order) {
        return OrderFields.object(json -> {
            json.writeStringField("applicationId", order.id().value());
            json.writeStringField("caseId", order.caseId().toString());
            account(json, "account", order.account());
            transfers(json, order.transfers());
            json.writeBooleanField("protective", order.protective());
            if (order.original().isPresent()) {
                json.writeStringField(
                        "originalApplicationId", order.original().get().value());
            }
            writeKnown(json, "reason", order.reason());
            json.writeStringField("appliedAt", order.appliedAt().toString());
            operator(json, order.operator());
            json.writeStringField("emergencyLevel", order.urgent() ? URGENT : NOT_URGENT);
            if (order.type().isPresent()) {
                json.writeStringField("applicationType", order.type().get().code());
            }
        });
    }

    static byte[] of(ExtensionOrder order) {
        return OrderFields.object(json -> {
            amendment(json, order.id(), order.original(), order.caseId(), order.account());
            writeKnown(json, "reason", order.reason());
            json.writeStringField("appliedAt", order.appliedAt().toString());
            json.writeStringField("expiresAt", order.expiresAt().toString());
            operator(json, order.operator());
        });
    }

    static byte[] of(LiftOrder order) {
        return OrderFields.object(json -> {
            amendment(json, order.id(), order.original(), order.caseId(), order.account());
            writeKnown(json, "reason", order.reason());
            json.writeStringField("appliedAt", order.appliedAt().toString());
            operator(json, order.operator());
        });
    }

    /** The fields that an order about an earlier one begins with. */
    static void amendment(JsonGenerator json, ApplicationId id, ApplicationId original, UUID caseId, Account account)
            throws IOException {
        json.writeStringField("applicationId", id.value());
        json.writeStringField("originalApplicationId", original.value());
        json.writeStringField("caseId", caseId.toString());
        account(json, "account", account);
    }

    private static void transfers(JsonGenerator json, List<Transfer> transfers) throws IOException {
        json.writeArrayFieldStart("transfers");
        for (Transfer transfer : transfers) {
            json.writeStartObject();
            if (transfer.amount().isPresent()) {
                json.writeNumberField("amountFen", transfer.amount().get().fen());
            }
            writeKnown(json, "currency", transfer.currency());
            if (transfer.at().isPresent()) {
                json.writeStringField("transferredAt", transfer.at().get().toString());
            }
            OrderFields.writeUnlessTooLong(json, "serial", transfer.serial(), ContractLimits.MAX_SERIAL);
            if (transfer.payer().isPresent()) {
                account(json, "payer", transfer.payer().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
