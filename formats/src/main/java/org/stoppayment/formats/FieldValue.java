package org.stoppayment.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.PlainText;
import org.stoppayment.kernel.Violation;

/**
 * One value of a document. Each method reads it as one type, without conversion. A value that is absent or invalid reads as empty;
 * it is a violation unless it is absent and optional.
 */
public final class FieldValue {

    static final String MISSING = "MISSING";
    static final String WRONG_FORM = "WRONG_FORM";
    static final String UNKNOWN = "UNKNOWN";
    static final String OUT_OF_RANGE = "OUT_OF_RANGE";

    private static final String HIDDEN = "***";
    private static final int MAX_SHOWN = 40;
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");

    private final JsonNode value;
    private final String prefix;
    private final String name;
    private final boolean required;
    private final boolean shown;
    private final List<Violation> violations;

    FieldValue(
            JsonNode value, String prefix, String name, boolean required, boolean shown, List<Violation> violations) {
        this.value = value;
        this.prefix = prefix;
        this.name = name;
        this.required = required;
        this.shown = shown;
        this.violations = violations;
    }

    /** The same value; violations do not show it. */
    public FieldValue secret() {
        return new FieldValue(value, prefix, name, required, false, violations);
    }

    /** The same value with a separate list of violations; for parts that may be invalid without invalidating the document. */
    public FieldValue separately() {
        return new FieldValue(value, prefix, name, required, shown, new ArrayList<>());
    }

    /** The violations so far. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** A text that {@code parser} accepts. */
    public <T> Optional<T> parse(String expected, Function<String, Optional<T>> parser) {
        return parse(WRONG_FORM, expected, parser);
    }

    private <T> Optional<T> parse(String code, String expected, Function<String, Optional<T>> parser) {
        if (isAbsent(expected)) {
            return Optional.empty();
        }
        Optional<T> parsed = value.isTextual() ? parser.apply(value.textValue()) : Optional.empty();
        return parsed.isPresent() ? parsed : reject(code, expected);
    }

    /** A text of {@code min} to {@code max} characters, none of them a control character. */
    public Optional<String> text(int min, int max) {
        return parse(
                min + ".." + max + " characters, none of them a control character",
                text -> PlainText.isPlain(text, min, max) ? Optional.of(text) : Optional.empty());
    }

