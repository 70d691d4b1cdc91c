package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolderNamesTest {

    @ParameterizedTest
    @CsvSource({
        "郑某, 郑某",
        "郑某, ' 郑 某 '",
        "买买提·艾力, 买买提.艾力",
        "买买提·艾力, 买买提・艾力",
        "郑某（北京）商贸, 郑某(北京)商贸",
        "ABC公司, ａｂｃ公司",
    })
    void oneNameInTwoFormsIsTheSame(String one, String other) {
        assertThat(HolderNames.areSame(one, other)).isTrue();
        assertThat(HolderNames.areSame(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"郑某, 郑某某", "郑某, 王某", "'', ''", "郑某, ''", "·, ."})
    void anotherNameOrNoneIsNot(String one, String other) {
        assertThat(HolderNames.areSame(one, other)).isFalse();
    }
}
