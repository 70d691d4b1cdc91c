package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"account.name", "transfers[0].amountFen", "original_application_id", "account-name", "户名"})
    void fieldPathsHaveTheForm(String text) {
        assertThat(FieldPath.hasForm(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "account.name,account.kind", "a name", "a\u0000", "name\n", "<b>", "户名，账号"})
    void otherTextsDoNotHaveTheForm(String text) {
        assertThat(FieldPath.hasForm(text)).isFalse();
    }

    @Test
    void pathHasAtMostAHundredCharacters() {
        assertThat(FieldPath.hasForm("a".repeat(100))).isTrue();
        assertThat(FieldPath.hasForm("a".repeat(101))).isFalse();
    }
}
