package org.stoppayment.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Objects;
import org.stoppayment.kernel.ServiceException.InvalidInput;

/** Reads JSON strictly: no duplicate keys, nothing after the end of the document, exact decimals. */
public final class Json {

    /** The violation code of a body that is not a JSON object. */
    public static final String MALFORMED = "MALFORMED_JSON";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE) // the body is bounded, and so is what is computed
                            .build())
                    .build())
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
        try (JsonParser parser = new BoundedNumberParser(MAPPER.createParser(body))) {
            JsonNode document = MAPPER.readTree(parser);
            return Objects.requireNonNullElseGet(document, MissingNode::getInstance);
        }
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
