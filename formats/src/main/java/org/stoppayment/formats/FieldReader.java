package org.stoppayment.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/**
 * Reads the fields of one JSON or YAML object. Collects all violations, as {@code name: value (expected: …)} with the path of the
 * field; an invalid field reads as empty. Nested objects share the list of violations: call {@link #throwIfInvalid()} once, before
 * the values are used.
 */
public final class FieldReader {

    private final JsonNode object;
    private final String prefix;
    private final boolean showsValues;
    private final List<Violation> violations;

    FieldReader(JsonNode object, String prefix, boolean showsValues, List<Violation> violations) {
        this.object = object;
        this.prefix = prefix;
        this.showsValues = showsValues;
        this.violations = violations;
    }

    /** The fields of a message. Its values never appear in violations: they may be personal. */
    public static FieldReader ofMessage(JsonNode message) {
        return new FieldReader(message, "", false, new ArrayList<>());
    }

    /** The fields of a configuration file. Its values appear in violations, except {@linkplain FieldValue#secret secrets}. */
    public static FieldReader ofFile(JsonNode document) {
        FieldReader file = new FieldReader(document, "", true, new ArrayList<>());
        if (!document.isObject() && !document.isMissingNode()) {
            file.violations.add(
                    new Violation("", FieldValue.WRONG_FORM, "file: *** (expected: an object with keys and values)"));
        }
        return file;
    }

    /** True when the field is present and not null. */
    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** A field that must be present; the method that reads its value adds a violation when it is absent. */
    public FieldValue required(String name) {
        return value(name, true);
    }

    /** A field that may be absent or null, and reads as empty then. */
    public FieldValue optional(String name) {
        return value(name, false);
    }

    /** Adds a violation for every field with another name. */
    public void allowOnly(Set<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                reject(name, "UNKNOWN_KEY", "unknown key", "one of " + new TreeSet<>(names));
            }
        });
    }

    /** Adds a violation by the field {@code name}; {@code value} is shown in its description. */
    public void reject(String name, String code, String value, String expected) {
        violations.add(new Violation(path(name), code, name + ": " + value + " (expected: " + expected + ")"));
    }

    /** Adds a violation by a moment that is out of range and shows the moment, because it is not personal. */
    public void rejectMoment(String name, String expected) {
        reject(name, FieldValue.OUT_OF_RANGE, object.path(name).asText(), expected);
    }

    /** The path of a field, such as {@code transfers[2].amountFen}. */
    public String path(String name) {
        return prefix + name;
    }

    /** All violations so far, including those of nested objects. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /**
     * Throws when there are violations.
     *
     * @throws InvalidInput with all violations
     */
    public void throwIfInvalid() {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    private FieldValue value(String name, boolean required) {
        return new FieldValue(object.path(name), prefix, name, required, showsValues, violations);
    }
}
