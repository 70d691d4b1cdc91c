package org.stoppayment.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/** Violations have the path of their field; the values of messages are never shown. */
class FieldReaderTest {

    private enum Colour {
        RED,
        BLUE
    }

    @Test
    void validFieldsAreRead() {
        FieldReader fields = message("""
                {"text": "a", "colour": "BLUE", "flag": true, "number": 7, "digits": "8", "decimal": 0.1,
                 "at": "2026-03-01T08:00:00+08:00", "object": {"inner": 1}, "array": [{"n": 1}, {"n": 2}]}""");

        assertThat(fields.required("text").text(1, 10)).contains("a");
        assertThat(fields.required("colour").oneOf(Colour.values())).contains(Colour.BLUE);
        assertThat(fields.required("flag").flag()).contains(true);
        assertThat(fields.required("number").wholeNumber(0, 7)).contains(7L);
        assertThat(fields.required("number").int64(0, 7)).contains(7L);
        assertThat(fields.required("digits").int64(0, 8)).contains(8L);
        assertThat(fields.required("decimal").decimal(1).orElseThrow()).isEqualByComparingTo("0.1");
        assertThat(fields.required("at").moment()).contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(fields.required("object").object().flatMap(object -> object.required("inner")
                        .wholeNumber(1, 1)))
                .contains(1L);
        assertThat(fields.required("array").objects(2)).hasSize(2);
        assertThat(fields.optional("absent").text(1, 10)).isEmpty();
        fields.throwIfInvalid();
    }

    @Test
    void everyViolationHasItsPathWithoutTheValue() {
        FieldReader fields = message("""
                {"text": "secret-text", "colour": "GREEN", "flag": "yes", "number": "7", "big": 99,
                 "at": "secret-noon", "object": {}, "array": [{"n": 1.5}, "secret"]}""");

        fields.required("text").text(1, 3);
        fields.required("colour").oneOf(Colour.values());
        fields.optional("flag").flag();
        fields.optional("number").wholeNumber(0, 9);
        fields.optional("big").wholeNumber(0, 9);
        fields.optional("at").moment();
        fields.required("object").object().ifPresent(object -> object.required("inner")
                .flag());
        fields.required("array").objects(9).forEach(element -> element.required("n")
                .int64(0, 9));
        fields.required("absent").text(1, 10);

        List<Violation> violations =
                catchThrowableOfType(InvalidInput.class, fields::throwIfInvalid).violations();
        assertThat(violations)
                .extracting(violation -> violation.field() + " " + violation.code())
                .containsExactly(
                        "text WRONG_FORM",
                        "colour UNKNOWN",
                        "flag WRONG_FORM",
                        "number WRONG_FORM",
                        "big OUT_OF_RANGE",
                        "at WRONG_FORM",
                        "object.inner MISSING",
                        "array[1] WRONG_FORM",
                        "array[0].n WRONG_FORM",
                        "absent MISSING");
        assertThat(violations)
                .extracting(Violation::inWords)
                .contains(
                        "colour: *** (expected: one of [RED, BLUE])",
                        "big: *** (expected: 0..9)",
                        "object.inner: none (expected: true or false)",
                        "array[0].n: *** (expected: a whole number, 0..9)")
                .noneMatch(message -> message.contains("secret"));
    }

    @Test
    void violationsInFilesShowValuesExceptSecrets() {
        FieldReader fields = FieldReader.ofFile(Json.object(bytes("{\"port\": \"many\", \"secret\": \"hunter2\"}")));

        fields.required("port").wholeNumber(1, 9);
        fields.required("secret").secret().wholeNumber(1, 9);
        fields.allowOnly(Set.of("port"));

        assertThat(fields.violations())
                .extracting(Violation::inWords)
                .containsExactly(
                        "port: many (expected: a whole number, 1..9)",
                        "secret: *** (expected: a whole number, 1..9)",
                        "secret: unknown key (expected: one of [port])");
    }

