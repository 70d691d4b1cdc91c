package org.stoppayment.recovery.forms.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YuanInWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 人民币零元整",
        "5, 人民币伍分",
        "34, 人民币叁角肆分",
        "50, 人民币伍角整",
        "100, 人民币壹元整",
        "105, 人民币壹元零伍分",
        "1_010, 人民币壹拾元壹角整",
        "1_640_902, 人民币壹万陆仟肆佰零玖元零贰分",
        "14_000_000, 人民币壹拾肆万元整",
        "10_700_053, 人民币壹拾万柒仟元伍角叁分",
        "100_100, 人民币壹仟零壹元整",
        "100_000_100, 人民币壹佰万零壹元整",
        "10_001_000_000, 人民币壹亿零壹万元整",
        "10_000_500_000, 人民币壹亿零伍仟元整",
        "10_000_000_000_000, 人民币壹仟亿元整"
    })
    void sumsInWords(String fen, String words) {
        assertThat(YuanInWords.of(Long.parseLong(fen.replace("_", "")))).isEqualTo(words);
    }

    @Test
    void lessThanNothingIsRefused() {
        assertThatThrownBy(() -> YuanInWords.of(-1)).hasMessage("fen: -1 (expected: 0 or more)");
    }
}
