package org.stoppayment.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCellAndSumsAreRightAligned() {
        Table table = new Table("bank", ">sum").row("ICBC", "5.00").row("A", "140,000.00");

        assertThat(table.render()).isEqualTo("""
            BANK         SUM
            ICBC        5.00
            A     140,000.00\
            """);
    }

    @Test
    void chineseCharactersTakeTwoColumnsAndColoursTakeNone() {
        assertThat(DisplayWidth.of("工商银行")).isEqualTo(8);
        assertThat(DisplayWidth.of("\u001b[32mok\u001b[0m")).isEqualTo(2);
    }

    @Test
    void longCellsAreCutInTheMiddle() {
        String line = new Table("account", "state")
                .row("12345" + "0".repeat(100_000) + "98765", "MANUAL")
                .render()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();

        assertThat(line)
                .startsWith("123450")
                .contains("0…0")
                .endsWith("098765  MANUAL")
                .hasSize(100 + 2 + 6);
        assertThat(DisplayWidth.of(Table.shortened("工".repeat(200)))).isBetween(99, 100);
        assertThat(Table.shortened("6".repeat(100))).hasSize(100).doesNotContain("…");
    }

    @Test
    void aRowWithAMissingCellIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("a", "b").row("one"));
    }
}
