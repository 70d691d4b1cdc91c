package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.orders.domain.Samples.NOON;
import static org.stoppayment.freeze.orders.domain.Samples.STOP;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a stop stands. */
class StopOrderTest {

    @Test
    void stopStandsUntilTheEndOfItsTermAndNotAtIt() {
        StopOrder order = Samples.order(Phase.IN_EFFECT);

        assertThat(order.isInForceAt(STOP.expiresAt().minusNanos(1))).isTrue();
        assertThat(order.isInForceAt(STOP.expiresAt())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, mode = EnumSource.Mode.EXCLUDE, names = "IN_EFFECT")
    void whatIsNotInEffectDoesNotStandWithinAnyTerm(Phase phase) {
        assertThat(Samples.order(phase).isInForceAt(NOON)).isFalse();
    }
}
