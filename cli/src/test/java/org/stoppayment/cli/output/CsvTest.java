package org.stoppayment.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.csv.Csv;

/** Comma-separated values are read by spreadsheets as they are meant. */
class CsvTest {

    @Test
    void textBeginsWithAByteOrderMarkAndEndsWithTheLastRow() {
        assertThat(new Csv("month", "held_yuan")
                        .row("2026-10", new BigDecimal("12.30"))
                        .text())
                .isEqualTo("\uFEFFmonth,held_yuan\n2026-10,12.30");
    }

    @Test
    void separatorsQuotesAndLineEndsStayInTheirCell() {
        assertThat(new Csv("a", "b").row("x,y", "say \"no\"\nnow").text())
                .endsWith("\n\"x,y\",\"say \"\"no\"\"\nnow\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"})
    void textThatWouldBeAFormulaIsMarkedAsText(String typed) {
        assertThat(new Csv("a", "b").row(typed, "end").text()).contains("'" + typed);
    }

    @Test
    void negativeNumberStaysANumber() {
        assertThat(new Csv("a").row(new BigDecimal("-2.50")).row(-3L).text()).endsWith("\n-2.50\n-3");
    }

    @Test
    void rowOfAnotherLengthThanTheHeadingIsRefused() {
        assertThatThrownBy(() -> new Csv("a", "b").row("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cells: 1 (expected: 2)");
    }
}
