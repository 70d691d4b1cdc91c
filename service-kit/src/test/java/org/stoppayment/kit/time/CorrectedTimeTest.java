package org.stoppayment.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CorrectedTimeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Instant host = NOON;
    private long nanos = TimeUnit.DAYS.toNanos(40);
    private final CorrectedTime time = new CorrectedTime(() -> host, () -> nanos);

    @Test
    void isTheHostsClockBeforeItIsAnchoredAndAfterItIsReleased() {
        assertThat(time.instant()).isEqualTo(NOON);
        assertThat(time.sinceAnchored()).isEmpty();

        time.anchor(NOON.minusSeconds(90), nanos);
        assertThat(time.instant()).isEqualTo("2026-03-01T11:58:30Z");
        assertThat(time.offset()).isEqualTo(Duration.ofSeconds(-90));

        time.release();
        assertThat(time.instant()).isEqualTo(NOON);
        assertThat(time.offset()).isZero();
    }

    @Test
    void stepsOfTheHostsClockHaveNoEffect() {
        time.anchor(NOON, nanos);
        nanos += TimeUnit.SECONDS.toNanos(7);

        host = NOON.plusSeconds(600);
        assertThat(time.instant()).isEqualTo("2026-03-01T12:00:07Z");
        assertThat(time.offset()).isEqualTo(Duration.ofSeconds(-593));

        host = NOON.minusSeconds(600);
        assertThat(time.instant()).isEqualTo("2026-03-01T12:00:07Z");
        assertThat(time.sinceAnchored()).contains(Duration.ofSeconds(7));
    }

    @Test
    void timeIsTruncatedToMicroseconds() {
        time.anchor(NOON, nanos);
        nanos += 1_999;
        assertThat(time.instant()).isEqualTo("2026-03-01T12:00:00.000001Z");
    }
}
