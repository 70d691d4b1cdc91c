package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.freeze.shared.domain.Officer;

/** What a person decides about an order goes with its next change, once. */
class OrderNotesTest {

    private static final Decision DECISION = new Decision("", "fax 3", new Officer("110", "100234"));

    @Test
    void decisionIsKeptWhenTheOrderHasToBeReadAgain() {
        StopOrder decided = Samples.order(Phase.MANUAL).resolvedBy(DECISION);

        StopOrder readAgain = Samples.order(Phase.MANUAL).withDecisionOf(decided);

        assertThat(readAgain.notes().decision()).contains(DECISION);
        assertThat(readAgain.notes().reference()).isEqualTo("fax 3");
    }

    @Test
    void decisionIsStoredWithOneChangeAlone() {
        assertThat(Samples.order(Phase.MANUAL)
                        .resolvedBy(DECISION)
                        .stored()
                        .notes()
                        .decision())
                .isEmpty();
    }

    @Test
    void orderThatNobodyDecidedAboutStaysAsItWasReadAgain() {
        StopOrder readAgain = Samples.order(Phase.MANUAL);

        assertThat(readAgain.withDecisionOf(Samples.order(Phase.MANUAL))).isEqualTo(readAgain);
    }
}
