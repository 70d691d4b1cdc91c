package org.stoppayment.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs between two names is seen, and no more. */
class NameDifferenceTest {

    @ParameterizedTest
    @CsvSource({
        "卡主東, 卡主东, **東, **东",
        "阿依.买买提, 阿依·买买提, **.***, **·***",
        "某某（上海）公司, 某某(上海)公司, **（**）**, **(**)**",
        "陳東, 陈东, 陳*, 陈*", // no whole name, though both characters differ
        "卡主甲, 陈东, 卡**, 陈*",
        "陈东, 陈东方, **, **方",
        "东, 東, 东, 東",
        "𠮷田, 吉田, 𠮷*, 吉*"
    })
    void commonCharactersAreMasked(String before, String after, String shownBefore, String shownAfter) {
        assertThat(NameDifference.between(before, after)).isEqualTo(new NameDifference(shownBefore, shownAfter));
    }
}
