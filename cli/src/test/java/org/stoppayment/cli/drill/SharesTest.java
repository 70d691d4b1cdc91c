package org.stoppayment.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void allButOneFenIsNotAHundredPercent() {
        assertThat(Shares.percent(9_999_999, 10_000_000)).isEqualTo(new BigDecimal("99.99"));
        assertThat(Shares.percent(10_000_000, 10_000_000)).isEqualTo(new BigDecimal("100.00"));
        assertThat(Shares.percent(1, 3)).isEqualTo(new BigDecimal("33.33"));
        assertThat(Shares.percent(0, 0)).isNull();
    }

    @Test
    void percentilesAreValuesThatWereSeen() {
        List<Long> hundred = LongStream.rangeClosed(1, 100).boxed().toList();
        assertThat(Shares.percentile(hundred, 50)).contains(50L);
        assertThat(Shares.percentile(hundred, 95)).contains(95L);
        assertThat(Shares.percentile(hundred, 99)).contains(99L);
        assertThat(Shares.percentile(List.of(9L, 1L, 5L), 50)).contains(5L);
        assertThat(Shares.percentile(List.of(9L, 1L), 99)).contains(9L);
        assertThat(Shares.percentile(List.of(), 50)).isEmpty();
    }
}
