package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.orders.domain.StopOrderEvent.Kind;

class StopOrderEventTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void eventIsOfItsKind(Kind kind) {
        assertThat(Samples.event(kind).kind()).isEqualTo(kind);
    }

    @Test
    void thereIsNoEventWithoutAKind() {
        assertThat(events(StopOrderEvent.class).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Kind.values())
                        .<Class<?>>map(kind -> Samples.event(kind).getClass())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "SENT, SENT",
        "NOT_SENT, NOT_SENT CIRCUIT_OPEN",
        "UNANSWERED, NO_ANSWER TIMEOUT",
        "CONFIRMED, FEEDBACK 0000",
        "DECLINED, FEEDBACK 0301",
        "HELD, FEEDBACK 1301",
        "UNCLEAR, FEEDBACK 0900",
        "NEEDS_PERSON, NEEDS_PERSON CODE_0600",
        "ROUTED, ROUTED 103100000026",
        "TERM_ENDED, TERM_ENDED",
        "LIFTED, LIFTED"
    })
    void timelineSaysWhatBelongsToTheEvent(Kind kind, String cause) {
        assertThat(Samples.event(kind).cause()).isEqualTo(cause);
    }

    private static Stream<Class<?>> events(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StopOrderEventTest::events)
                : Stream.of(type);
    }
}
