package org.stoppayment.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/**
 * Reads the fields of a JSON object and notes everything that is wrong, so that all findings are named at once. What a
 * getter returns after a finding is a placeholder: call {@link #refuseFindings()} before using anything.
 */
public final class Fields {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final JsonNode node;
    private final String path;
    private final List<Violation> findings;

    private Fields(JsonNode node, String path, List<Violation> findings) {
        this.node = node;
        this.path = path;
        this.findings = findings;
    }

    /** The fields of a whole body. */
    public static Fields of(JsonNode body) {
        return new Fields(body, "", new ArrayList<>());
    }

    /** Notes a finding about {@code field}. */
    public void note(String field, String code, String description) {
        findings.add(new Violation(path + field, code, description));
    }

    /** Throws {@link InvalidInput} with every finding so far, of this object and of those read through it. */
    public void refuseFindings() {
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
    }

    /** True when the field is there and not null. */
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** The text of {@code field}, at most {@code most} characters, if it is there. */
    public Optional<String> text(String field, int most) {
        JsonNode value = node.path(field);
        if (absent(value)) {
            return Optional.empty();
        }
        if (!value.isTextual()
                || value.textValue().isEmpty()
                || value.textValue().length() > most) {
            note(field, "WRONG_FORM", field + ": " + shape(value) + " (expected: text of 1.." + most + " characters)");
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    /** The text of {@code field}, which must be there. */
    public String requiredText(String field, int most) {
        required(field);
        return text(field, most).orElse("");
    }

    /** The text of {@code field}, which must be there and have the form of {@code pattern}. */
    public String requiredText(String field, Pattern pattern) {
        String text = requiredText(field, 100);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            note(field, "WRONG_FORM", field + ": " + Masking.mask(text) + " (expected: " + pattern + ")");
        }
        return text;
    }

    /** A truth value that must be there. */
    public boolean requiredTruth(String field) {
        required(field);
        return truth(field).orElse(false);
    }

    /** A truth value, if it is there. */
    public Optional<Boolean> truth(String field) {
        JsonNode value = node.path(field);
        if (absent(value)) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            note(field, "WRONG_FORM", field + ": " + shape(value) + " (expected: true or false)");
            return Optional.empty();
        }
        return Optional.of(value.booleanValue());
    }

    /** A whole number between the bounds, as a JSON number or as its digits in a string, if it is there. */
    public Optional<Long> whole(String field, long least, long most) {
        JsonNode value = node.path(field);
        if (absent(value)) {
            return Optional.empty();
        }
        boolean whole =
                value.isTextual() ? WHOLE.matcher(value.textValue()).matches() : value.canConvertToExactIntegral();
        if (!whole || !value.isTextual() && !value.canConvertToLong()) {
            note(field, "WRONG_FORM", field + ": " + shape(value) + " (expected: a whole number)");
            return Optional.empty();
        }
        long number = value.isTextual() ? Long.parseLong(value.textValue()) : value.longValue();
        if (number < least || number > most) {
            note(field, "OUT_OF_RANGE", field + ": " + number + " (expected: " + least + ".." + most + ")");
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /** A sum in fen, {@code least} or more, at most what one booking may carry, that must be there. */
    public long requiredFen(String field, long least) {
        required(field);
        return whole(field, least, Money.MAX_FEN).orElse(0L);
    }

    /** A number that need not be whole, within a century of seconds, that must be there. */
    public BigDecimal requiredSeconds(String field) {
        required(field);
        JsonNode value = node.path(field);
        if (absent(value)) {
            return BigDecimal.ZERO;
        }
        if (!value.isNumber() || value.decimalValue().abs().compareTo(BigDecimal.valueOf(3_000_000_000L)) > 0) {
            note(field, "WRONG_FORM", field + ": " + shape(value) + " (expected: a number of seconds)");
            return BigDecimal.ZERO;
        }
        return value.decimalValue();
    }

    /** A moment in RFC 3339, if it is there. */
    public Optional<Instant> moment(String field) {
        Optional<String> text = text(field, 64);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.get()).toInstant());
        } catch (DateTimeParseException notAMoment) {
            note(field, "WRONG_FORM", field + ": " + Masking.mask(text.get()) + " (expected: RFC 3339)");
            return Optional.empty();
        }
    }

    /** A moment in RFC 3339 that must be there. */
    public Instant requiredMoment(String field) {
        required(field);
        return moment(field).orElse(Instant.EPOCH);
    }

    /** The object in {@code field}, which must be there. */
    public Fields requiredObject(String field) {
        JsonNode value = node.path(field);
        if (!value.isObject()) {
            note(
                    field,
                    absent(value) ? "MISSING" : "WRONG_FORM",
                    field + ": " + shape(value) + " (expected: an object)");
        }
        return new Fields(value, path + field + ".", value.isObject() ? findings : new ArrayList<>());
    }

    /** The objects in the array {@code field}, which must be there. */
    public List<Fields> requiredObjects(String field, int most) {
        required(field);
        return objects(field, most);
    }

    /** The objects in the array {@code field}; none when it is absent. */
    public List<Fields> objects(String field, int most) {
        JsonNode values = node.path(field);
        if (absent(values)) {
            return List.of();
        }
        if (!values.isArray() || values.size() > most) {
            note(field, "WRONG_FORM", field + ": " + shape(values) + " (expected: an array of at most " + most + ")");
            return List.of();
        }
        List<Fields> objects = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isObject()) {
                objects.add(new Fields(values.get(i), path + field + "[" + i + "].", findings));
            } else {
                note(field + "[" + i + "]", "WRONG_FORM", shape(values.get(i)) + " (expected: an object)");
            }
        }
        return objects;
    }

    /** The raw value of {@code field}. */
    public JsonNode raw(String field) {
        return node.path(field);
    }

    private void required(String field) {
        if (absent(node.path(field))) {
            note(field, "MISSING", field + ": absent (expected: given)");
        }
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** What a value looks like, without saying it: it may be personal. */
    private static String shape(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text of " + value.textValue().length();
            case ARRAY -> "array of " + value.size();
            case NUMBER -> value.asText();
            default -> value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
