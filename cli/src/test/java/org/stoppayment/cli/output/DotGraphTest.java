package org.stoppayment.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.DotGraph.Arrow;
import org.stoppayment.cli.output.DotGraph.Box;

class DotGraphTest {

    @Test
    void boxesArrowsAndLoopsAreWrittenInTheGivenOrder() {
        String dot = DotGraph.of(
                "case 1",
                List.of(
                        new Box("a", List.of("6228 … 0125", "IN_EFFECT", "20,000.00"), Tone.GOOD),
                        new Box("b", List.of("6217 … 0228"), Tone.BAD)),
                List.of(new Arrow("a", "b", "80,000.00"), new Arrow("b", "a", "30,000.00")));

        assertThat(dot).isEqualTo("""
            digraph "case 1" {
              rankdir=LR;
              node [shape=box, style="rounded,filled", fontname="sans-serif"];
              "a" [label="6228 … 0125\\nIN_EFFECT\\n20,000.00", fillcolor="#cdeedd"];
              "b" [label="6217 … 0228", fillcolor="#f8d0c8"];
              "a" -> "b" [label="80,000.00"];
              "b" -> "a" [label="30,000.00"];
            }
            """);
    }

    @Test
    void quotesAndBackslashesCannotEndALabel() {
        assertThat(DotGraph.of("x", List.of(new Box("a", List.of("say \"hi\\\""), Tone.QUIET)), List.of()))
                .contains("\"a\" [label=\"say \\\"hi\\\\\\\"\", fillcolor=\"#eceef1\"];");
    }
}
