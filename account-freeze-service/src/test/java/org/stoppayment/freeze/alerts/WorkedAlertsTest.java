package org.stoppayment.freeze.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_QUEUED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.AcknowledgeAlertRequest;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.AlertState;
import org.stoppayment.proto.freeze.v1.CloseAlertRequest;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsResponse;

/** Alerts as officers work on them: filtered, acknowledged, closed. */
@QuarkusTest
class WorkedAlertsTest extends FreezeFixture {

    private static final Operator OTHER = Officers.operator("110 desk", "200345");

    private final String caseId = newCase();

    @Test
    void alertSaysWhichOrderBankAndSumItIsAbout() {
        String order = manual(caseId, account(), 140_000);
        alert();

        Alert alert = only(list(ListAlertsRequest.newBuilder()));

        assertThat(alert.getOrderApplicationId()).isEqualTo(order);
        assertThat(alert.getInstitutionCode()).isEqualTo(ICBC);
        assertThat(alert.getInstitutionName()).isEqualTo("中国工商银行");
        assertThat(alert.getInstitutionEnglishName()).isEqualTo("ICBC");
        assertThat(alert.getAtStakeFen()).isEqualTo(140_000);
        assertThat(alert.getOrderState()).isEqualTo(STOP_ORDER_STATE_MANUAL);
        assertThat(alert.getState()).isEqualTo(AlertState.ALERT_STATE_OPEN);
    }

    @Test
    void alertAboutALiftNamesTheStopThatItLifts() {
        Account payee = account();
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        String order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        gateway().onLift(payee.getNumber(), Bank.says("0600"));
        String lift = freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setApplicationId(order)
                        .setReason("unrelated")
                        .setReference("order 17")
                        .setOperator(Officers.DUTY)
                        .build())
                .getLiftApplicationId();
        awaitQuiet();

        Alert alert = only(list(ListAlertsRequest.newBuilder().addKinds(AlertKind.ALERT_KIND_FOLLOW_UP_DECLINED)));

