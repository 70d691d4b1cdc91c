package org.stoppayment.freeze.orders.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimplifiedCharactersTest {

    @ParameterizedTest
    @CsvSource({"陳曉東, 陈晓东", "張國榮, 张国荣", "鄧麗君, 邓丽君", "劉某貿易有限公司, 刘某贸易有限公司", "蘇州銀行, 苏州银行"})
    void traditionalCharactersAreSimplified(String traditional, String simplified) {
        assertThat(SimplifiedCharacters.of(traditional)).isEqualTo(simplified);
    }

    @ParameterizedTest
    @ValueSource(strings = {"陈晓东", "张国荣", "阿依古丽·买买提", "ABC (Shanghai) Co., Ltd.", "赵某某", ""})
    void whatIsSimplifiedStays(String name) {
        assertThat(SimplifiedCharacters.of(name)).isEqualTo(name);
    }
}
