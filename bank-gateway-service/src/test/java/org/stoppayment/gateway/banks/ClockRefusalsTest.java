package org.stoppayment.gateway.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.gateway.orders.domain.Outcome.NoAnswer.CLOCK_REFUSED;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.orders.domain.Outcome;

class ClockRefusalsTest {

    private static final Outcome ACCEPTED = new Outcome.Accepted();

    private final AtomicLong nanos = new AtomicLong();
    private final ClockRefusals refusals = new ClockRefusals(new SimpleMeterRegistry(), () -> 3, nanos::get);

    @Test
    void oneInstitutionThatRefusesMayHaveAWrongClockItself() {
        refusals.note("a", CLOCK_REFUSED);

        assertThat(refusals.refusing()).containsExactly("a");
        assertThat(refusals.isRefusedByAll()).isFalse();
    }

    @Test
    void whenAllThatAnswerRefuseItIsOurClock() {
        refusals.note("a", CLOCK_REFUSED);
        refusals.note("b", CLOCK_REFUSED);
        refusals.note("c", Outcome.NoAnswer.TIMEOUT);
        assertThat(refusals.isRefusedByAll()).isTrue();

        refusals.note("c", ACCEPTED);
        assertThat(refusals.isRefusedByAll()).isFalse();
        assertThat(refusals.refusing()).containsExactly("a", "b");
    }

    @Test
    void onlyInstitutionOfARegistryDecides() {
        ClockRefusals only = new ClockRefusals(new SimpleMeterRegistry(), () -> 1, nanos::get);

        only.note("a", CLOCK_REFUSED);

        assertThat(only.isRefusedByAll()).isTrue();
    }

    @Test
    void refusalIsForgottenAfterAMinute() {
        refusals.note("a", CLOCK_REFUSED);
        refusals.note("b", CLOCK_REFUSED);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(refusals.isRefusedByAll()).isFalse();
        assertThat(refusals.refusing()).isEmpty();
    }
}
