package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kernel.ResultCode.Meaning;

class ResultCodeTest {

    /** The platform's table of codes, by what each means for a stop order. */
    private static final String TABLE = """
            IN_EFFECT 0000 1200
            HELD_BY_OTHER 1301 1302 1303
            IN_DOUBT 0900 200003 1100 1101 200002
            NOT_SENT 200008
            MANUAL 0600 0700 1000 1300
            DECLINED 0100 0200 0300 0301 0302 0303 0400 0800 0801 0802 1304 1800 1900 200001
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "0000 IN_EFFECT",
                "0100 DECLINED",
                "0200 DECLINED",
                "0300 DECLINED",
                "0301 DECLINED",
                "0302 DECLINED",
                "0303 DECLINED",
                "0400 DECLINED",
                "0500 DECLINED",
                "0501 DECLINED",
                "0599 DECLINED",
                "0600 MANUAL",
                "0700 MANUAL",
                "0800 DECLINED",
                "0801 DECLINED",
                "0802 DECLINED",
                "0900 IN_DOUBT",
                "1000 MANUAL",
                "1100 IN_DOUBT",
                "1101 IN_DOUBT",
                "1200 IN_EFFECT",
                "1300 MANUAL",
                "1301 HELD_BY_OTHER",
                "1302 HELD_BY_OTHER",
                "1303 HELD_BY_OTHER",
                "1304 DECLINED",
                "1800 DECLINED",
                "1900 DECLINED",
                "200001 DECLINED",
                "200002 IN_DOUBT",
                "200003 IN_DOUBT",
                "200008 NOT_SENT"
            })
    void everyCodeOfThePlatformHasItsMeaning(String code, Meaning meaning) {
        assertThat(new ResultCode(code).meaning()).isEqualTo(meaning);
    }

    @Test
    void everyOtherFourDigitCodeIsManual() {
        Map<String, Meaning> table = table();
        for (int number = 0; number <= 9999; number++) {
            String code = "%04d".formatted(number);
            Meaning expected =
                    number >= 500 && number <= 599 ? Meaning.DECLINED : table.getOrDefault(code, Meaning.MANUAL);
            assertThat(new ResultCode(code).meaning()).as(code).isEqualTo(expected);
        }
    }

    @Test
    void everyOtherSixDigitCodeIsManual() {
        Map<String, Meaning> table = table();
        for (int number = 0; number <= 999_999; number++) {
            String code = "%06d".formatted(number);
            Meaning expected = table.getOrDefault(code, Meaning.MANUAL);
            if (new ResultCode(code).meaning() != expected) {
                assertThat(new ResultCode(code).meaning()).as(code).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "050000", "059900", "120000", "130100"})
    void sixDigitCodeIsNotReadAsItsFirstFourDigits(String code) {
        assertThat(new ResultCode(code).meaning()).isEqualTo(Meaning.MANUAL);
    }

    @Test
    void transportSuccessIsNotAStopInEffect() {
        assertThat(new ResultCode("100000").meaning()).isNotEqualTo(Meaning.IN_EFFECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "000", "00000", "0000000", "OOOO", "００００", "0000 ", " 0000", "0000\n", "-100", "null"})
    void textOfAnotherFormIsRefused(String text) {
        assertThat(ResultCode.hasForm(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new ResultCode(text));
    }

    @Test
    void constantsAreTheCodesOfThePlatform() {
        assertThat(ResultCode.OK).hasToString("0000").isEqualTo(new ResultCode("0000"));
        assertThat(ResultCode.BALANCE_SHORT).hasToString("1200");
        assertThat(ResultCode.STOP_COUNT_EXCEEDED).hasToString("1304");
    }

    private static Map<String, Meaning> table() {
        return TABLE.lines()
                .map(line -> line.split(" "))
                .flatMap(words -> Arrays.stream(words).skip(1).map(code -> Map.entry(code, Meaning.valueOf(words[0]))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }
}
