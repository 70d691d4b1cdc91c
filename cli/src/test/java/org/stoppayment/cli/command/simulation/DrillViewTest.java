package org.stoppayment.cli.command.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.cli.command.ChineseScreen;
import org.stoppayment.cli.drill.accounting.LossCause;
import org.stoppayment.cli.drill.figures.DrillReport;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.text.Language;
import org.stoppayment.cli.text.Texts;

/** The report of a drill with sums of some hundred millions. */
class DrillViewTest {

    private static final long FEN = 99_999_999_999L;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private static DrillReport report() {
        BigDecimal share = new BigDecimal("98.28");
        return new DrillReport(
                new DrillReport.Options(50, "5/s", "5s..30s", "200ms..800ms", "5s..20s", "1..5", 5, 2, 7),
                Instant.EPOCH,
                142,
                new DrillReport.Cases(50, 50, 49, 27L, 592L, 1_500),
                new DrillReport.Money(FEN, FEN, FEN, FEN, share, share, FEN, FEN, FEN, FEN - 1),
                List.of(new DrillReport.Level(
                        12, 1_000, 1_000, FEN, FEN, FEN, FEN, FEN, FEN, FEN, share, 12_006L, 12_465L, 12_465L)),
                List.of(
                        new DrillReport.MuleDelay(5_000, 10_000L, 1_000, FEN, FEN, FEN, share),
                        new DrillReport.MuleDelay(80_000, null, 1_000, FEN, FEN, FEN, share)),
                Arrays.stream(LossCause.values())
                        .map(cause -> new DrillReport.Loss(cause, FEN, FEN, FEN, FEN))
                        .toList(),
                List.of());
    }

    private String shown(Language language) {
        PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
        new DrillView(new Console(stream, stream, false, 0, new Texts(language, Texts.DEFAULT_ZONE)), report()).print();
        return shown.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void reportFitsATerminal(Language language) {
        ChineseScreen.requireFits(shown(language));
    }

    @Test
    void reportIsInEnglish() {
        String english = shown(Language.EN);

        ChineseScreen.requireEnglish(english);
        assertThat(english)
                .contains("50 reports sent, 50 accepted, 49 cases over")
                .contains("mule too fast", "5 .. 10 s", "80 s or more", "1 case was not over at the timeout");
    }

    @Test
    void reportIsInChinese() {
        String chinese = shown(Language.ZH);

        ChineseScreen.requireChinese(chinese);
        assertThat(chinese).contains("报案 50 件", "转移过快", "80 秒以上", "到时限时有 1 个案件未结束");
    }
}
