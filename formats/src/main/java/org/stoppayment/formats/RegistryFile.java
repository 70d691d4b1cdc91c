package org.stoppayment.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stoppayment.kernel.ServiceException.InvalidInput;

/**
 * The registry file of institutions, {@code config/institutions.yaml}. Each program reads the fields that it
 * needs. All violations are collected until {@link #throwIfInvalid()}.
 */
public final class RegistryFile {

    private static final int MAX_INSTITUTIONS = 100_000;
    private static final Set<String> KEYS = Set.of("defaults", "institutions");
    private static final String INSTITUTIONS = "institutions";

    private final JsonNode document;
    private final FieldReader fields;
    private final Map<String, String> pathsByCode = new HashMap<>();
    private final Map<String, String> pathsByBin = new HashMap<>();

    private RegistryFile(JsonNode document) {
        this.document = document;
        this.fields = FieldReader.ofFile(document);
    }

    /**
     * Opens the registry in {@code file}.
     *
     * @throws MalformedYamlException when it is not YAML
     * @throws IOException when it cannot be read
     */
    public static RegistryFile read(Path file) throws IOException {
        return of(Yaml.read(file));
    }

    /** The registry in a document that was read or composed elsewhere. */
    public static RegistryFile of(JsonNode document) {
        return new RegistryFile(document);
    }

    /**
     * Everything that the file says. Call once, and instead of {@link #institutions()}.
     *
     * @throws InvalidInput with all violations
     */
    public List<RegisteredInstitution> readAll() {
        fields.allowOnly(KEYS);
        RegisteredLimits defaults = RegisteredLimits.read(fields, "defaults", RegisteredLimits.DEFAULTS);
        List<RegisteredInstitution> all = new ArrayList<>();
        institutions().forEach(entry -> entry.institution(defaults).ifPresent(all::add));
        throwIfInvalid();
        return List.copyOf(all);
    }

    /** The fields at the top of the file. */
    public FieldReader fields() {
        return fields;
    }

    /** The institutions in the order of the file; an empty list is a violation. Call once. */
    public List<RegistryEntry> institutions() {
        List<RegistryEntry> entries = entries();
        if (entries.isEmpty()) {
            fields.reject(INSTITUTIONS, FieldValue.MISSING, "none", "one or more");
        }
        return entries;
    }

    /** The institutions in the order of the file; a list that is given may be empty. Call once, instead of {@link #institutions()}. */
    public List<RegistryEntry> institutionsIfAny() {
        return fields.has(INSTITUTIONS) ? entries() : institutions();
    }

    private List<RegistryEntry> entries() {
        return fields.optional(INSTITUTIONS).objects(MAX_INSTITUTIONS).stream()
                .map(entry -> new RegistryEntry(entry, pathsByCode, pathsByBin))
                .toList();
    }

    /** A copy of the document that may be changed. */
    public JsonNode copy() {
        return document.deepCopy();
    }

    /**
     * Throws when there are violations.
     *
     * @throws InvalidInput with all violations
     */
    public void throwIfInvalid() {
        fields.throwIfInvalid();
    }
}
