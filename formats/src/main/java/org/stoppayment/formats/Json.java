package org.stoppayment.formats;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.stoppayment.kernel.ServiceException.InvalidInput;

/** Reads JSON strictly: no duplicate keys, nothing after the end of the document, exact decimals. */
public final class Json {

    /** The violation code of a body that is not a JSON object. */
    public static final String MALFORMED = "MALFORMED_JSON";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /**
     * The document in {@code body}.
     *
     * @throws IOException when it is not JSON
     */
    public static JsonNode read(byte[] body) throws IOException {
        return MAPPER.readTree(body);
    }

    /**
     * The object in {@code body}.
     *
     * @throws InvalidInput with the code {@link #MALFORMED} when it is not a JSON object
     */
    public static JsonNode object(byte[] body) {
        try {
            JsonNode document = read(body);
            if (document.isObject()) {
                return document;
            }
        } catch (IOException notJson) {
            // Reported below, like JSON that is not an object.
        }
        throw new InvalidInput("", MALFORMED, "body: *** (expected: a JSON object)");
    }
}
