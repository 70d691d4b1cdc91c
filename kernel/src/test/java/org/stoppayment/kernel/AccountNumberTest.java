package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNumberTest {

    private static final String CARD = "6222020000000000018";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6222020000000000018",
                "６２２２０２０００００００００００１８",
                "6222 0200 0000 0000 018",
                "  6222020000000000018\t",
                "6222\u00a00200\u00a00000\u00a00000\u00a0018",
                "6222\u30000200\u30000000\u30000000\u3000018",
                "6222\u20020200\u20030000\u20090000\u202f018",
                "6222-0200-0000-0000-018",
                "6222\u20100200\u20110000\u20120000\u2013018",
                "6222\u20140200\u20150000\u22120000\uff0d018",
                "6222\ufe580200\ufe630000--0000 - 018"
            })
    void separatorsAndFullWidthDigitsAreNormalised(String typed) {
        assertThat(AccountNumber.normalise(typed)).isEqualTo(CARD);
    }

    @Test
    void tooLongTextIsShortenedAndStaysDistinctAndInvalid() {
        String most = "7".repeat(AccountNumber.MAX_CHARACTERS);
        assertThat(AccountNumber.bounded(most)).isEqualTo(most);

        String bounded = AccountNumber.bounded(most + "1");
        assertThat(bounded)
                .hasSize(AccountNumber.MAX_CHARACTERS)
                .startsWith("7".repeat(47))
                .isEqualTo(AccountNumber.bounded(most + "1"))
                .isNotEqualTo(AccountNumber.bounded(most + "2"));
        assertThat(AccountNumber.hasForm(bounded)).isFalse();
    }

    @Test
    void fullWidthLettersAndSignsOfPaymentAccountsBecomeHalfWidth() {
        assertThat(AccountNumber.normalise("Ｌｉ．Ｓｉ＿０１＠ｅｘａｍｐｌｅ．ｃｏｍ＋２")).isEqualTo("Li.Si_01@example.com+2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6222020000000000018", "li.si_01@example.com", "ABCdef+1", "账号甲", "6222/0200", "62#1", ""})
    void otherCharactersAreNotChanged(String typed) {
        assertThat(AccountNumber.normalise(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6222020000000000018²",
                "6222020000000000018①",
                "622202000000000001⑧",
                "622202000000000001½",
                "№6222020000000000018",
                "622202000000000001𝟖"
            })
    void charactersThatResembleDigitsDoNotBecomeDigits(String typed) {
        assertThat(AccountNumber.normalise(typed)).isEqualTo(typed);
        assertThat(AccountNumber.hasForm(AccountNumber.normalise(typed))).isFalse();
    }

    @Test
    void normalisingTwiceGivesTheSameResult() {
        String once = AccountNumber.normalise("６２２２ 0200－0000 0000 018");
        assertThat(AccountNumber.normalise(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "6222 0200", "62-18", "账号", "６２２２", "62\u200b18", "62\n", "a/b", "a'b", "\u202e62"})
    void otherTextDoesNotHaveTheForm(String text) {
        assertThat(AccountNumber.hasForm(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountNumber(text));
    }

    @Test
    void numberHasAtMostSixtyFourCharacters() {
        assertThat(AccountNumber.hasForm("1".repeat(AccountNumber.MAX_CHARACTERS)))
                .isTrue();
        assertThat(AccountNumber.hasForm("1".repeat(AccountNumber.MAX_CHARACTERS + 1)))
                .isFalse();
        assertThat(AccountNumber.MAX_CHARACTERS).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6222020000000018", "62220200000000018", "622202000000000018", "6222020000000000018"})
    void sixteenToNineteenDigitsLookLikeACard(String number) {
        assertThat(new AccountNumber(number).looksLikeCard()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"622202000000018", "62220200000000000018", "622202000000001a", "li.si_01@example.com"})
    void otherNumbersDoNotLookLikeACard(String number) {
        assertThat(new AccountNumber(number).looksLikeCard()).isFalse();
    }

    @Test
    void luhnChecksTheWholeNumber() {
        assertThat(new AccountNumber(CARD).passesLuhn()).isTrue();
        assertThat(new AccountNumber("6222020000000000012").passesLuhn()).isFalse();
    }

    @Test
    void toStringAndErrorsMaskTheNumber() {
        assertThat(new AccountNumber(CARD)).hasToString("62***18");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountNumber("6222 0200 0000 0000 018"))
                .withMessageNotContaining("0000");
    }
}
