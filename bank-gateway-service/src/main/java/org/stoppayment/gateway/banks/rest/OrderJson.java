package org.stoppayment.gateway.banks.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Operator;
import org.stoppayment.gateway.orders.domain.StopOrder;
import org.stoppayment.gateway.orders.domain.Transfer;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ContractLimits;

/**
 * Writes the contract's {@code StopOrder}, {@code LiftOrder} and {@code ExtensionOrder}. What is not known is left out, and so
 * is a hint that is longer than the contract allows: no text of a reporter may keep an order from being taken. A name is cut.
 */
final class OrderJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String URGENT = "01";
    private static final String NOT_URGENT = "02";

    private OrderJson() {}

    static byte[] of(StopOrder order) {
        return write(json -> {
            json.writeStringField("applicationId", order.id().value());
            json.writeStringField("caseId", order.caseId().toString());
            account(json, "account", order.account());
            transfers(json, order.transfers());
            json.writeBooleanField("protective", order.protective());
            if (order.original().isPresent()) {
                json.writeStringField(
                        "originalApplicationId", order.original().get().value());
            }
            known(json, "reason", order.reason());
            json.writeStringField("appliedAt", order.appliedAt().toString());
            operator(json, order.operator());
            json.writeStringField("emergencyLevel", order.urgent() ? URGENT : NOT_URGENT);
            if (order.type().isPresent()) {
                json.writeStringField("applicationType", order.type().get().code());
            }
        });
    }

    static byte[] of(ExtensionOrder order) {
        return write(json -> {
            json.writeStringField("applicationId", order.id().value());
            json.writeStringField("originalApplicationId", order.original().value());
            json.writeStringField("caseId", order.caseId().toString());
            account(json, "account", order.account());
            known(json, "reason", order.reason());
            json.writeStringField("appliedAt", order.appliedAt().toString());
            json.writeStringField("expiresAt", order.expiresAt().toString());
            operator(json, order.operator());
        });
    }

    static byte[] of(LiftOrder order) {
        return write(json -> {
            json.writeStringField("applicationId", order.id().value());
            json.writeStringField("originalApplicationId", order.original().value());
            json.writeStringField("caseId", order.caseId().toString());
            account(json, "account", order.account());
            known(json, "reason", order.reason());
            json.writeStringField("appliedAt", order.appliedAt().toString());
            operator(json, order.operator());
        });
    }

    private static void account(JsonGenerator json, String field, Account account) throws IOException {
        json.writeObjectFieldStart(field);
        hint(json, "institutionCode", account.institutionCode(), AccountNumber.MAX_CHARACTERS);
        hint(json, "number", account.number(), AccountNumber.MAX_CHARACTERS);
        cut(json, "name", account.name());
        if (account.kind() != AccountKind.UNSPECIFIED) {
            json.writeStringField("kind", account.kind().name());
        }
        json.writeEndObject();
    }

    private static void transfers(JsonGenerator json, List<Transfer> transfers) throws IOException {
        json.writeArrayFieldStart("transfers");
        for (Transfer transfer : transfers) {
            json.writeStartObject();
            if (transfer.amount().isPresent()) {
                json.writeNumberField("amountFen", transfer.amount().get().fen());
            }
            known(json, "currency", transfer.currency());
            if (transfer.at().isPresent()) {
                json.writeStringField("transferredAt", transfer.at().get().toString());
            }
            hint(json, "serial", transfer.serial(), ContractLimits.MAX_SERIAL);
            if (transfer.payer().isPresent()) {
                account(json, "payer", transfer.payer().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void operator(JsonGenerator json, Operator operator) throws IOException {
        json.writeObjectFieldStart("operator");
        cut(json, "organisation", operator.organisation());
        cut(json, "badgeNumber", operator.badgeNumber());
        json.writeEndObject();
    }

    private static void known(JsonGenerator json, String field, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(field, value);
        }
    }

    private static void hint(JsonGenerator json, String field, String value, int most) throws IOException {
        if (value.length() <= most) {
            known(json, field, value);
        }
    }

    private static void cut(JsonGenerator json, String field, String value) throws IOException {
        boolean fits = value.codePointCount(0, value.length()) <= ContractLimits.MAX_NAME;
        known(json, field, fits ? value : value.substring(0, value.offsetByCodePoints(0, ContractLimits.MAX_NAME)));
    }

    private static byte[] write(Fields fields) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            fields.to(json);
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException notOfMemory) {
            throw new UncheckedIOException(notOfMemory);
        }
    }

    /** Writes the fields of an object. */
    private interface Fields {
        void to(JsonGenerator json) throws IOException;
    }
}
