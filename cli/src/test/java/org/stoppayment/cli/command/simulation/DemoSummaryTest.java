package org.stoppayment.cli.command.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.text.Language;
import org.stoppayment.cli.text.Texts;

class DemoSummaryTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @ParameterizedTest
    @CsvSource({
        "'', -, -",
        "农行, 农行, 农行",
        "农行 中行, 农行 中行, 农行 中行",
        "农行 中行 建行, 农行 中行 +1, 农行等3家",
        "建行 支付宝 财付通, 建行 +2, 建行等3家",
        "中国工商银行 农行, 中国工商银行 +1, 中国工商银行等2家"
    })
    void asManyBanksAreNamedAsFit(String banks, String english, String chinese) {
        List<String> names = banks.isEmpty() ? List.of() : List.of(banks.split(" "));
        Console console = new Console(NOWHERE, NOWHERE, false);

        assertThat(DemoSummary.banks(console, names)).isEqualTo(english);
        assertThat(DemoSummary.banks(console.in(new Texts(Language.ZH, Texts.DEFAULT_ZONE)), names))
                .isEqualTo(chinese);
    }
}
