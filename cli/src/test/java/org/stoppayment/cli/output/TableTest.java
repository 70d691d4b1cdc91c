package org.stoppayment.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCellAndSumsAreRightAligned() {
        Table table = new Table("bank", ">sum").row("ICBC", "5.00").row("A", "140,000.00");

        assertThat(table.render(80)).isEqualTo("""
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
    void columnsThatDoNotFitFollowOnIndentedLines() {
        Table table = new Table("id", "state", ">sum", "note")
                .row("a".repeat(20), "SENT", "5.00", "first")
                .row("b", "SENT", "140,000.00", "second");

        assertThat(table.render(27)).isEqualTo("""
            ID                    STATE
                     SUM  NOTE
            aaaaaaaaaaaaaaaaaaaa  SENT
                    5.00  first
            b                     SENT
              140,000.00  second\
            """);
        assertThat(table.render(0)).isEqualTo("""
            ID                    STATE         SUM  NOTE
            aaaaaaaaaaaaaaaaaaaa  SENT         5.00  first
            b                     SENT   140,000.00  second\
            """);
        assertThat(table.rows(27)).hasSize(3);
    }

    @Test
    void lastColumnFitsExactlyOrFollows() {
        Table table = new Table("a", "b").row("12345", "6789");

        assertThat(table.render(11)).isEqualTo("A      B\n12345  6789");
        assertThat(table.render(10)).isEqualTo("A\n  B\n12345\n  6789");
    }

    @Test
    void linesAtTheEndOfARowThatHaveNoValuesAreLeftOut() {
        Table table = new Table("a", "b", "c").row("1234567890", "-", "-").row("1", "-", "x");

        assertThat(table.render(10)).isEqualTo("""
            A
              B  C
            1234567890
            1
              -  x\
            """);
    }

    @Test
    void textWiderThanALineIsWrappedAndNothingOfItIsLost() {
        Table table = new Table("id", "reason").row("1", "the victim named another account on the call");

        assertThat(table.render(24)).isEqualTo("""
            ID
              REASON
            1
              the victim named
              another account on the
              call\
            """);
    }

    @Test
    void lineBreaksInACellDoNotBreakTheTable() {
        assertThat(new Table("a", "b").row("1\n2", "3").render(80)).isEqualTo("A    B\n1 2  3");
    }

    @Test
    void endlessCellsAreCutInTheMiddle() {
        String line = new Table("account", "state")
                .row("12345" + "0".repeat(100_000) + "98765", "MANUAL")
                .render(0)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();

        assertThat(line)
                .startsWith("123450")
                .contains("0…0")
                .endsWith("098765  MANUAL")
                .hasSize(1_000 + 2 + 6);
        assertThat(DisplayWidth.of(Table.shortened("工".repeat(2_000)))).isBetween(999, 1_000);
        assertThat(Table.shortened("6".repeat(1_000))).hasSize(1_000).doesNotContain("…");
    }

    @Test
    void aRowWithAMissingCellIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("a", "b").row("one"));
    }
}
