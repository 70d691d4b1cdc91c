package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LAPSED;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.amendments.domain.StopAmendment.Kind;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** What a bank calls back with about a lift, an extension or paperwork that was closed before. */
@QuarkusTest
class AmendmentLateAnswerTest extends AmendmentFixture {

    @Test
    void liftThatWasDeclinedAndIsDoneAfterAllLiftsTheStop() {
        StopOrder order = declined(Kind.LIFT);

        assertThat(callBack(message(), "0000")).isFalse();

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_LIFTED)).isEqualTo(800);
    }

    @Test
    void extensionThatWasDeclinedAndIsDoneAfterAllExtendsTheStop() {
        StopOrder order = declined(Kind.EXTENSION);

        assertThat(callBack(message(), "0000")).isFalse();

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(end(now(order))).isEqualTo(end(order).plus(TERM));
    }

    @Test
    void extensionThatIsDoneAfterAllBringsBackAStopThatHasLapsed() {
        StopOrder order = declined(Kind.EXTENSION);
        time.standAt(end(order));
        advance();
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);

        callBack(message(), "0000");

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(end(now(order))).isEqualTo(end(order).plus(TERM));
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(800);
        assertThat(booked(caseId, payee, FUNDS_POSITION_LAPSED)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsDoneAfterAllIsDoneOnceHoweverOftenTheBankSaysSo(Kind kind) {
        StopOrder order = declined(kind);

        List<Boolean> replayed = atOnce(4, () -> callBack(message(), "0000"));

        assertThat(replayed).containsOnlyOnce(false);
        assertThat(messageStates()).containsExactly("DONE");
        StopOrder after = now(order);
        assertThat(callBack(message(), "0000")).isTrue();
        assertThat(now(order)).isEqualTo(after);
        assertThat(after.getFlagsList()).doesNotContain("FEEDBACK_CONFLICT");
        alert();
        assertThat(alerts()).extracting(Alert::getKind).containsExactly(AlertKind.ALERT_KIND_FOLLOW_UP_DECLINED);
    }

    @Test
    void extensionThatIsDoneAfterItsStopWasLiftedIsFlaggedAndAPersonIsTold() {
        StopOrder order = declined(Kind.EXTENSION);
        String extension = message();
        lift(order);
        advanceAmendments();

        callBack(extension, "0000");

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(now(order).getFlagsList()).contains("FEEDBACK_CONFLICT");
        alert();
        assertThat(alerts()).first().satisfies(told -> {
            assertThat(told.getKind()).isEqualTo(AlertKind.ALERT_KIND_FEEDBACK_CONFLICT);
            assertThat(told.getApplicationId()).isEqualTo(order.getApplicationId());
        });
    }

    @ParameterizedTest
    @CsvSource({"LIFT, 0600", "LIFT, 1900", "EXTENSION, 1800", "EXTENSION, 1300", "WRITTEN_ORDER, 0300"})
    void bankThatTakesItsWordBackIsNotBelievedAndNotOverheard(Kind kind, String code) {
        StopOrder order = with(kind, Bank.says("0000"));
        advanceAmendments();
        StopOrder done = now(order);

        for (int time = 0; time < 2; time++) {
            assertThat(callBack(message(), code)).isTrue();
        }
        alert();
        alert();

        assertThat(messageStates()).containsExactly("DONE");
        assertThat(now(order).getState()).isEqualTo(done.getState());
        assertThat(now(order).getExpiresAt()).isEqualTo(done.getExpiresAt());
        assertThat(now(order).getFlagsList()).containsExactly("FEEDBACK_CONFLICT");
        assertThat(alerts())
                .extracting(Alert::getKind)
                .containsExactlyInAnyOrder(
                        AlertKind.ALERT_KIND_FOLLOW_UP_DECLINED, AlertKind.ALERT_KIND_FEEDBACK_CONFLICT);
        assertThat(alerts())
                .extracting(Alert::getDetail)
                .contains(kind + " of order " + order.getApplicationId() + " " + code);
    }

    @Test
    void bankThatTakesItsWordBackInAnotherWayIsToldAgain() {
        StopOrder order = with(Kind.EXTENSION, Bank.says("0000"));
        advanceAmendments();
        alert();
        assertThat(conflicts()).isEmpty();

        callBack(message(), "1800");
        alert();
        callBack(message(), "1300");
        alert();

        assertThat(conflicts())
                .as("each once; within one millisecond alerts have no order")
                .containsExactlyInAnyOrder(
                        "IN_EFFECT after 0000: EXTENSION 1800", "IN_EFFECT after 0000: EXTENSION 1300");
        assertThat(now(order).getFlagsList()).containsExactly("FEEDBACK_CONFLICT");
    }

    private List<String> conflicts() {
        return alerts().stream()
                .filter(alert -> alert.getKind() == AlertKind.ALERT_KIND_FEEDBACK_CONFLICT)
                .map(Alert::getDetail)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0000, 0900", "0000, 1100", "0000, 200008", "0600, 0900", "0600, 1100", "0600, 200008", "0600, 1300"})
    void whatSaysNothingNewChangesNothing(String first, String late) {
        StopOrder order = with(Kind.EXTENSION, Bank.says(first));
        advanceAmendments();
        StopOrder closed = now(order);
        List<String> states = messageStates();

        assertThat(callBack(message(), late)).isTrue();

        assertThat(now(order)).isEqualTo(closed);
        assertThat(messageStates()).isEqualTo(states);
    }

    @Test
    void callBackThatOvertakesThe202Stands() {
        StopOrder order = inEffect();
        gateway().onLift(payee.getNumber(), id -> {
            callBack(id, "0000");
            return Bank.done(Outcomes.accepted());
        });
        lift(order);

        advanceAmendments();

        assertThat(messageStates()).containsExactly("DONE");
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(now(order).getFlagsList()).isEmpty();
    }

    @Test
    void anotherExtensionThatWaitsWhenTheFirstIsDoneAfterAllIsNotSent() {
        StopOrder order = declined(Kind.EXTENSION);
        String first = message();
        gateway().onExtension(payee.getNumber(), Bank.answers(Outcomes.notSent()), Bank.says("0000"));
        extend(order);
        awaitQuiet();

        callBack(first, "0000");
        waitAndAdvanceAmendments();

        assertThat(sent(Kind.EXTENSION)).as("the first, and the other in vain").isEqualTo(2);
        assertThat(messageStates()).containsExactly("DONE", "DECLINED");
        assertThat(end(now(order))).isEqualTo(end(order).plus(TERM));
        assertThat(alerts()).as("of the first, when it was declined").hasSize(1);
    }

    @Test
    void anotherLiftThatWaitsWhenTheFirstIsDoneAfterAllIsNotSent() {
        StopOrder order = declined(Kind.LIFT);
        String first = message();
        gateway().onLift(payee.getNumber(), Bank.answers(Outcomes.notSent()), Bank.says("0000"));
        lift(order);
        awaitQuiet();

        callBack(first, "0000");
        waitAndAdvanceAmendments();

        assertThat(sent(Kind.LIFT)).as("the first, and the other in vain").isEqualTo(2);
        assertThat(messageStates()).containsExactly("DONE", "DECLINED");
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
    }

    private StopOrder declined(Kind kind) {
        StopOrder order = with(kind, Bank.says("0600"));
        advanceAmendments();
        assertThat(messageStates()).containsExactly("DECLINED");
        return order;
    }
}
