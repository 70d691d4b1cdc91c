package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_HELD_BY_OTHER;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.gateway.v1.Feedback;

/** An account that another authority holds: people are told, so that they propose a waiting freeze (轮候). */
@QuarkusTest
class HeldByOtherTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();

    @ParameterizedTest
    @ValueSource(strings = {"1301", "1302", "1303"})
    void personIsToldAtOnceAndOnce(String code) {
        gateway().onSend(payee.getNumber(), Bank.says(code));
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_HELD_BY_OTHER).getApplicationId();

        assertToldOnce(id, code);
    }

    @Test
    void personIsToldOnceHoweverOftenTheInstitutionCallsBack() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED).getApplicationId();

        for (int time = 0; time < 2; time++) {
            freeze().callBack(ICBC, Feedback.newBuilder().setApplicationId(id).setResultCode("1303"));
        }

        assertToldOnce(id, "1303");
    }

    private void assertToldOnce(String id, String code) {
        alert();
        alert();
        assertThat(freeze().officer()
                        .listAlerts(ListAlertsRequest.getDefaultInstance())
                        .getAlertsList())
                .singleElement()
                .satisfies(told -> assertHeld(told, id, code));
    }

    private void assertHeld(Alert told, String id, String code) {
        assertThat(told.getKind()).isEqualTo(AlertKind.ALERT_KIND_HELD_BY_OTHER);
        assertThat(told.getCaseId()).isEqualTo(caseId);
        assertThat(told.getApplicationId()).isEqualTo(id);
        assertThat(told.getDetail()).startsWith(code + ":").contains("轮候");
    }
}
