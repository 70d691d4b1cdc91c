package org.stoppayment.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stoppayment.kernel.ServiceException.InvalidInput;

/**
 * The registry file of institutions, {@code config/institutions.yaml}. Each program reads the fields that it
 * needs. All violations are collected until {@link #throwIfInvalid()}.
 */
public final class RegistryFile {

    private static final int MAX_INSTITUTIONS = 100_000;

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
        return new RegistryFile(Yaml.read(file));
    }

    /** The fields at the top of the file. */
    public FieldReader fields() {
        return fields;
    }

    /** The institutions in the order of the file; an empty list is a violation. Call once. */
    public List<RegistryEntry> institutions() {
        List<RegistryEntry> entries = fields.optional("institutions").objects(MAX_INSTITUTIONS).stream()
                .map(entry -> new RegistryEntry(entry, pathsByCode, pathsByBin))
                .toList();
        if (entries.isEmpty()) {
            fields.reject("institutions", FieldValue.MISSING, "none", "one or more");
        }
        return entries;
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
