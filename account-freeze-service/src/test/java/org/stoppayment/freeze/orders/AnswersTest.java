package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_DOUBT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_SENDING;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.TimelineEntry;
import org.stoppayment.proto.gateway.v1.Feedback;

/** What institutions say, and what becomes of the order. */
@QuarkusTest
class AnswersTest extends AnswersFixture {

    @ParameterizedTest
    @CsvSource({
        "1301, HELD_BY_OTHER",
        "1303, HELD_BY_OTHER",
        "0900, IN_DOUBT",
        "1100, IN_DOUBT",
        "200003, IN_DOUBT",
        "0000, IN_EFFECT", // its moment and its balance are unknown
        "1200, IN_EFFECT",
        "200008, QUEUED",
        "0600, MANUAL",
        "1300, MANUAL",
        "9999, MANUAL",
        "0301, DECLINED",
        "0400, DECLINED",
        "0512, DECLINED",
        "1304, DECLINED"
    })
    void answersCodeDecidesTheState(String code, String state) {
        gateway().onSend(payee.getNumber(), Bank.says(code));

        freeze().deliver(Report.of(caseId).paid(payee, 100));

        StopOrder order = awaitOrder(caseId, StopOrderState.valueOf("STOP_ORDER_STATE_" + state));
        assertThat(order.getResultCode()).isEqualTo(code);
        assertThat(order.getTaintedHeldFen()).isZero();
    }

    @Test
    void confirmedStopHoldsTheTaintedMoneyForExactly48Hours() {
        Instant stoppedAt = time.instant().truncatedTo(ChronoUnit.SECONDS).plusNanos(2_000);
        gateway()
                .onSend(
                        payee.getNumber(),
                        id -> Bank.done(
                                Outcomes.of(Outcomes.stopped(id, stoppedAt, 800).setResultCode("1200"))));

        freeze().deliver(Report.of(caseId).paid(payee, 1000));

        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order.getStoppedAt()).isEqualTo(Outcomes.timestamp(stoppedAt));
        assertThat(order.getExpiresAt()).isEqualTo(Outcomes.timestamp(stoppedAt.plus(Duration.ofHours(48))));
        assertThat(order.getTaintedHeldFen()).isEqualTo(800);
        assertThat(order.getBalanceHeldFen()).isEqualTo(800);
        assertThat(order.getResultCode()).isEqualTo("1200");
        assertThat(order.getFlagsList()).containsExactly("BALANCE_SHORT");
        assertThat(order.getTimelineList())
                .extracting(TimelineEntry::getState, TimelineEntry::getCause)
                .containsExactly(
                        tuple(STOP_ORDER_STATE_SENDING, "PLACED"), tuple(STOP_ORDER_STATE_IN_EFFECT, "FEEDBACK 1200"));
    }

    @Test
    void refusalNamesTheFieldsThatDidNotMatch() {
        gateway()
                .onSend(
                        payee.getNumber(),
                        id -> Bank.done(Outcomes.of(Feedback.newBuilder()
                                .setApplicationId(id)
                                .setResultCode("0301")
                                .addMismatched("account.name")
                                .addMismatched("transfers[1].amountFen"))));

        freeze().deliver(Report.of(caseId).paid(payee, 100));

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_DECLINED).getMismatchedList())
                .containsExactly("account.name", "transfers[1].amountFen");
    }

    @Test
    void outflowsAreKeptOnceAndLaterOnesAreAdded() {
        Account onward = Report.account(ABC);
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED).getApplicationId();
        Feedback.Builder first = Outcomes.stopped(id, time.instant(), 10)
                .setComplete(false)
                .addOutflows(Outcomes.outflow("S1", 50, onward, time.instant()))
                .addOutflows(Outcomes.outflow("S1", 50, onward, time.instant()));

        freeze().callBack(ICBC, first);
        assertThat(freeze().callBack(ICBC, first)).isTrue();
        assertThat(serials(payee)).containsExactly("S1");

        freeze().callBack(
                        ICBC, first.setComplete(true).addOutflows(Outcomes.outflow("S2", 40, onward, time.instant())));
        assertThat(serials(payee)).containsExactly("S1", "S2");
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(10);
    }

    @Test
    void answerThatIsForAnotherOrderLeavesDoubt() {
        gateway().onSend(payee.getNumber(), id -> gateway().stops(5).take(newCase()));

        freeze().deliver(Report.of(caseId).paid(payee, 100));

        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
    }

    @Test
    void timelineSaysWhyThereIsDoubt() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));

        freeze().deliver(Report.of(caseId).paid(payee, 100));

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT).getTimeline(1).getCause())
                .isEqualTo("NO_ANSWER TIMEOUT");
    }

    @Test
    void registryWithoutTheInstitutionNeedsAPerson() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.noRoute()));

        freeze().deliver(Report.of(caseId).paid(payee, 100));

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_MANUAL).getManualReason())
                .isEqualTo("NOT_CONNECTED");
    }
}
