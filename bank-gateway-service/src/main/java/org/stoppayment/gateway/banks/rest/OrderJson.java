package org.stoppayment.gateway.banks.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Operator;
import org.stoppayment.gateway.orders.domain.StopOrder;
import org.stoppayment.gateway.orders.domain.Transfer;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ContractLimits;

/**
 * Writes the contract's {@code StopOrder}, {@code LiftOrder} and {@code ExtensionOrder}. Unknown values are left out. Texts of the
 * reporter that are longer than the contract allows must not cause a rejection: names are truncated, other texts are left out.
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
        return write(json -> {
            amendment(json, order.id(), order.original(), order.caseId(), order.account());
            writeKnown(json, "reason", order.reason());
            json.writeStringField("appliedAt", order.appliedAt().toString());
            json.writeStringField("expiresAt", order.expiresAt().toString());
            operator(json, order.operator());
        });
    }

    static byte[] of(LiftOrder order) {
        return write(json -> {
            amendment(json, order.id(), order.original(), order.caseId(), order.account());
            writeKnown(json, "reason", order.reason());
            json.writeStringField("appliedAt", order.appliedAt().toString());
            operator(json, order.operator());
        });
    }

    /** The fields that an extension and a lift begin with. */
    private static void amendment(
            JsonGenerator json, ApplicationId id, ApplicationId original, UUID caseId, Account account)
            throws IOException {
        json.writeStringField("applicationId", id.value());
        json.writeStringField("originalApplicationId", original.value());
        json.writeStringField("caseId", caseId.toString());
        account(json, "account", account);
    }

    private static void account(JsonGenerator json, String field, Account account) throws IOException {
        json.writeObjectFieldStart(field);
        writeUnlessTooLong(json, "institutionCode", account.institutionCode(), AccountNumber.MAX_CHARACTERS);
        writeUnlessTooLong(json, "number", account.number(), AccountNumber.MAX_CHARACTERS);
        writeTruncated(json, "name", account.name());
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
            writeKnown(json, "currency", transfer.currency());
            if (transfer.at().isPresent()) {
                json.writeStringField("transferredAt", transfer.at().get().toString());
            }
            writeUnlessTooLong(json, "serial", transfer.serial(), ContractLimits.MAX_SERIAL);
            if (transfer.payer().isPresent()) {
                account(json, "payer", transfer.payer().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void operator(JsonGenerator json, Operator operator) throws IOException {
        json.writeObjectFieldStart("operator");
        writeTruncated(json, "organisation", operator.organisation());
        writeTruncated(json, "badgeNumber", operator.badgeNumber());
        json.writeEndObject();
    }

    private static void writeKnown(JsonGenerator json, String field, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(field, value);
        }
    }

    private static void writeUnlessTooLong(JsonGenerator json, String field, String value, int maxLength)
            throws IOException {
        if (value.length() <= maxLength) {
            writeKnown(json, field, value);
        }
    }

    private static void writeTruncated(JsonGenerator json, String field, String value) throws IOException {
        boolean fits = value.codePointCount(0, value.length()) <= ContractLimits.MAX_NAME;
        int end = fits ? value.length() : value.offsetByCodePoints(0, ContractLimits.MAX_NAME);
        writeKnown(json, field, value.substring(0, end));
    }

    private static byte[] write(Fields fields) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Writes the fields of an object. */
    private interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }
}
