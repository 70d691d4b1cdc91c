package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** What was done on the telephone is followed by its paperwork. */
@QuarkusTest
class WrittenOrderTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();

    private StopOrder manualOrder() {
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        return awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);
    }

    private void resolve(StopOrder order, Feedback.Builder feedback) {
        freeze().officer()
                .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(order.getApplicationId())
                        .setReference("Li, duty desk, 23:10")
                        .setFeedback(feedback)
                        .build());
    }

    private void resolveAsStopped(StopOrder order) {
        resolve(order, Outcomes.stopped(order.getApplicationId(), time.instant(), 500));
    }

    private List<SendStopRequest> written() {
        return gateway().sendsTo(payee.getNumber()).stream()
                .filter(sent -> !sent.getApplicationType().isEmpty())
                .toList();
    }

    @Test
    void stopByTelephoneIsFollowedByTheWrittenOrderUnderAnIdOfItsOwn() {
        gateway().onSend(payee.getNumber(), Bank.says("1000"), Bank.says("0000"));
        StopOrder order = manualOrder();

        resolveAsStopped(order);
        advanceAmendments();

        assertThat(written()).singleElement().satisfies(sent -> {
            assertThat(sent.getApplicationType()).isEqualTo("04");
            assertThat(sent.getOriginalApplicationId()).isEqualTo(order.getApplicationId());
            assertThat(sent.getApplicationId()).isNotEqualTo(order.getApplicationId());
            assertThat(sent.getTransfersCount()).isEqualTo(1);
        });
        StopOrder stopped = freeze().order(order.getApplicationId());
        assertThat(stopped.getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(stopped.getBalanceHeldFen()).isEqualTo(500);
        assertThat(stopped.getFlagsList()).isEmpty();
    }

    @Test
    void writtenOrderIsSentAgainUntilTheBankHasIt() {
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.says("1000"),
                        Bank.answers(Outcomes.notSent()),
                        Bank.answers(Outcomes.noAnswer()),
                        Bank.says("1301"));
        resolveAsStopped(manualOrder());

        for (int i = 0; i < 5; i++) {
            advanceAmendments();
            time.jump(Duration.ofSeconds(31));
        }

        assertThat(written())
                .hasSize(3)
                .extracting(SendStopRequest::getApplicationId)
                .containsOnly(written().get(0).getApplicationId());
        assertThat(database.rows("SELECT state, result_code FROM follow_up")).containsExactly(List.of("DONE", "1301"));
    }

    @Test
    void bankWhoseBooksSayOtherwiseIsFlaggedAndTheStateStays() {
        gateway().onSend(payee.getNumber(), Bank.says("1000"), Bank.says("0300"));
        StopOrder order = manualOrder();
        resolveAsStopped(order);

        advanceAmendments();

        StopOrder stopped = freeze().order(order.getApplicationId());
        assertThat(stopped.getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(stopped.getFlagsList()).containsExactly("WRITTEN_ORDER_CONTRADICTED");
        assertThat(freeze().officer()
                        .listAlerts(ListAlertsRequest.getDefaultInstance())
                        .getAlertsList())
                .singleElement()
                .satisfies(told -> assertThat(told.getKind()).isEqualTo(AlertKind.ALERT_KIND_FOLLOW_UP_DECLINED));
    }

    @Test
    void twoWhoRecordTheSameAtTheSameMomentLeaveItsPaperwork() {
        for (int round = 0; round < 10; round++) {
            String one = newCase();
            Account account = account();
            gateway().onSend(account.getNumber(), Bank.says("1000"), Bank.says("0000"));
            freeze().deliver(Report.of(one).paid(account, 700));
            StopOrder order = awaitOrder(one, STOP_ORDER_STATE_MANUAL);

            atOnce(4, () -> resolvedByMe(order));
        }

        assertThat(database.rows("SELECT DISTINCT state FROM follow_up")).containsExactly(List.of("QUEUED"));
        assertThat(database.number("SELECT count(*) FROM follow_up")).isEqualTo(10);
    }

    private boolean resolvedByMe(StopOrder order) {
        try {
            resolveAsStopped(order);
            return true;
        } catch (StatusRuntimeException tooLate) {
            assertThat(tooLate).hasMessageContaining("IN_EFFECT (expected: MANUAL)");
            return false;
        }
    }

    @Test
    void refusalByTelephoneHasNoPaperwork() {
        gateway().onSend(payee.getNumber(), Bank.says("1000"));
        StopOrder order = manualOrder();

        resolve(
                order,
                Feedback.newBuilder().setApplicationId(order.getApplicationId()).setResultCode("0300"));
        advanceAmendments();

        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);
        assertThat(written()).isEmpty();
    }

    @Test
    void paperworkOfWhatWasNeverRecordedIsNotSent() {
        gateway().onSend(payee.getNumber(), Bank.says("1000"));
        StopOrder order = manualOrder();
        // As a process leaves it that dies between the two.
        database.execute(
                "INSERT INTO follow_up (follow_up_id, kind, application_id, reason, reference, requested_at, state, due_at)"
                        + " VALUES (gen_random_uuid(), 'WRITTEN_ORDER', '" + order.getApplicationId()
                        + "', '', 'x', now(), 'QUEUED', '-infinity')");

        advanceAmendments();

        assertThat(written()).isEmpty();
        assertThat(database.rows("SELECT state FROM follow_up")).containsExactly(List.of("DECLINED"));
    }
}
