package org.stoppayment.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.kernel.Violation;

class ReasonTextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_A_UUID | value: 5 characters (expected: a UUID) | 5 个字符（不是有效的编号（UUID）；应为：UUID）",
                "OUT_OF_RANGE | value: 0 (expected: 1..10^13 fen) | 0（超出范围；应为：1..10^13 分）",
                "OUT_OF_RANGE | value: 900 (expected: 0..200) | 900（超出范围；应为：0..200）",
                "IN_FUTURE | value: 2026-03-01T09:00:00Z (expected: at most 5 minutes ahead of 2026-03-01T08:00:00.5Z)"
                        + " | 2026-03-01T09:00:00Z（时间超前；应为：最多比 2026-03-01T08:00:00.5Z 晚 5 分钟）",
                "MISSING | value: none (expected: one of [A, B]) | 无（未填；应为：其中之一：[A, B]）",
                "ALREADY_CORRECTED | value: 1 (expected: a transfer is corrected once; correct its correction"
                        + " 0193a000-0000-7000-8000-0000000000a1)"
                        + " | 1（该转账已更正过；应为：一笔转账只能更正一次，请更正其更正 0193a000-0000-7000-8000-0000000000a1）",
                "MISSING | f: none (expected: a section with [a, b]) | 无（未填；应为：一节，包含 [a, b]）",
                "OUT_OF_RANGE | f: PT49H (expected: shorter than stops.term, PT48H) | PT49H（超出范围；应为：短于 stops.term 的 PT48H）",
                "MISSING | value: none (expected: something of a newer service) | 无（未填；应为：something of a newer service）"
            })
    void aViolationIsToldWithItsValueAndWhatWasExpected(String code, String description, String chinese) {
        assertThat(ReasonTexts.of(new Violation("f", code, description), Locale.SIMPLIFIED_CHINESE))
                .contains(chinese);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LEVEL_TOO_LOW | approver.level: COUNTY (expected: CITY or higher) | 审批级别不足（应为：CITY（设区的市级）或以上）",
                "TOO_EARLY | freeze 7 (expected: a renewal from 2027-05-02T03:38:11Z on)"
                        + " | 未到可续冻的时间（应为：2027-05-02T03:38:11Z 起续冻）",
                "ABOVE_CEILING | amountFen: 9 (expected: at most the case's money on the account, 8 fen)"
                        + " | 冻结金额超过本案在该账户的涉案金额（应为：不超过本案在该账户的涉案金额 8 分）",
                "WATCH_TOO_LONG | until: soon (expected: a limit of a newer service) | 动态查询期限过长",
                "NOT_MANUAL | order 7 is DECLINED (expected: MANUAL) | 该指令、冻结或付款目前不能由人工处理"
            })
    void aRefusalIsToldWithItsLimit(String code, String english, String chinese) {
        assertThat(ReasonTexts.refused(code, english, Locale.SIMPLIFIED_CHINESE))
                .contains(chinese);
    }

    @Test
    void englishIsThatOfTheViolation() {
        assertThat(ReasonTexts.of(new Violation("f", "MISSING", "value: none (expected: a UUID)"), Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void whatIsNotFoundIsNamedInTheLanguage() {
        assertThat(ReasonTexts.notFound(
                        "applicationId: 8 characters (expected: the id of one that exists)", Locale.CHINA))
                .contains("applicationId: 8 个字符（不存在）");
        assertThat(ReasonTexts.notFound("caseId: 7 (expected: the id of one that exists)", Locale.CHINA))
                .contains("caseId: 7（不存在）");
    }

    @Test
    void everyPhraseHasAsManyParametersAsItsKey() throws IOException {
        Properties phrases = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(PhraseTexts.class.getResourceAsStream("Phrases_zh.properties")),
                StandardCharsets.UTF_8)) {
            phrases.load(reader);
        }

        assertThat(phrases).hasSizeGreaterThan(50);
        phrases.forEach((key, text) -> {
            int parameters = (int) key.toString().chars().filter(c -> c == '#').count();
            assertThat(new MessageFormat(text.toString()).getFormatsByArgumentIndex())
                    .as("%s", key)
                    .hasSize(parameters);
        });
    }
}
