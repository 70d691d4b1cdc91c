package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples are the published numbers of real institutions and the examples printed in the standards. */
class CheckDigitsTest {

    private static final long SEED = 20260110;
    private static final String DIGITS = "0123456789";
    private static final String CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {"102100099996", "103100000026", "104100000004", "105100000017", "308584000013", "403100000004"})
    void bankNumbersOfRealBanksAreValid(String number) {
        assertThat(CheckDigits.bankNumber(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "102100099995",
                "",
                "10210009999",
                "1021000999960",
                "10210009999X",
                "１０２１０００９９９９６",
                "102100099996 ",
                "102100099996\n",
                "-02100099996",
                "١٠٢١٠٠٠٩٩٩٩٦"
            })
    void bankNumbersWithAWrongFormOrCheckDigitAreInvalid(String number) {
        assertThat(CheckDigits.bankNumber(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"102100099996", "103100000026", "104100000004", "105100000017", "308584000013", "403100000004"})
    void everySingleDigitErrorInABankNumberIsDetected(String number) {
        assertThat(singleChanges(number, DIGITS)).hasSize(12 * 9).noneMatch(CheckDigits::bankNumber);
    }

    @Test
    void bankNumberHasExactlyOneCheckDigitThatDetectsSingleDigitErrors() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            String number = completed(randomText(random, 11, DIGITS), DIGITS, CheckDigits::bankNumber);
            assertThat(singleChanges(number, DIGITS)).as("seed %d", SEED).noneMatch(CheckDigits::bankNumber);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6222020000000000018", "4111111111111111", "79927398713", "18"})
    void cardNumbersWithLuhnDigitAreValid(String number) {
        assertThat(CheckDigits.luhn(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6222020000000000012",
                "",
                "0",
                "622202000000000001A",
                "６２２２０２００００００００００018",
                "6222 0200 0000 0000 018",
                "6222020000000000018\n"
            })
    void cardNumbersWithAWrongFormOrCheckDigitAreInvalid(String number) {
        assertThat(CheckDigits.luhn(number)).isFalse();
    }

    @Test
    void numbersOfMoreThanSixtyFourDigitsAreInvalid() {
        assertThat(CheckDigits.luhn("0".repeat(64))).isTrue();
        assertThat(CheckDigits.luhn("0".repeat(65))).isFalse();
    }

    @Test
    void everySingleDigitErrorInACardNumberIsDetected() {
        assertThat(singleChanges("6222020000000000018", DIGITS)).hasSize(19 * 9).noneMatch(CheckDigits::luhn);
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            String number = completed(randomText(random, 15 + random.nextInt(4), DIGITS), DIGITS, CheckDigits::luhn);
            assertThat(singleChanges(number, DIGITS)).as("seed %d", SEED).noneMatch(CheckDigits::luhn);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
    void residentIdsOfTheStandardAreValid(String id) {
        assertThat(CheckDigits.residentId(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021",
                "",
                "11010519491231002",
                "11010519491231002X0",
                "110105194912310O2X",
                "１１０１０５１９４９１２３１００２X",
                "11010519491231002Ｘ",
                "X1010519491231002X",
                "11010519491231002X\n",
                "110105491231002"
            })
    void residentIdsWithAWrongFormOrCheckDigitAreInvalid(String id) {
        assertThat(CheckDigits.residentId(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"19490229", "19000229", "19490230", "19490431", "19491301", "19490001", "19490100", "19491232"})
    void residentIdWithAnImpossibleBirthDateIsInvalidWithEveryCheckDigit(String birthDate) {
        for (char check : "0123456789X".toCharArray()) {
            assertThat(CheckDigits.residentId("110105" + birthDate + "002" + check))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"20000229", "19480229", "19491231", "20240229"})
    void residentIdWithAPossibleBirthDateHasExactlyOneCheckDigit(String birthDate) {
        String id = completed("110105" + birthDate + "002", "0123456789X", CheckDigits::residentId);
        assertThat(singleChanges(id, DIGITS + "X")).noneMatch(CheckDigits::residentId);
    }

    @Test
    void everySingleCharacterErrorInAResidentIdIsDetected() {
        assertThat(singleChanges("11010519491231002X", DIGITS + "X"))
                .hasSize(18 * 10)
                .noneMatch(CheckDigits::residentId);
        assertThat(singleChanges("440524188001010014", DIGITS + "X"))
                .hasSize(18 * 10)
                .noneMatch(CheckDigits::residentId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43"})
    void creditCodeOfTheStandardIsValid(String code) {
        assertThat(CheckDigits.creditCode(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y44",
                "",
                "91350100M000100Y4",
                "91350100M000100Y430",
                "91350100m000100y43",
                "91350100I000100Y43",
                "91350100O000100Y43",
                "91350100S000100Y43",
                "91350100V000100Y43",
                "91350100Z000100Y43",
                "９1350100M000100Y43",
                "91350100M000100Y43\n"
            })
    void creditCodesWithAWrongFormOrCheckCharacterAreInvalid(String code) {
        assertThat(CheckDigits.creditCode(code)).isFalse();
    }

    @Test
    void creditCodeWithALetterThatLooksLikeADigitIsInvalid() {
        for (char absent : "IOSVZ".toCharArray()) {
            for (char check : CREDIT_CODE_ALPHABET.toCharArray()) {
                assertThat(CheckDigits.creditCode("91350100" + absent + "000100Y4" + check))
                        .isFalse();
            }
        }
    }

    @Test
    void everySingleCharacterErrorInACreditCodeIsDetected() {
        assertThat(singleChanges("91350100M000100Y43", CREDIT_CODE_ALPHABET))
                .hasSize(18 * 30)
                .noneMatch(CheckDigits::creditCode);
        Random random = new Random(SEED);
        for (int round = 0; round < 100; round++) {
            String code = completed(
                    randomText(random, 17, CREDIT_CODE_ALPHABET), CREDIT_CODE_ALPHABET, CheckDigits::creditCode);
            assertThat(singleChanges(code, CREDIT_CODE_ALPHABET))
                    .as("seed %d", SEED)
                    .noneMatch(CheckDigits::creditCode);
        }
    }

    /** The text with its one right check character; fails when there is none or more than one. */
    private static String completed(String start, String checks, Predicate<String> rule) {
        List<String> right =
                checks.chars().mapToObj(c -> start + (char) c).filter(rule).toList();
        assertThat(right).as("completions of %s", start).hasSize(1);
        return right.get(0);
    }

    private static List<String> singleChanges(String text, String alphabet) {
        List<String> changes = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            for (char other : alphabet.toCharArray()) {
                if (other != text.charAt(at)) {
                    changes.add(text.substring(0, at) + other + text.substring(at + 1));
                }
            }
        }
        return changes;
    }

    private static String randomText(Random random, int length, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