    @Test
    void separateValueHasItsOwnViolations() {
        FieldReader fields = message("{\"array\": [{\"n\": \"x\"}]}");

        FieldValue element = fields.required("array").elements().get(0).separately();
        element.object().ifPresent(object -> object.required("n").flag());

        assertThat(element.violations()).extracting(Violation::field).containsExactly("array[0].n");
        fields.throwIfInvalid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e3", "\"1\"", "9223372036854775808", "true"})
    void otherTypesAreNotConvertedToWholeNumbers(String value) {
        FieldReader fields = message("{\"n\": " + value + "}");

        assertThat(fields.required("n").wholeNumber(0, Long.MAX_VALUE)).isEmpty();
        assertThat(fields.violations()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "14000000, 14000000",
        "1.4E+7, 14000000",
        "1.4e7, 14000000",
        "14000000.0, 14000000",
        "14000000.000000000000000000000000, 14000000",
        "140000000E-1, 14000000",
        "1E13, 10000000000000",
        "0, 0",
        "-0, 0",
        "0.0, 0",
        "0E999999999, 0",
        "0E-999999999, 0"
    })
    void wholeNumberIsReadInAnyFormOfANumber(String value, long expected) {
        FieldReader fields = message("{\"n\": " + value + "}");

        assertThat(fields.required("n").wholeNumberInAnyForm(0, 10_000_000_000_000L))
                .contains(expected);
        fields.throwIfInvalid();
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, WRONG_FORM",
        "1.4000001E+6, WRONG_FORM",
        "1E-999999999, WRONG_FORM",
        "0.1, WRONG_FORM",
        "'\"1.4E+7\"', WRONG_FORM",
        "'\"14000000\"', WRONG_FORM",
        "true, WRONG_FORM",
        "[1], WRONG_FORM",
        "1E14, OUT_OF_RANGE",
        "1E999999999, OUT_OF_RANGE",
        "-1E999999999, OUT_OF_RANGE",
        "-1.0, OUT_OF_RANGE",
        "10000000000000.1, OUT_OF_RANGE",
        "99999999999999999999, OUT_OF_RANGE"
    })
    void numberThatIsNotWholeOrTooLargeIsRefusedInAnyForm(String value, String code) {
        FieldReader fields = message("{\"n\": " + value + "}");

        assertThat(fields.required("n").wholeNumberInAnyForm(0, 10_000_000_000_000L))
                .isEmpty();
        assertThat(fields.violations()).extracting(Violation::code).containsExactly(code);
    }

    static Stream<String> hugeNumbers() {
        return Stream.of(
                "1E99999999999",
                "-1E99999999999999999999999",
                "1E-99999999999",
                "1E2147483647",
                "9".repeat(1_001),
                "9".repeat(100_000),
                "1." + "0".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("hugeNumbers")
    void numberThatIsTooLongMakesOnlyItsOwnFieldInvalid(String number) {
        FieldReader fields = message("{\"n\": %s, \"code\": \"0000\"}".formatted(number));

        assertThat(fields.required("code").text(4, 4)).contains("0000");
        assertThat(fields.required("n").wholeNumberInAnyForm(0, 9)).isEmpty();
        assertThat(fields.required("n").wholeNumber(0, 9)).isEmpty();
        assertThat(fields.required("n").int64(0, 9)).isEmpty();
        assertThat(fields.required("n").decimal(9)).isEmpty();
        assertThat(fields.violations()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T08:00:00+08:00",
                "2026-03-01T08:00:00+0800",
                "2026-03-01T08:00:00+08",
                "2026-03-01T00:00:00Z",
                "2026-02-28T20:30:00-0330",
                "2026-03-01T00:00:00.000+0000",
                "2026-03-01T00:00:00-00"
            })
    void offsetIsReadWithOrWithoutColonAndMinutes(String text) {
        FieldReader fields = message("{\"at\": \"" + text + "\"}");

        assertThat(fields.required("at").momentWithAnyOffset()).contains(Instant.parse("2026-03-01T00:00:00Z"));
        fields.throwIfInvalid();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T08:00:00",
                "2026-03-01T08:00:00+8",
                "2026-03-01T08:00:00+080",
                "2026-03-01T08:00:00+08000",
                "2026-03-01T08:00:00+0860",
                "2026-03-01T08:00:00+19",
                "2026-03-01T08:00:00+08:0",
                "2026-03-01 08:00:00+0800",
                "2026-02-30T08:00:00+0800",
                "20260301080000"
            })
    void otherOffsetsAndFormsAreNoMoment(String text) {
        FieldReader fields = message("{\"at\": \"" + text + "\"}");

        assertThat(fields.required("at").momentWithAnyOffset()).isEmpty();
        assertThat(fields.violations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T08:00:00+0800", "2026-03-01T08:00:00+08"})
    void momentOfAnyoneElseNeedsItsColon(String text) {
        FieldReader fields = message("{\"at\": \"" + text + "\"}");

        assertThat(fields.required("at").moment()).isEmpty();
        assertThat(fields.violations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{} {}", "{\"a\": 1, \"a\": 2}"})
    void bodyThatIsNotOneJsonObjectIsRefused(String body) {
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> Json.object(bytes(body)));

        assertThat(invalid.violations()).extracting(Violation::code).containsExactly(Json.MALFORMED);
    }

    private static FieldReader message(String json) {
        return FieldReader.ofMessage(Json.object(bytes(json)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
