package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstitutionCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"102100099996", "403100000004", "Z2007933000010"})
    void banksAndPaymentInstitutionsHaveCodes(String code) {
        assertThat(InstitutionCode.isValid(code)).isTrue();
        assertThat(InstitutionCode.parse(code)).contains(new InstitutionCode(code));
        assertThat(new InstitutionCode(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "102100099995",
                "Z20079330",
                "Z20079330000100",
                "z2007933000010",
                "2007933000010",
                "Ｚ2007933000010",
                "Z２００７９３３０００010",
                "Z2007933000010 ",
                "ZZ007933000010",
                ""
            })
    void otherTextIsNotACode(String text) {
        assertThat(InstitutionCode.isValid(text)).isFalse();
        assertThat(InstitutionCode.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new InstitutionCode(text));
    }

    @Test
    void cardNumberInTheWrongFieldIsMaskedInTheError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InstitutionCode("6222020000000000018"))
                .withMessageContaining("62***18")
                .withMessageNotContaining("0000");
    }
}
