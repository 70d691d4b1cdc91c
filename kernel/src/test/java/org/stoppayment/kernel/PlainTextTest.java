package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "张三 officer 5, desk 2", "𠮷野家", "é"})
    void ordinaryTextIsPlain(String text) {
        assertThat(PlainText.firstForbidden(text, "")).isEmpty();
        assertThat(PlainText.isPlain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ab\u001b[31m", "ab\u0000", "ab\u007f", "ab\u202e", "ab\u2066", "ab\u200f", "ab\u061c", "ab\n"})
    void controlAndBidirectionalCharactersAreFound(String text) {
        assertThat(PlainText.firstForbidden(text, "")).hasValue(2);
        assertThat(PlainText.isPlain(text)).isFalse();
    }

    @Test
    void unpairedSurrogateIsFound() {
        assertThat(PlainText.firstForbidden("𠮷\ud842", "")).hasValue(2);
        assertThat(PlainText.firstForbidden("𠮷\udfb7野", "")).hasValue(2);
        assertThat(PlainText.firstForbidden("\ud842\ud842\udfb7", "")).hasValue(0);
    }

    @Test
    void allowedCharactersAreNotFound() {
        assertThat(PlainText.firstForbidden("a\nb\u0000", "\n")).hasValue(3);
    }

    @Test
    void violationHasTheCharacterAndNotTheText() {
        Violation violation = PlainText.violation("reason", "ab\u202ec", 2);
        assertThat(violation.code()).isEqualTo("FORBIDDEN_CHARACTER");
        assertThat(violation.description()).contains("U+202E at 2").doesNotContain("ab");
    }

    @Test
    void lengthAndCharactersAreChecked() {
        assertThat(PlainText.violations("serial", "abc", 1, 3)).isEmpty();
        assertThat(PlainText.violations("name", "", 0, 3)).isEmpty();
        assertThat(PlainText.violations("serial", "", 1, 3))
                .containsExactly(new Violation("serial", "MISSING", "value: none (expected: 1..3 characters)"));
        assertThat(PlainText.violations("serial", "abcd", 1, 3))
                .containsExactly(new Violation("serial", "LENGTH", "value: 4 characters (expected: 1..3)"));
        assertThat(PlainText.violations("serial", "a\u0000", 1, 3))
                .containsExactly(PlainText.violation("serial", "a\u0000", 1));
        assertThat(PlainText.isPlain("abc", 1, 3)).isTrue();
        assertThat(PlainText.isPlain("abcd", 1, 3)).isFalse();
        assertThat(PlainText.isPlain("a\u0000", 1, 3)).isFalse();
    }
}