        assertThat(alert.getApplicationId()).isEqualTo(lift);
        assertThat(alert.getOrderApplicationId()).isEqualTo(order);
        assertThat(alert.getInstitutionCode()).isEqualTo(ICBC);
        assertThat(alert.getAtStakeFen()).isEqualTo(700);
        assertThat(alert.hasStopEndsAt()).isTrue();
    }

    @Test
    void acknowledgedAlertLeavesTheDefaultListAndTheFirstOfficerStays() {
        manual(caseId, account(), 100);
        alert();
        String id = only(list(ListAlertsRequest.newBuilder())).getAlertId();

        Alert first = acknowledge(id, Officers.DUTY);
        Alert again = acknowledge(id, OTHER);

        assertThat(first.getAcknowledgement().getOperator()).isEqualTo(Officers.DUTY);
        assertThat(again).isEqualTo(first);
        assertThat(list(ListAlertsRequest.newBuilder()).getAlertsList()).isEmpty();
        assertThat(only(list(ListAlertsRequest.newBuilder().addStates(AlertState.ALERT_STATE_ACKNOWLEDGED))))
                .isEqualTo(first);
    }

    @Test
    void closedAlertShowsWhoClosedItAndWhyAndClosingItAgainAnswersTheSame() {
        manual(caseId, account(), 100);
        alert();
        String id = only(list(ListAlertsRequest.newBuilder())).getAlertId();
        acknowledge(id, OTHER);

        Alert closed = close(id, "frozen by order 17", Officers.DUTY);

        assertThat(closed.getState()).isEqualTo(AlertState.ALERT_STATE_CLOSED);
        assertThat(closed.getClosure().getOperator()).isEqualTo(Officers.DUTY);
        assertThat(closed.getClosure().getReason()).isEqualTo("frozen by order 17");
        assertThat(closed.getAcknowledgement().getOperator()).isEqualTo(OTHER);
        time.jump(Duration.ofMinutes(1));
        assertThat(close(id, "frozen by order 17", Officers.DUTY)).isEqualTo(closed);
        assertThat(acknowledge(id, Officers.DUTY)).isEqualTo(closed);
        assertThat(only(list(ListAlertsRequest.newBuilder().addStates(AlertState.ALERT_STATE_CLOSED))))
                .isEqualTo(closed);
        assertThatThrownBy(() -> close(id, "something else", OTHER))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("was closed by anti-fraud centre")
                .hasMessageNotContaining(Officers.DUTY.getBadgeNumber());
    }

    @Test
    void alertsAreFilteredByKindCaseInstitutionAndTime() {
        manual(caseId, account(), 100);
        alert();
        time.jump(Duration.ofHours(1));
        Instant later = time.instant();
        String other = newCase();
        Account atAbc = Report.account(ABC, "622848" + account().getNumber().substring(6));
        gateway().onSend(atAbc.getNumber(), Bank.answers(Outcomes.notSent()));
        freeze().deliver(Report.of(other).paid(atAbc, 200));
        awaitOrder(other, STOP_ORDER_STATE_QUEUED);
        time.jump(Duration.ofSeconds(61));
        alert();

        assertThat(cases(ListAlertsRequest.newBuilder())).containsExactly(other, caseId);
        assertThat(cases(ListAlertsRequest.newBuilder().addKinds(AlertKind.ALERT_KIND_ORDER_MANUAL)))
                .containsExactly(caseId);
        assertThat(cases(ListAlertsRequest.newBuilder().setCaseId(other))).containsExactly(other);
        assertThat(cases(ListAlertsRequest.newBuilder().setInstitutionCode(ABC)))
                .containsExactly(other);
        assertThat(cases(ListAlertsRequest.newBuilder().setSince(Outcomes.timestamp(later))))
                .containsExactly(other);
        ListAlertsResponse page = list(ListAlertsRequest.newBuilder().setPageSize(1));
        assertThat(cases(ListAlertsRequest.newBuilder().setPageToken(page.getNextPageToken())))
                .containsExactly(caseId);
    }

    @Test
    void requestsThatAreWrongNameTheirFields() {
        assertThatThrownBy(() -> list(ListAlertsRequest.newBuilder().addKindsValue(99)))
                .hasMessageContaining("kinds[0]");
        assertThatThrownBy(() -> list(ListAlertsRequest.newBuilder().addStatesValue(9)))
                .hasMessageContaining("states[0]");
        assertThatThrownBy(() -> list(ListAlertsRequest.newBuilder().setCaseId("x")))
                .hasMessageContaining("caseId");
        assertThatThrownBy(() -> acknowledge("x", Officers.DUTY)).hasMessageContaining("alertId");
        assertThatThrownBy(() -> acknowledge(newCase(), Operator.getDefaultInstance()))
                .hasMessageContaining("operator.organisation")
                .hasMessageContaining("and 1 more");
        assertThatThrownBy(() -> close(newCase(), "", Officers.DUTY)).hasMessageContaining("reason");
        assertThatThrownBy(() -> close(newCase(), "done", Officers.DUTY)).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> acknowledge(newCase(), Officers.DUTY)).hasMessageContaining("NOT_FOUND");
    }

    /** An order that waits for a person, because its bank says so. */
    private String manual(String ofCase, Account payee, long fen) {
        gateway().onSend(payee.getNumber(), Bank.says("1000"));
        freeze().deliver(Report.of(ofCase).paid(payee, fen));
        return awaitOrder(ofCase, STOP_ORDER_STATE_MANUAL).getApplicationId();
    }

    private ListAlertsResponse list(ListAlertsRequest.Builder request) {
        return freeze().officer().listAlerts(request.build());
    }

    private List<String> cases(ListAlertsRequest.Builder request) {
        return list(request).getAlertsList().stream().map(Alert::getCaseId).toList();
    }

    private static Alert only(ListAlertsResponse response) {
        assertThat(response.getAlertsList()).hasSize(1);
        return response.getAlerts(0);
    }

    private Alert acknowledge(String id, Operator officer) {
        return freeze().officer()
                .acknowledgeAlert(AcknowledgeAlertRequest.newBuilder()
                        .setAlertId(id)
                        .setOperator(officer)
                        .build())
                .getAlert();
    }

    private Alert close(String id, String reason, Operator officer) {
        return freeze().officer()
                .closeAlert(CloseAlertRequest.newBuilder()
                        .setAlertId(id)
                        .setReason(reason)
                        .setOperator(officer)
                        .build())
                .getAlert();
    }
}
