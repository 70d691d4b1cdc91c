package org.stoppayment.freeze.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_BOOKING_UNCLEAR;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_FEEDBACK_CONFLICT;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_ORDER_FAILING;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_ORDER_MANUAL;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_DOUBT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.gateway.v1.Feedback;

/** What comes again is told again; what is told already is not. */
@QuarkusTest
class RecurringAlertTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();

    /** The details of all alerts of a kind, oldest first, after two looks. */
    private List<String> told(AlertKind kind) {
        alert();
        alert();
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == kind)
                .sorted((one, other) -> one.getAlertId().compareTo(other.getAlertId()))
                .map(Alert::getDetail)
                .toList();
    }

    @Test
    void orderThatWaitsForAPersonAgainIsToldAgain() {
        gateway().onSend(payee.getNumber(), Bank.says("0600"), Bank.answers(Outcomes.noAnswer()));
        gateway().onInquiry(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_MANUAL).getApplicationId();
        assertThat(told(ALERT_KIND_ORDER_MANUAL)).containsExactly("CODE_0600");

        freeze().route(id, ICBC, "officer 5");
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
        assertThat(told(ALERT_KIND_ORDER_MANUAL)).hasSize(1);
        time.jump(Duration.ofMinutes(11));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);

        assertThat(told(ALERT_KIND_ORDER_MANUAL)).containsExactly("CODE_0600", "BUDGET_SPENT");
    }

    @Test
    void orderThatFailsAgainAfterAPersonHasSentItIsToldAgain() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        gateway().onInquiry(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT).getApplicationId();
        time.jump(Duration.ofSeconds(61));
        assertThat(told(ALERT_KIND_ORDER_FAILING)).hasSize(1);
        time.jump(Duration.ofMinutes(11));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);

        freeze().route(id, ICBC, "officer 5");
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
        assertThat(told(ALERT_KIND_ORDER_FAILING)).hasSize(1);
        time.jump(Duration.ofSeconds(61));

        assertThat(told(ALERT_KIND_ORDER_FAILING)).hasSize(2);
    }

    @Test
    void institutionThatTakesItsStopBackIsToldThoughItsBookingsWereUnclearBefore() {
        gateway().onSend(payee.getNumber(), gateway().stops(500));
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        freeze().callBack(ICBC, unreadable(id));
        assertThat(told(ALERT_KIND_BOOKING_UNCLEAR)).containsExactly("OUTFLOW_UNREADABLE outflows[3].amountFen");

        freeze().callBack(ICBC, said(id, "0301"));

        assertThat(told(ALERT_KIND_FEEDBACK_CONFLICT)).containsExactly("IN_EFFECT after 0000: 0301");
        assertThat(told(ALERT_KIND_BOOKING_UNCLEAR)).hasSize(1);
    }

    @Test
    void bookingsThatAreUnclearInAnotherWayAreToldAgain() {
        gateway().onSend(payee.getNumber(), gateway().stops(500));
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        freeze().callBack(ICBC, unreadable(id));
        assertThat(told(ALERT_KIND_BOOKING_UNCLEAR)).hasSize(1);

        freeze().callBack(
                        ICBC,
                        said(id, "1200")
                                .addOutflows(Outcomes.outflow("1", 5, account(), Report.PAID_AT))
                                .addOutflows(Outcomes.outflow("1", 6, account(), Report.PAID_AT)));

        assertThat(told(ALERT_KIND_BOOKING_UNCLEAR))
                .containsExactly("OUTFLOW_UNREADABLE outflows[3].amountFen", "SERIAL_REUSED 1");
    }

    @Test
    void stopThatIsConfirmedAfterANoBesideAnotherLiveOrderIsTold() {
        gateway().onSend(payee.getNumber(), Bank.says("0301"), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        String declined = awaitOrder(caseId, STOP_ORDER_STATE_DECLINED).getApplicationId();
        freeze().deliver(Report.of(newCase()).paid(payee, 300));
        assertThat(told(ALERT_KIND_FEEDBACK_CONFLICT)).isEmpty();

        Instant stoppedAt = time.instant().truncatedTo(ChronoUnit.SECONDS);
        freeze().callBack(ICBC, Outcomes.stopped(declined, stoppedAt, 500));

        assertThat(told(ALERT_KIND_FEEDBACK_CONFLICT)).containsExactly("DECLINED after 0301: 0000 " + stoppedAt);
    }

    private static Feedback.Builder said(String id, String code) {
        return Feedback.newBuilder().setApplicationId(id).setResultCode(code);
    }

    /** A call-back with a booking that nobody can read. */
    private static Feedback.Builder unreadable(String id) {
        return said(id, "1200").addUnreadable("outflows[3].amountFen");
    }
}
