package org.stoppayment.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/**
 * Reads the fields of one JSON or YAML object. What is wrong is gathered as {@link Violation}s of the form
 * {@code name: value (expected: …)} with the path of the field, so that one reading finds everything; a field that is wrong
 * reads as empty. Objects within it share its violations: call {@link #throwIfInvalid()} once, before the values are used.
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

    /** A field that must be present: its absence is a violation, noted by the method that reads the value. */
    public FieldValue required(String name) {
        return value(name, true);
    }

    /** A field that may be absent or null, and then reads as empty. */
    public FieldValue optional(String name) {
        return value(name, false);
    }

    /** Notes every field whose name is not one of these. */
    public void allowOnly(Set<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                reject(name, "UNKNOWN_KEY", "unknown key", "one of " + new TreeSet<>(names));
            }
        });
    }

    /** Notes that {@code name} is wrong; {@code value} is what the message shows of it. */
    public void reject(String name, String code, String value, String expected) {
        violations.add(new Violation(path(name), code, name + ": " + value + " (expected: " + expected + ")"));
    }

    /** Notes that a moment is out of range. The violation shows it: a moment is not personal. */
    public void rejectMoment(String name, String expected) {
        reject(name, FieldValue.OUT_OF_RANGE, object.path(name).asText(), expected);
    }

    /** The path of a field, such as {@code transfers[2].amountFen}. */
    public String path(String name) {
        return prefix + name;
    }

    /** All violations so far, of this object and of those that share them. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidInput with every violation, when there is any
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
