package org.stoppayment.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.stoppayment.kernel.ServiceException.InvalidInput;

/** JSON in and out: moments in RFC 3339, numbers exact, one object a body. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The JSON of {@code value}, in UTF-8. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException notARecordOfOurs) {
            throw new IllegalStateException(notARecordOfOurs);
        }
    }

    /** The object in {@code body}; throws {@link InvalidInput} for anything that is no JSON object. */
    public static JsonNode object(byte[] body) {
        JsonNode read;
        try {
            read = MAPPER.readTree(body);
        } catch (IOException notJson) {
            throw new InvalidInput("", "NOT_JSON", "body: not JSON (expected: one JSON object)");
        }
        if (!read.isObject()) {
            throw new InvalidInput("", "NOT_JSON", "body: " + read.getNodeType() + " (expected: one JSON object)");
        }
        return read;
    }
}
