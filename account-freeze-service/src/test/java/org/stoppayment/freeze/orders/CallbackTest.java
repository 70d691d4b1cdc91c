package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_SENDING;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;

/** What institutions call back with. */
@QuarkusTest
class CallbackTest extends AnswersFixture {

    @Test
    void institutionThatTookTheOrderCallsBack() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED);

        boolean replayed = freeze().callBack(ICBC, Outcomes.stopped(order.getApplicationId(), time.instant(), 60));

        assertThat(replayed).isFalse();
        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getTaintedHeldFen())
                .isEqualTo(60);
    }

    @Test
    void callBackThatOvertakesThe202Stands() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway().onSend(payee.getNumber(), Bank.holds(answer, Bank.answers(Outcomes.accepted())));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_SENDING);

        freeze().callBack(ICBC, Outcomes.stopped(order.getApplicationId(), time.instant(), 60));
        answer.complete(null);
        awaitQuiet();

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getTimelineCount())
                .isEqualTo(2);
    }

    @Test
    void callBackAndAnswerAtTheSameMomentStopAndBookOnce() {
        for (int round = 0; round < 10; round++) {
            String one = newCase();
            Account account = account();
            CompletableFuture<Void> answer = new CompletableFuture<>();
            gateway().onSend(account.getNumber(), Bank.holds(answer, gateway().stops(60)));
            freeze().deliver(Report.of(one).paid(account, 100));
            String id = awaitOrder(one, STOP_ORDER_STATE_SENDING).getApplicationId();

            atOnce(6, () -> {
                answer.complete(null);
                return freeze().callBack(ICBC, Outcomes.stopped(id, time.instant(), 60));
            });

            assertThat(awaitOrder(one, STOP_ORDER_STATE_IN_EFFECT).getTimelineCount())
                    .isEqualTo(2);
        }
    }

    @Test
    void feedbackThatComesTwiceIsReplayed() {
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        bookAll();
        int events = world.recovery.events();

        assertThat(freeze().callBack(ICBC, Outcomes.stopped(id, time.instant(), 70)))
                .isTrue();
        assertThat(freeze().callBack(
                                ICBC, Feedback.newBuilder().setApplicationId(id).setResultCode("0300")))
                .isTrue();

        bookAll();
        assertThat(world.recovery.events()).isEqualTo(events);
        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getBalanceHeldFen())
                .isEqualTo(1_000_000);
    }

    @Test
    void feedbackForAnUnknownOrderOrFromAnotherInstitutionIsNotFound() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED).getApplicationId();

        assertStatus(
                Status.Code.NOT_FOUND, () -> freeze().callBack(ICBC, Outcomes.stopped(newCase(), time.instant(), 1)));
        assertStatus(Status.Code.NOT_FOUND, () -> freeze().callBack(ABC, Outcomes.stopped(id, time.instant(), 1)));

        awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED);
    }

    @Test
    void feedbackThatMakesNoSenseIsRefusedWithAllThatIsWrong() {
        Feedback.Builder wrong = Outcomes.stopped("someone else's", time.instant(), -1)
                .setResultCode("OK")
                .addOutflows(Outcomes.outflow("", 0, payee, time.instant()));

        assertThatThrownBy(() -> freeze().callBack(ICBC, wrong))
                .isInstanceOfSatisfying(StatusRuntimeException.class, refused -> {
                    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(violations(refused))
                            .containsExactlyInAnyOrder(
                                    "feedback.applicationId",
                                    "feedback.resultCode",
                                    "feedback.balanceFen",
                                    "feedback.outflows[0].amountFen",
                                    "feedback.outflows[0].serial");
                });
    }

    private static List<String> violations(StatusRuntimeException refused) {
        try {
            return StatusProto.fromThrowable(refused)
                    .getDetails(0)
                    .unpack(BadRequest.class)
                    .getFieldViolationsList()
                    .stream()
                    .map(BadRequest.FieldViolation::getField)
                    .toList();
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void assertStatus(Status.Code code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StatusRuntimeException.class, failed -> assertThat(
                        failed.getStatus().getCode())
                .isEqualTo(code));
    }
}
