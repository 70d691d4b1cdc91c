package org.stoppayment.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeBed;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;

/** Institutions that say one thing and then another. */
@QuarkusTest
class ConflictTest extends FreezeBed {

    private final String caseId = newCase();
    private final Account payee = account();

    @ParameterizedTest
    @ValueSource(strings = {"0301", "1303", "1300"})
    void institutionThatTakesItsWordBackIsNotBelievedAndNotOverheard(String code) {
        gateway().onSend(payee.getNumber(), gateway().stops(60));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);

        for (int time = 0; time < 2; time++) {
            freeze().callBack(
                            ICBC,
                            Feedback.newBuilder()
                                    .setApplicationId(order.getApplicationId())
                                    .setResultCode(code));
        }

        StopOrder after = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(after.getFlagsList()).containsExactly("FEEDBACK_CONFLICT");
        assertThat(after.getResultCode()).isEqualTo("0000");
    }

    @Test
    void sameWordWithAnotherStopMomentIsAConflictAndTheFirstStays() {
        Instant first = time.instant().truncatedTo(ChronoUnit.SECONDS);
        gateway().onSend(payee.getNumber(), id -> Bank.done(Outcomes.of(Outcomes.stopped(id, first, 60))));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();

        freeze().callBack(ICBC, Outcomes.stopped(id, first, 60));
        assertThat(freeze().order(id).getFlagsList()).as("the same again").isEmpty();
        freeze().callBack(ICBC, Outcomes.stopped(id, first.plusSeconds(1), 60));

        assertThat(freeze().order(id).getFlagsList()).containsExactly("FEEDBACK_CONFLICT");
        assertThat(freeze().order(id).getStoppedAt()).isEqualTo(Outcomes.timestamp(first));
    }
}
