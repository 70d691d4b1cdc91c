package org.stoppayment.gateway.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The published contract, as a validator. */
public final class OpenApi {

    private static final Path DOCS = docs();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;

    public OpenApi() {
        try {
            document = new YAMLMapper().readTree(Files.readString(DOCS.resolve("institution-api-v1.yaml")));
        } catch (IOException notRead) {
            throw new UncheckedIOException(notRead);
        }
    }

    public JsonNode document() {
        return document;
    }

    /** The guide for the bank engineer. */
    public static String guide() {
        try {
            return Files.readString(DOCS.resolve("README.md"));
        } catch (IOException notRead) {
            throw new UncheckedIOException(notRead);
        }
    }

    /** Violations of a schema of the contract by a body. */
    public Set<String> violations(String schema, String body) {
        try {
            return violations(schema, JSON.readTree(body));
        } catch (JsonProcessingException notJson) {
            return Set.of("not JSON");
        }
    }

    /** Violations of a schema of the contract by a document. */
    public Set<String> violations(String schema, JsonNode body) {
        return violationsOf("#/components/schemas/" + schema, body);
    }

    /** Violations of a parameter of the contract by a header. */
    public Set<String> headerViolations(String parameter, String value) {
        return violationsOf("#/components/parameters/" + parameter + "/schema", JSON.valueToTree(value));
    }

    private Set<String> violationsOf(String place, JsonNode value) {
        ObjectNode rooted = document.deepCopy();
        rooted.put("$ref", place);
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(rooted, config)
                .validate(value)
                .stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static Path docs() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("docs/bank/institution-api-v1.yaml"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException("docs/bank/institution-api-v1.yaml: not found above the working directory");
        }
        return here.resolve("docs/bank");
    }
}
