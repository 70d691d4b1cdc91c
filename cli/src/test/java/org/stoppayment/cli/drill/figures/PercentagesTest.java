package org.stoppayment.cli.drill.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentagesTest {

    @Test
    void percentagesAreRoundedDown() {
        assertThat(Percentages.percent(9_999_999, 10_000_000)).isEqualTo(new BigDecimal("99.99"));
        assertThat(Percentages.percent(10_000_000, 10_000_000)).isEqualTo(new BigDecimal("100.00"));
        assertThat(Percentages.percent(1, 3)).isEqualTo(new BigDecimal("33.33"));
        assertThat(Percentages.percent(0, 0)).isNull();
    }

    @Test
    void percentilesAreMeasuredValues() {
        List<Long> hundred = LongStream.rangeClosed(1, 100).boxed().toList();
        assertThat(Percentages.percentile(hundred, 50)).contains(50L);
        assertThat(Percentages.percentile(hundred, 95)).contains(95L);
        assertThat(Percentages.percentile(hundred, 99)).contains(99L);
        assertThat(Percentages.percentile(List.of(9L, 1L, 5L), 50)).contains(5L);
        assertThat(Percentages.percentile(List.of(9L, 1L), 99)).contains(9L);
        assertThat(Percentages.percentile(List.of(), 50)).isEmpty();
    }
}
