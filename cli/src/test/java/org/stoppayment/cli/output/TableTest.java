package org.stoppayment.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCellAndSumsStandToTheRight() {
        Table table = new Table("bank", ">sum").row("ICBC", "5.00").row("A", "140,000.00");

        assertThat(table.render()).isEqualTo("""
                BANK         SUM
                ICBC        5.00
                A     140,000.00""");
    }

    @Test
    void chineseCharactersTakeTwoColumnsAndColoursNone() {
        assertThat(Table.width("工商银行")).isEqualTo(8);
        assertThat(Table.width("\u001b[32mok\u001b[0m")).isEqualTo(2);
    }

    @Test
    void aRowWithAMissingCellIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("a", "b").row("one"));
    }
}
