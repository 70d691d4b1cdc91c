package org.stoppayment.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "zh_CN.UTF-8, '', '', ZH",
        "'', zh_CN, en_US.UTF-8, ZH",
        "'', '', zh_CN.GB18030, ZH",
        "'', '', zh, ZH",
        "C, zh_CN, zh_CN, EN",
        "en_GB, '', zh_CN, EN",
        "'', POSIX, zh_CN, EN",
        "'', '', de_DE.UTF-8, EN",
        "'', '', zhuang, EN"
    })
    void theFirstVariableThatIsNotEmptyDecides(String all, String messages, String lang, Language expected) {
        Map<String, String> environment = Map.of("LC_ALL", all, "LC_MESSAGES", messages, "LANG", lang);

        assertThat(Language.of(environment, Locale.FRENCH)).isEqualTo(expected);
    }

    @Test
    void withoutVariablesTheLocaleOfTheMachineDecides() {
        assertThat(Language.of(new HashMap<>(), Locale.CHINA)).isEqualTo(Language.ZH);
        assertThat(Language.of(Map.of("LANG", ""), Locale.GERMANY)).isEqualTo(Language.EN);
    }
}
