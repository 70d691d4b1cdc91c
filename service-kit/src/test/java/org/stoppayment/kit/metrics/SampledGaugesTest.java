package org.stoppayment.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampledGaugesTest {

    private final SampledGauges readings = new SampledGauges(Duration.ofMillis(200));

    private void read(Uni<Map<String, Long>> reading) {
        readings.read(() -> reading).await().indefinitely();
    }

    @Test
    void valueIsNanBeforeTheFirstReading() {
        assertThat(readings.of("orders")).isNaN();
    }

    @Test
    void valueIsNanAfterAFailedReading() {
        read(Uni.createFrom().item(Map.of("orders", 7L)));
        assertThat(readings.of("orders")).isEqualTo(7);
        assertThatThrownBy(() -> read(Uni.createFrom().failure(new IOException("away"))))
                .hasCauseInstanceOf(IOException.class);
        assertThat(readings.of("orders")).isNaN();
        read(Uni.createFrom().item(Map.of("orders", 0L)));
        assertThat(readings.of("orders")).isZero();
    }

    @Test
    void valueIsNanAfterATimeout() {
        read(Uni.createFrom().item(Map.of("orders", 7L)));
        assertThatThrownBy(() -> read(Uni.createFrom().nothing())).isInstanceOf(TimeoutException.class);
        assertThat(readings.of("orders")).isNaN();
    }
}
