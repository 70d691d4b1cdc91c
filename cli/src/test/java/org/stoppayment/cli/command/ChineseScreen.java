package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.stoppayment.cli.output.DisplayWidth;

/** What a person reads on a terminal of 80 columns. */
public final class ChineseScreen {

    private static final int COLUMNS = 80;

    /** Commands to type, paths, addresses, options and what a log says stay as they are. */
    private static final Pattern AS_IT_IS = Pattern.compile(
            "(?m)^  \\| .*$|\\./stoppay( [a-z-]+)*|mvn( -?[a-zA-Z-]+)*|https?://\\S+|postgresql://\\S+|[\\w./-]*/[\\w./ -]+|--[\\w-]+");

    /** Three words in a row. */
    private static final Pattern SENTENCE = Pattern.compile("\\b[A-Za-z]{2,}[ ,:;]+[A-Za-z]{2,}[ ,:;]+[A-Za-z]{2,}\\b");

    /** An absolute path is as long as it is. */
    private static final Pattern PATH = Pattern.compile("/[\\w./ -]+");

    private ChineseScreen() {}

    /** Fails for a screen without Chinese, and for one with an English sentence. */
    public static void requireChinese(String shown) {
        assertThat(shown).containsPattern("\\p{IsHan}");
        assertThat(AS_IT_IS.matcher(shown).replaceAll("_")).doesNotContainPattern(SENTENCE);
    }

    /** Fails for a screen with Chinese. */
    public static void requireEnglish(String shown) {
        assertThat(shown).isNotBlank().doesNotContainPattern("\\p{IsHan}");
    }

    /** Fails for a line that is too wide. */
    public static void requireFits(String shown) {
        assertThat(PATH.matcher(shown).replaceAll("/").lines())
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(COLUMNS));
    }
}
