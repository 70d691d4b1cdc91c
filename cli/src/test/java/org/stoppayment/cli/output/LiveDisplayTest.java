package org.stoppayment.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.text.Texts;

class LiveDisplayTest {

    private static final String UP = "\u001b[1A";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private LiveDisplay on(int rows) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new LiveDisplay(new Console(stream, stream, false, rows, Texts.ENGLISH));
    }

    private String said() {
        String said = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return said;
    }

    private static List<String> without(String escapes) {
        return escapes.replaceAll("\u001b\\[[?0-9]*[a-zA-Z]|\r", "").lines().toList();
    }

    @Test
    void terminalIsRedrawnInPlace() {
        LiveDisplay text = on(24);
        text.show(List.of("a", "b"), List.of("sum 1"));
        assertThat(said()).doesNotContain(UP);

        text.show(List.of("a", "b", "c"), List.of("sum 2"));
        String second = said();
        assertThat(second).contains(UP.repeat(3)).doesNotContain(UP.repeat(4)).contains("\u001b[J");
        assertThat(without(second)).containsExactly("a", "b", "c", "sum 2");

        text.show(List.of("a"), List.of("sum 2"));
        assertThat(said()).contains(UP.repeat(4)).doesNotContain(UP.repeat(5));
    }

    @Test
    void linesOfAPartAreCounted() {
        LiveDisplay text = on(24);
        text.show(List.of("a\n  b", "c"), List.of("sum\n  of all"));
        said();

        text.show(List.of("a"), List.of());

        assertThat(said()).contains(UP.repeat(5)).doesNotContain(UP.repeat(6));
    }

    @Test
    void linesBeyondTheTerminalRowsAreLeftOutExceptTheFooter() {
        LiveDisplay text = on(6);

        text.show(IntStream.range(0, 20).mapToObj(Integer::toString).toList(), List.of("sum", "age"));

        assertThat(without(said())).containsExactly("0", "1", "… 18 more lines", "sum", "age");
    }

    @Test
    void withoutATerminalAPartIsWrittenWholeWhenALineOfItIsNew() {
        LiveDisplay text = on(0);
        text.show(List.of("└─a  SENDING\n    0.00", "└─b  IN_EFFECT\n    5.00"), List.of());
        said();

        text.show(List.of("├─a    IN_EFFECT\n│ 5.00", "└─b    IN_EFFECT\n     5.00"), List.of());

        assertThat(said()).isEqualTo("├─a    IN_EFFECT\n│ 5.00" + System.lineSeparator());
    }

    @Test
    void withoutATerminalOnlyNewLinesAreWritten() {
        LiveDisplay text = on(0);
        text.show(List.of("root  1", "└─ a  SENDING"), List.of("sum"));
        said();

        text.show(List.of("root  1", "├─ a   SENDING", "└─ b   IN_EFFECT"), List.of("sum"));

        assertThat(said()).isEqualTo("└─ b   IN_EFFECT" + System.lineSeparator());
    }
}
