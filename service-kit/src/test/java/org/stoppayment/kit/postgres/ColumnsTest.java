package org.stoppayment.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void textsBecomeTheTextOfAnArray() {
        assertThat(Columns.arrayLiteral(List.of())).isEqualTo("{}");
        assertThat(Columns.arrayLiteral(List.of("SERIAL_CONFLICT", "transfers[0].payer")))
                .isEqualTo("{\"SERIAL_CONFLICT\",\"transfers[0].payer\"}");
    }

    @Test
    void quotesAndBackslashesAreEscaped() {
        assertThat(Columns.arrayLiteral(List.of("a\"b", "c\\d", "e,f}"))).isEqualTo("{\"a\\\"b\",\"c\\\\d\",\"e,f}\"}");
    }
}
