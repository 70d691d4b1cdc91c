package org.stoppayment.gateway.banks.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.FieldPath;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.PlainText;
import org.stoppayment.kernel.Violation;

/**
 * Reads the fields of one JSON object and notes all that is wrong with them; nothing is converted, least of all numbers. What is
 * wrong reads as absent. Values are never part of a message: they may be personal. Only a moment that has the form of one is not.
 */
final class JsonFields {

    private static final Pattern MOMENT = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

    private final JsonNode object;
    private final String path;
    private final List<Violation> violations;

    JsonFields(JsonNode object, String path, List<Violation> violations) {
        this.object = object;
        this.path = path;
        this.violations = violations;
    }

    /** A required text that {@code parser} understands. */
    <T> Optional<T> required(String name, String expected, Function<String, Optional<T>> parser) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return missing(name, expected);
        }
        Optional<T> parsed = value.isTextual() ? parser.apply(value.textValue()) : Optional.empty();
        return parsed.isPresent() ? parsed : wrong(name, "INVALID", expected);
    }

    /** A text of {@code least} to {@code most} characters; absent reads as empty, which is wrong when least is 1. */
    String text(String name, int least, int most) {
        JsonNode value = object.path(name);
        if (isAbsent(value) && least == 0) {
            return "";
        }
        String expected = least + ".." + most + " characters, none of them a control character";
        return this.<String>required(
                        name,
                        expected,
                        text -> PlainText.isPlain(text, least, most) ? Optional.of(text) : Optional.empty())
                .orElse("");
    }

    /** Paths of fields, at most {@code most}. */
    List<String> fieldPaths(String name, int most) {
        List<String> paths = new ArrayList<>();
        for (JsonNode value : array(name)) {
            if (paths.size() == most) {
                wrong(name, "TOO_MANY", "at most " + most);
                return List.of();
            }
            if (!value.isTextual() || !FieldPath.hasForm(value.textValue())) {
                wrong(name + "[" + paths.size() + "]", "INVALID", FieldPath.FORM_IN_WORDS);
                return List.of();
            }
            paths.add(value.textValue());
        }
        return paths;
    }

    /** A moment, RFC 3339, that is in the years 1 to 9999 in UTC too. */
    Optional<Instant> moment(String name, boolean required) {
        String expected = "a moment as in RFC 3339, such as 2026-03-01T08:00:00Z";
        Optional<Instant> moment = isAbsent(object.path(name)) && !required
                ? Optional.empty()
                : required(name, expected, JsonFields::parse);
        if (moment.isPresent() && !ContractLimits.isMoment(moment.get())) {
            refuseMoment(name, "years 1 to 9999, UTC");
            return Optional.empty();
        }
        return moment;
    }

    /** Notes what is wrong with a field that reads as a moment. */
    void refuseMoment(String name, String expected) {
        String written = object.path(name).textValue();
        note(name, "OUT_OF_RANGE", path + name + ": " + written + " (expected: " + expected + ")");
    }

    /** A sum of {@code least} fen or more. */
    Optional<Money> fen(String name, long least, boolean required) {
        JsonNode value = object.path(name);
        String expected = "an integer, " + least + "..10^13";
        if (isAbsent(value)) {
            return required ? missing(name, expected) : Optional.empty();
        }
        boolean right = isWhole(value) && value.longValue() >= least && value.longValue() <= Money.MAX_FEN;
        return right ? Optional.of(Money.ofFen(value.longValue())) : wrong(name, "OUT_OF_RANGE", expected);
    }

    /** A whole number, 0 or more; {@code otherwise} when it is absent. */
    long number(String name, long otherwise) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return otherwise;
        }
        return isWhole(value) && value.longValue() >= 0
                ? value.longValue()
                : this.<Long>wrong(name, "OUT_OF_RANGE", "an integer, 0..2^63-1")
                        .orElse(otherwise);
    }

    /** Yes or no, {@code otherwise} when it is absent. */
    boolean flag(String name, boolean otherwise) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return otherwise;
        }
        return value.isBoolean()
                ? value.booleanValue()
                : this.<Boolean>wrong(name, "INVALID", "true or false").orElse(otherwise);
    }

    /** One of these names. */
    <E extends Enum<E>> Optional<E> oneOf(String name, E[] values) {
        return required(name, "one of " + Arrays.toString(values), text -> Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst());
    }

    /** A text that {@code parser} understands, empty when it is absent. */
    <T> Optional<T> optional(String name, String expected, Function<String, Optional<T>> parser) {
        return isAbsent(object.path(name)) ? Optional.empty() : required(name, expected, parser);
    }

    /** An object, empty when it is absent. */
    Optional<JsonFields> object(String name, boolean required) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return required ? missing(name, "an object") : Optional.empty();
        }
        return value.isObject()
                ? Optional.of(new JsonFields(value, path + name + ".", violations))
                : wrong(name, "INVALID", "an object");
    }

    /** What the array {@code name} has, none when it is absent; each is read on its own. */
    List<Item> items(String name) {
        List<Item> items = new ArrayList<>();
        for (JsonNode value : array(name)) {
            items.add(new Item(value, path + name + "[" + items.size() + "]"));
        }
        return items;
    }

    /** One of an array, at its place. */
    record Item(JsonNode value, String place) {

        /** Its fields; what is wrong with them, and with it, is noted in {@code violations}. */
        Optional<JsonFields> read(List<Violation> violations) {
            if (value.isObject()) {
                return Optional.of(new JsonFields(value, place + ".", violations));
            }
            violations.add(new Violation(place, "INVALID", place + ": *** (expected: an object)"));
            return Optional.empty();
        }
    }

    private Iterable<JsonNode> array(String name) {
        JsonNode value = object.path(name);
        if (!isAbsent(value) && !value.isArray()) {
            wrong(name, "INVALID", "an array");
        }
        return value.isArray() ? value : List.of();
    }

    private <T> Optional<T> missing(String name, String expected) {
        return note(name, "REQUIRED", path + name + ": none (expected: " + expected + ")");
    }

    private <T> Optional<T> wrong(String name, String code, String expected) {
        return note(name, code, path + name + ": *** (expected: " + expected + ")");
    }

    private <T> Optional<T> note(String name, String code, String description) {
        violations.add(new Violation(path + name, code, description));
        return Optional.empty();
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }

    private static Optional<Instant> parse(String text) {
        try {
            return MOMENT.matcher(text).matches()
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }
}
