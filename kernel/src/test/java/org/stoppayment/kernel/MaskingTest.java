package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "'', ***(0)",
        "王, ***(1)",
        "林某某, ***(3)",
        "13800000002, ***(11)",
        "102100099996, 10***96",
        "11010519491231002X, 11***2X",
        "6222020000000000018, 62***18",
        "上海某某国际贸易有限责任公司, 上海***公司"
    })
    void longValuesShowTheirEndsAndShortOnesOnlyTheirLength(String personal, String masked) {
        assertThat(Masking.mask(personal)).isEqualTo(masked);
    }

    @Test
    void surrogatePairIsNotSplit() {
        // 𠮷 is one character and two UTF-16 units.
        assertThat(Masking.mask("吉𠮷某某国际贸易有限责任𠮷司")).isEqualTo("吉𠮷***𠮷司");
        assertThat(Masking.mask("𠮷某")).isEqualTo("***(2)");
        String masked = Masking.mask("某𠮷".repeat(9));
        assertThat(new String(masked.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(masked);
    }
}
