package org.stoppayment.freeze.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_CLAIM_UNHELD;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;

/** A case whose money is held no longer is alerted; the suite makes no new stop by itself. */
@QuarkusTest
class UnheldClaimTest extends FreezeFixture {

    private static final Duration TERM_AND_MORE = Duration.ofHours(49);

    private final String caseId = newCase();
    private final String joined = newCase();
    private final Account payee = account();

    @Test
    void eachCaseIsAlertedOnceWhenTheStopLapses() {
        gateway().onSend(payee.getNumber(), gateway().stops(1500));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        String order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        freeze().deliver(Report.of(joined).paid(payee, 700));
        bookAll();
        assertThat(unheld()).isEmpty();

        time.jump(TERM_AND_MORE);
        advance();
        bookAll();
        bookAll();

        assertThat(unheld()).extracting(Alert::getCaseId).containsExactlyInAnyOrder(caseId, joined);
        assertThat(unheld()).extracting(Alert::getApplicationId).containsOnly(order);
        assertThat(unheld()).extracting(Alert::getDetail).anySatisfy(detail -> assertThat(detail)
                .isEqualTo("LAPSED: 700 fen of the case are held no longer"));
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
    }

    @Test
    void claimThatNothingWasHeldOfIsNotAlerted() {
        gateway().onSend(payee.getNumber(), gateway().stops(0));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);

        time.jump(TERM_AND_MORE);
        advance();
        bookAll();

        assertThat(unheld()).isEmpty();
    }

    private List<Alert> unheld() {
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == ALERT_KIND_CLAIM_UNHELD)
                .toList();
    }
}
