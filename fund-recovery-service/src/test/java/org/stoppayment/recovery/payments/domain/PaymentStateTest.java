package org.stoppayment.recovery.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pair of state and event. */
class PaymentStateTest {

    private static final PaymentEvent[] EVENTS = {
        PaymentEvent.SENT,
        PaymentEvent.NOT_SENT,
        PaymentEvent.TAKEN,
        PaymentEvent.UNANSWERED,
        PaymentEvent.UNCLEAR,
        PaymentEvent.NOT_KNOWN,
        PaymentEvent.PAID,
        PaymentEvent.DECLINED,
        PaymentEvent.NEEDS_PERSON,
        PaymentEvent.BUDGET_SPENT,
        PaymentEvent.CAME_BACK
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    QUEUED   | SENDING, -, -, -, -, -, PAID, DECLINED, MANUAL, -, RETURNED
                    SENDING  | -, QUEUED, ACCEPTED, IN_DOUBT, IN_DOUBT, -, PAID, DECLINED, MANUAL, -, RETURNED
                    ACCEPTED | -, -, -, -, IN_DOUBT, QUEUED, PAID, DECLINED, MANUAL, -, RETURNED
                    IN_DOUBT | -, -, ACCEPTED, -, -, QUEUED, PAID, DECLINED, MANUAL, MANUAL, RETURNED
                    PAID     | -, -, -, -, -, -, -, -, -, -, RETURNED
                    DECLINED | -, -, ACCEPTED, -, -, -, PAID, -, -, -, RETURNED
                    RETURNED | -, -, -, -, -, -, -, -, -, -, -
                    MANUAL   | -, -, ACCEPTED, -, -, -, PAID, DECLINED, -, -, RETURNED
                    """)
    void eventLeadsToOneStateOrSaysNothingNew(PaymentState from, String expected) {
        String[] states = expected.split(", ");

        assertThat(states).hasSameSizeAs(EVENTS);
        for (int i = 0; i < EVENTS.length; i++) {
            assertThat(from.after(EVENTS[i]))
                    .as(from + " on " + EVENTS[i])
                    .isEqualTo(states[i].equals("-") ? Optional.empty() : Optional.of(PaymentState.valueOf(states[i])));
        }
    }

    @Test
    void allEventsAreTested() {
        assertThat(EVENTS).containsExactlyInAnyOrder(PaymentEvent.values());
        assertThat(Arrays.stream(PaymentState.values()).filter(PaymentState::hasEnded))
                .containsExactly(PaymentState.PAID, PaymentState.DECLINED, PaymentState.RETURNED);
    }
}
