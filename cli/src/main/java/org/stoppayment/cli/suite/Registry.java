package org.stoppayment.cli.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.output.CliException;

/** The registry of institutions, as the repository publishes it. */
public final class Registry {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode root;

    private Registry(JsonNode root) {
        this.root = root;
    }

    /** The registry of a repository. */
    public static Registry of(Path home) {
        Path file = home.resolve("config").resolve("institutions.yaml");
        try {
            JsonNode root = YAML.readTree(file.toFile());
            if (!root.path("institutions").isArray()) {
                throw CliException.failed(file + ": institutions: missing (expected: a list)");
            }
            return new Registry(root);
        } catch (JsonProcessingException e) {
            throw CliException.failed(file + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw CliException.failed("the registry cannot be read: " + file);
        }
    }

    /** The institutions' codes, in order. */
    public List<String> codes() {
        return root.path("institutions").findValuesAsText("code");
    }

    /** The institutions, in order. */
    public List<Institution> institutions() {
        List<Institution> institutions = new ArrayList<>();
        for (JsonNode each : root.path("institutions")) {
            JsonNode bins = each.path("bins");
            institutions.add(new Institution(
                    each.path("code").asText(),
                    each.path("name").asText(),
                    bins.isEmpty() ? Optional.empty() : Optional.of(bins.get(0).asText())));
        }
        return List.copyOf(institutions);
    }

    /**
     * An institution of the registry.
     *
     * @param code its code
     * @param name its name
     * @param bin first digits of its cards, empty for one that issues none
     */
    public record Institution(String code, String name, Optional<String> bin) {}

    /** Writes a copy in which the institutions listen on these ports of this machine; all else stays as it is. */
    public void write(List<Integer> ports, Path target) {
        JsonNode copy = root.deepCopy();
        int next = 0;
        for (JsonNode institution : copy.path("institutions")) {
            ((ObjectNode) institution).put("endpoint", "http://127.0.0.1:" + ports.get(next++));
        }
        try {
            Files.writeString(target, YAML.writeValueAsString(copy));
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }
}
