package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_HELD_BY_OTHER;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;

/** An institution that has stopped an account of which it was thought that it had not. */
@QuarkusTest
class LateStopTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();

    /** An order that a person has closed because the institution said no on the telephone. */
    private StopOrder closedByTelephone() {
        gateway().onSend(payee.getNumber(), Bank.says("0600"));
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        StopOrder manual = awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);
        freeze().record(manual.getApplicationId(), Feedback.newBuilder().setResultCode("0301"), "telephone");
        return awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);
    }

    @Test
    void stopThatAnInstitutionConfirmsAfterANoIsInEffectAndHasItsTerm() {
        StopOrder declined = closedByTelephone();

        assertThat(freeze().callBack(ICBC, Outcomes.stopped(declined.getApplicationId(), time.instant(), 500)))
                .as("replayed")
                .isFalse();

        StopOrder late = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(late.getResultCode()).isEqualTo("0000");
        assertThat(late.getMismatchedList()).isEmpty();
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(500);
        time.jump(Duration.ofHours(48));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_LAPSED);
    }

    @Test
    void stopThatIsConfirmedLateCanBeLifted() {
        StopOrder declined = closedByTelephone();
        freeze().callBack(ICBC, Outcomes.stopped(declined.getApplicationId(), time.instant(), 500));

        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(declined.getApplicationId())
                        .setReason("unrelated")
                        .setReference("order 17")
                        .build());
        advanceAmendments();

        awaitOrder(caseId, STOP_ORDER_STATE_LIFTED);
    }

    @Test
    void casesThatNamedTheAccountMeanwhileJoinTheStopThatIsConfirmedLate() {
        StopOrder declined = closedByTelephone();
        String other = newCase();
        gateway().onSend(payee.getNumber(), Bank.says("0301"));
        freeze().deliver(Report.of(other).paid(payee, 300));
        awaitOrder(other, STOP_ORDER_STATE_DECLINED);

        freeze().callBack(ICBC, Outcomes.stopped(declined.getApplicationId(), time.instant(), 5000));
        bookAll();

        assertThat(booked(other, payee, FUNDS_POSITION_HELD)).isEqualTo(300);
    }

    @Test
    void accountThatAnotherAuthorityHeldAndThatIsStoppedAfterAllIsInEffect() {
        gateway().onSend(payee.getNumber(), Bank.says("1302"));
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_HELD_BY_OTHER).getApplicationId();

        freeze().callBack(ICBC, Outcomes.stopped(id, time.instant(), 500));

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getTaintedHeldFen())
                .isEqualTo(500);
    }

    @Test
    void stopThatIsConfirmedLateBesideAnotherLiveOrderIsFlaggedAndTheLiveOneCounts() {
        StopOrder declined = closedByTelephone();
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        String other = newCase();
        freeze().deliver(Report.of(other).paid(payee, 300));
        StopOrder live = awaitOrder(other, STOP_ORDER_STATE_ACCEPTED);

        for (int time = 0; time < 2; time++) {
            assertThat(freeze().callBack(ICBC, Outcomes.stopped(declined.getApplicationId(), this.time.instant(), 500)))
                    .as("replayed")
                    .isTrue();
        }

        StopOrder after = freeze().order(declined.getApplicationId());
        assertThat(after.getState()).isEqualTo(STOP_ORDER_STATE_DECLINED);
        assertThat(after.getResultCode()).isEqualTo("0301");
        assertThat(after.getFlagsList()).containsExactly("FEEDBACK_CONFLICT");
        freeze().callBack(ICBC, Outcomes.stopped(live.getApplicationId(), time.instant(), 500));
        awaitOrder(other, payee, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void bareYesAfterANoIsAStopOfWhichTheRestIsUnknown() {
        StopOrder declined = closedByTelephone();

        freeze().callBack(
                        ICBC,
                        Feedback.newBuilder()
                                .setApplicationId(declined.getApplicationId())
                                .setResultCode("0000"));

        StopOrder after = freeze().order(declined.getApplicationId());
        assertThat(after.getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(after.getFlagsList()).containsExactly("STOP_MOMENT_UNKNOWN", "BALANCE_UNKNOWN");
        assertThat(after.getBalanceHeldFen()).isZero();
    }
}
