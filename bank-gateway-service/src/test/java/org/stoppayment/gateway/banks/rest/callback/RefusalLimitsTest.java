package org.stoppayment.gateway.banks.rest.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalLimitsTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final RefusalLimits limits = new RefusalLimits(3, 2, nanos::get);

    @Test
    void burstIsAllowedAndThenTheRate() {
        refuse("a", 3);
        assertThat(limits.waitOf("a")).contains(Duration.ofMillis(500));
        assertThat(limits.waitOf("b")).isEmpty();

        pass(Duration.ofMillis(500));
        assertThat(limits.waitOf("a")).isEmpty();
        refuse("a", 1);
        assertThat(limits.waitOf("a")).contains(Duration.ofMillis(500));
    }

    @Test
    void quietSourceHasItsWholeBurstAgain() {
        refuse("a", 3);
        pass(Duration.ofHours(1));

        refuse("a", 2);
        assertThat(limits.waitOf("a")).isEmpty();
        refuse("a", 1);
        assertThat(limits.waitOf("a")).isPresent();
    }

    @Test
    void sourcesThatWereNotSeenLatelyAreForgotten() {
        refuse("a", 3);
        refuse("b", 3);
        IntStream.range(0, 9_999).forEach(other -> limits.count("other " + other));

        assertThat(limits.waitOf("a")).isEmpty();
        assertThat(limits.waitOf("b")).isPresent();
    }

    private void refuse(String source, int times) {
        IntStream.range(0, times).forEach(time -> limits.count(source));
    }

    private void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }
}
