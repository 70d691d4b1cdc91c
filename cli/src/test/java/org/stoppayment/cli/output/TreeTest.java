package org.stoppayment.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Tree.Node;

class TreeTest {

    private static final Node RING = node(
            "6228 … 0125 农业银行",
            "IN_EFFECT",
            "20,000.00",
            "155",
            node("6217 … 0228", "IN_EFFECT", "10,000.00", "310", node("6214 … 0239", "DECLINED", "0.00", "-")),
            node("cash", "", "5,000.00", ""));

    private static Node node(String label, String state, String sum, String millis, Node... children) {
        return new Node(label, List.of(state, sum, millis), List.of(children));
    }

    private static String render(int width, Node... roots) {
        return new Tree("account", "state", ">held", ">ms").render(width, List.of(roots));
    }

    @Test
    void childrenAreBelowTheirPayersWithColumnsBesideThem() {
        assertThat(render(0, RING, node("6222 … 0117", "QUEUED", "0.00", ""))).isEqualTo("""
            ACCOUNT               STATE           HELD   MS
            6228 … 0125 农业银行  IN_EFFECT  20,000.00  155
            ├─6217 … 0228         IN_EFFECT  10,000.00  310
            │ └─6214 … 0239       DECLINED        0.00    -
            └─cash                            5,000.00
            6222 … 0117           QUEUED          0.00\
            """);
    }

    @Test
    void columnsThatDoNotFitFollowBesideTheBranches() {
        assertThat(render(34, RING, node("6222 … 0117", "QUEUED", "0.00", ""))).isEqualTo("""
            ACCOUNT               STATE
                     HELD   MS
            6228 … 0125 农业银行  IN_EFFECT
            │   20,000.00  155
            ├─6217 … 0228         IN_EFFECT
            │ │ 10,000.00  310
            │ └─6214 … 0239       DECLINED
            │        0.00    -
            └─cash
                 5,000.00
            6222 … 0117           QUEUED
                     0.00\
            """);
    }

    @Test
    void coloursHaveNoWidthAndCanBeDisabled() {
        Node coloured = node("a", toned(true), "1.00", "2");
        Node plain = node("a", toned(false), "1.00", "2");

        assertThat(render(0, coloured)).contains("\u001b[32mIN_EFFECT\u001b[0m  1.00");
        assertThat(render(0, coloured).replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(render(0, plain));
        assertThat(render(0, plain)).doesNotContain("\u001b");
    }

    private static String toned(boolean colour) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        return new Console(nowhere, nowhere, colour).toned(Tone.GOOD, "IN_EFFECT");
    }

    @Test
    void emptyTreeHasHeadingsOnly() {
        assertThat(render(0)).isEqualTo("ACCOUNT  STATE  HELD  MS");
    }

    @Test
    void aNodeWithAMissingCellIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> render(0, new Node("a", List.of("x"), List.of())))
                .withMessage("cells: 2 (expected: 4)");
    }
}
