package org.stoppayment.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void aPercentileIsASampleThatSoManyDoNotExceed() {
        long[] samples = {40, 10, 30, 20};

        assertThat(Samples.percentile(samples, 50)).isEqualTo(20);
        assertThat(Samples.percentile(samples, 51)).isEqualTo(30);
        assertThat(Samples.percentile(samples, 99)).isEqualTo(40);
        assertThat(Samples.percentile(samples, 1)).isEqualTo(10);
        assertThat(samples).containsExactly(40, 10, 30, 20);
    }

    @Test
    void theMedianIsInTheMiddle() {
        assertThat(Samples.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(Samples.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
    }

    @Test
    void aRateIsACountOverATime() {
        assertThat(Samples.perSecond(50, 2_000_000_000L)).isEqualTo(25);
    }

    @Test
    void nothingIsNoMeasurement() {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.percentile(new long[0], 50));
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.median(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.ratio(1, 0));
    }
}