    /** The name of one of these constants. */
    public <E extends Enum<E>> Optional<E> oneOf(E[] constants) {
        return parse(UNKNOWN, "one of " + Arrays.toString(constants), text -> Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text))
                .findFirst());
    }

    /** True or false. */
    public Optional<Boolean> flag() {
        String expected = "true or false";
        return isAbsent(expected)
                ? Optional.empty()
                : value.isBoolean() ? Optional.of(value.booleanValue()) : reject(WRONG_FORM, expected);
    }

    /** A whole number, {@code min} to {@code max}. */
    public Optional<Long> wholeNumber(long min, long max) {
        return isAbsent(range(min, max))
                ? Optional.empty()
                : value.isIntegralNumber()
                        ? inRange(value, min, max)
                        : reject(WRONG_FORM, "a whole number, " + range(min, max));
    }

    /**
     * A whole number, {@code min} to {@code max}, in any form of a JSON number: {@code 14000000}, {@code 1.4E+7} and {@code 14000000.0}
     * are the same. For what institutions write; what callers of ours write is read by {@link #wholeNumber}.
     */
    public Optional<Long> wholeNumberInAnyForm(long min, long max) {
        String expected = "a whole number, " + range(min, max);
        if (isAbsent(expected)) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            return reject(WRONG_FORM, expected);
        }
        // Compared first: a number in range is never written out with more digits than the range has.
        BigDecimal number = value.decimalValue();
        if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            return reject(OUT_OF_RANGE, range(min, max));
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() <= 0 ? Optional.of(shortest.longValueExact()) : reject(WRONG_FORM, expected);
    }

    /** A whole number, {@code min} to {@code max}, as a number or as a text of its digits: the JSON form of protobuf's int64. */
    public Optional<Long> int64(long min, long max) {
        if (isAbsent(range(min, max))) {
            return Optional.empty();
        }
        if (value.isTextual() && DIGITS.matcher(value.textValue()).matches()) {
            long number = Long.parseLong(value.textValue());
            return number >= min && number <= max ? Optional.of(number) : reject(OUT_OF_RANGE, range(min, max));
        }
        return value.canConvertToExactIntegral()
                ? inRange(value, min, max)
                : reject(WRONG_FORM, "a whole number, " + range(min, max));
    }

    /** A number, not necessarily whole, from {@code -max} to {@code max}. */
    public Optional<BigDecimal> decimal(long max) {
        String expected = "a number, " + range(-max, max);
        return isAbsent(expected)
                ? Optional.empty()
                : value.isNumber() && value.decimalValue().abs().compareTo(BigDecimal.valueOf(max)) <= 0
                        ? Optional.of(value.decimalValue())
                        : reject(WRONG_FORM, expected);
    }

    /** A moment, RFC 3339, in the years 1 to 9999 UTC. A moment out of range is shown, because it is not personal. */
    public Optional<Instant> moment() {
        return moment(TimeParser::moment);
    }

    /** As {@link #moment}; the offset may also be {@code +0800} or {@code +08}. For what institutions write. */
    public Optional<Instant> momentWithAnyOffset() {
        return moment(TimeParser::momentWithAnyOffset);
    }

    private Optional<Instant> moment(Function<String, Optional<Instant>> parser) {
        Optional<Instant> moment = parse("a moment as in RFC 3339, such as 2026-03-01T08:00:00Z", parser);
        if (moment.isPresent() && !ContractLimits.isMoment(moment.get())) {
            return note(OUT_OF_RANGE, value.textValue(), "years 1 to 9999, UTC");
        }
        return moment;
    }

    /** A duration, ISO 8601, {@code min} to {@code max}. */
    public Optional<Duration> duration(Duration min, Duration max) {
        return parse(
                "a duration with its unit, such as PT48H, %s to %s".formatted(min, max),
                text -> TimeParser.duration(text)
                        .filter(duration -> duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0));
    }

    /** The fields of an object. */
    public Optional<FieldReader> object() {
        return object("an object");
    }

    /** The fields of an object; {@code expected} describes it in violations. */
    public Optional<FieldReader> object(String expected) {
        if (isAbsent(expected)) {
            return Optional.empty();
        }
        return value.isObject()
                ? Optional.of(new FieldReader(value, path() + ".", shown, violations))
                : note(WRONG_FORM, HIDDEN, expected);
    }

    /** The objects of an array of at most {@code max}; an element that is not an object is a violation and left out. */
    public List<FieldReader> objects(int max) {
        List<FieldReader> objects = new ArrayList<>();
        elements(max).forEach(element -> element.object().ifPresent(objects::add));
        return objects;
    }

    /** The elements of an array of at most {@code max}, each to be read separately. */
    public List<FieldValue> elements(int max) {
        if (value.size() > max) {
            note(OUT_OF_RANGE, HIDDEN, "an array of at most " + max);
            return List.of();
        }
        return elements();
    }

    /** The elements of an array, each to be read separately. */
    public List<FieldValue> elements() {
        String expected = "an array";
        if (isAbsent(expected)) {
            return List.of();
        }
        if (!value.isArray()) {
            note(WRONG_FORM, HIDDEN, expected);
            return List.of();
        }
        List<FieldValue> elements = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            elements.add(new FieldValue(element, prefix, name + "[" + elements.size() + "]", true, shown, violations));
        }
        return elements;
    }

    /** The path of the value, such as {@code transfers[2].amountFen}. */
    public String path() {
        return prefix + name;
    }

    private Optional<Long> inRange(JsonNode number, long min, long max) {
        return number.canConvertToLong() && number.longValue() >= min && number.longValue() <= max
                ? Optional.of(number.longValue())
                : reject(OUT_OF_RANGE, range(min, max));
    }

    /** True when the value is absent, which is a violation when it is required. */
    private boolean isAbsent(String expected) {
        boolean absent = value.isMissingNode() || value.isNull();
        if (absent && required) {
            note(MISSING, "none", expected);
        }
        return absent;
    }

    /** Adds a violation by the value. */
    public <T> Optional<T> reject(String code, String expected) {
        boolean visible = shown && value.isValueNode();
        String text = visible ? value.asText() : HIDDEN;
        return note(code, text.substring(0, Math.min(MAX_SHOWN, text.length())), expected);
    }

    private <T> Optional<T> note(String code, String shownAs, String expected) {
        violations.add(new Violation(path(), code, name + ": " + shownAs + " (expected: " + expected + ")"));
        return Optional.empty();
    }

    private static String range(long min, long max) {
        return min + ".." + max;
    }
}
