package org.stoppayment.gateway.banks.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.orders.domain.Operator;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ContractLimits;

/**
 * Writes the fields that orders of several kinds have. Unknown values are left out. Texts of the reporter that are longer than the
 * contract allows must not cause a rejection: names are truncated, other texts are left out.
 */
final class OrderFields {

    private static final JsonFactory JSON = new JsonFactory();

    private OrderFields() {}

    /** Writes the fields of an object. */
    interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** The JSON object with these fields. */
    static byte[] object(Fields fields) {
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

    static void account(JsonGenerator json, String field, Account account) throws IOException {
        json.writeObjectFieldStart(field);
        writeUnlessTooLong(json, "institutionCode", account.institutionCode(), AccountNumber.MAX_CHARACTERS);
        writeUnlessTooLong(json, "number", account.number(), AccountNumber.MAX_CHARACTERS);
        writeTruncated(json, "name", account.name());
        if (account.kind() != AccountKind.UNSPECIFIED) {
            json.writeStringField("kind", account.kind().name());
        }
        json.writeEndObject();
    }

    static void operator(JsonGenerator json, Operator operator) throws IOException {
        json.writeObjectFieldStart("operator");
        writeTruncated(json, "organisation", operator.organisation());
        writeTruncated(json, "badgeNumber", operator.badgeNumber());
        json.writeEndObject();
    }

    static void writeKnown(JsonGenerator json, String field, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(field, value);
        }
    }

    static void writeUnlessTooLong(JsonGenerator json, String field, String value, int maxLength) throws IOException {
        if (value.length() <= maxLength) {
            writeKnown(json, field, value);
        }
    }

    private static void writeTruncated(JsonGenerator json, String field, String value) throws IOException {
        boolean fits = value.codePointCount(0, value.length()) <= ContractLimits.MAX_NAME;
        int end = fits ? value.length() : value.offsetByCodePoints(0, ContractLimits.MAX_NAME);
        writeKnown(json, field, value.substring(0, end));
    }
}
