package org.stoppayment.cli.suite;

import com.fasterxml.jackson.core.JsonLocation;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.WebhookSignature;

/** The registry of institutions, as the repository publishes it. */
public final class Registry {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode root;

    private Registry(JsonNode root) {
        this.root = root;
    }

    /** The registry of a repository; one that nothing could start with is refused, with all that is wrong with it. */
    public static Registry of(Path home) {
        Path file = home.resolve("config").resolve("institutions.yaml");
        JsonNode root = parse(file);
        List<String> findings = findings(root.path("institutions"));
        if (!findings.isEmpty()) {
            throw CliException.usage(file + ":\n  " + String.join("\n  ", findings));
        }
        return new Registry(root);
    }

    private static JsonNode parse(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            // Not the parser's own message: it quotes the source, and secrets stand there.
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw CliException.usage(file + place + ": not YAML");
        } catch (IOException e) {
            throw CliException.usage(file + ": cannot be read (expected: the registry of institutions)");
        }
    }

    /** What the simulator and the gateway would stumble over; further fields are the gateway's to check. */
    private static List<String> findings(JsonNode institutions) {
        List<String> findings = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        if (!institutions.isArray() || institutions.isEmpty()) {
            findings.add("institutions: none (expected: a list of one or more)");
        }
        for (int i = 0; i < institutions.size(); i++) {
            String place = "institutions[" + i + "]";
            JsonNode code = institutions.path(i).path("code");
            if (!code.isTextual() || !InstitutionCode.isValid(code.textValue())) {
                findings.add(place + ".code: " + code.asText("none")
                        + " (expected: in quotes, a 12-digit bank number with a right check digit, or Z and 13"
                        + " digits)");
            } else if (!codes.add(code.textValue())) {
                findings.add(place + ".code: " + code.textValue() + " (expected: listed once)");
            }
            if (!isSecret(institutions.path(i).path("secret"))) {
                findings.add(place + ".secret: *** (expected: whsec_ and base64 of 16 bytes or more)");
            }
        }
        return findings;
    }

    private static boolean isSecret(JsonNode secret) {
        try {
            new WebhookSignature(secret.asText(""));
            return true;
        } catch (IllegalArgumentException wrong) {
            return false;
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
