package org.stoppayment.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayWidthTest {

    @Test
    void textThatFitsIsOneLine() {
        assertThat(DisplayWidth.wrap("one two", 7)).containsExactly("one two");
        assertThat(DisplayWidth.wrap("", 7)).containsExactly("");
    }

    @Test
    void textIsBrokenAtSpaces() {
        assertThat(DisplayWidth.wrap("one two", 6)).containsExactly("one", "two");
        assertThat(DisplayWidth.wrap("one two three", 8)).containsExactly("one two", "three");
    }

    @Test
    void aWordThatIsWiderThanALineIsBrokenInside() {
        assertThat(DisplayWidth.wrap("6222020000000000018", 10)).containsExactly("6222020000", "000000018");
    }

    @Test
    void chineseIsBrokenAnywhereButNotBeforeClosingPunctuation() {
        assertThat(DisplayWidth.wrap("止付即将到期", 5)).containsExactly("止付", "即将", "到期");
        assertThat(DisplayWidth.wrap("止付到期，请处理", 8)).containsExactly("止付到", "期，请处", "理");
        assertThat(DisplayWidth.wrap("案件 0193a000 已撤案", 12)).containsExactly("案件", "0193a000 已", "撤案");
    }

    @Test
    void anIdBesideChineseStaysWhole() {
        assertThat(DisplayWidth.wrap("案件0193a000", 10)).containsExactly("案件", "0193a000");
    }

    @Test
    void coloursAreKeptOnEachLine() {
        assertThat(DisplayWidth.wrap("\u001b[31mone two\u001b[0m", 4))
                .containsExactly("\u001b[31mone\u001b[0m", "\u001b[31mtwo\u001b[0m");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 20})
    void noLineIsWiderAndNoCharacterIsLost(int columns) {
        String text = "缺少：姓名、电话; reported in 0193a000-0000-7000-8000-000000000001 （剩余1天23小时）";

        assertThat(DisplayWidth.wrap(text, columns))
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(columns))
                .satisfies(lines ->
                        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", "")));
    }
}
