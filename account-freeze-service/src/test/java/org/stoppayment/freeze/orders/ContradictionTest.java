package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_FEEDBACK_CONFLICT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.Feedback;

/** Institutions that say one thing and then another. */
@QuarkusTest
class ContradictionTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();
    private Instant stoppedAt = Instant.EPOCH;

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

    @Test
    void anotherBalanceOfTheSameStopIsAConflictAndTheFirstStays() {
        StopOrder order = stopped();

        callBackTwice(Outcomes.stopped(order.getApplicationId(), stoppedAt, 5_000_000));
        assertThat(freeze().order(order.getApplicationId()).getFlagsList())
                .as("the same again")
                .isEmpty();
        callBackTwice(Outcomes.stopped(order.getApplicationId(), stoppedAt, 7_000_000));

        StopOrder after = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(after.getFlagsList()).containsExactly("FEEDBACK_CONFLICT");
        assertThat(after.getTaintedHeldFen()).isEqualTo(5_000_000);
        assertThat(conflictsTold()).containsExactly("IN_EFFECT after 0000: 0000 " + stoppedAt + " balanceFen 7000000");
    }

    @Test
    void lapsedStopThatItsInstitutionPutsOnAgainIsAConflictAndItsOldWordIsNone() {
        StopOrder order = stopped();
        time.standAt(stoppedAt.plus(Duration.ofHours(48)));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_LAPSED);

        assertOnlyAnotherStopConflicts(order, STOP_ORDER_STATE_LAPSED);
    }

    @Test
    void liftedStopThatItsInstitutionPutsOnAgainIsAConflictAndItsOldWordIsNone() {
        StopOrder order = stopped();
        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(order.getApplicationId())
                        .setReason("unrelated")
                        .setReference("order 17")
                        .build());
        advanceAmendments();
        awaitOrder(caseId, STOP_ORDER_STATE_LIFTED);

        assertOnlyAnotherStopConflicts(order, STOP_ORDER_STATE_LIFTED);
    }

    private void assertOnlyAnotherStopConflicts(StopOrder order, StopOrderState state) {
        String id = order.getApplicationId();
        Instant again = stoppedAt.plus(Duration.ofHours(49));
        time.standAt(again);

        callBackTwice(Outcomes.stopped(id, stoppedAt, 5_000_000));
        callBackTwice(Outcomes.stopped(id, stoppedAt, 0));
        callBackTwice(Feedback.newBuilder().setApplicationId(id).setResultCode("1900"));
        assertThat(freeze().order(id).getFlagsList()).as("no other stop").isEmpty();
        callBackTwice(Outcomes.stopped(id, again, 5_000_000));

        StopOrder after = awaitOrder(caseId, state);
        assertThat(after.getFlagsList()).containsExactly("FEEDBACK_CONFLICT");
        assertThat(after.getStoppedAt()).isEqualTo(Outcomes.timestamp(stoppedAt));
        assertThat(conflictsTold())
                .containsExactly(state.name().replace("STOP_ORDER_STATE_", "") + " after 0000: 0000 " + again);
    }

    private StopOrder stopped() {
        stoppedAt = time.instant().truncatedTo(ChronoUnit.SECONDS);
        gateway().onSend(payee.getNumber(), id -> Bank.done(Outcomes.of(Outcomes.stopped(id, stoppedAt, 5_000_000))));
        freeze().deliver(Report.of(caseId).paid(payee, 6_000_000));
        return awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    private void callBackTwice(Feedback.Builder word) {
        freeze().callBack(ICBC, word);
        freeze().callBack(ICBC, word);
    }

    private List<String> conflictsTold() {
        alert();
        alert();
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == ALERT_KIND_FEEDBACK_CONFLICT)
                .map(Alert::getDetail)
                .toList();
    }
}
