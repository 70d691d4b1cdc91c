package org.stoppayment.gateway.banks.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.stoppayment.formats.Json;

/** Reads the problem document (RFC 9457) of an institution. */
final class ProblemJson {

    private ProblemJson() {}

    /** The stable code, empty when there is none. */
    static String codeOf(byte[] body) {
        try {
            JsonNode problem = Json.read(body);
            return problem.path("code").isTextual() ? problem.path("code").textValue() : "";
        } catch (IOException notJson) {
            return "";
        }
    }
}
