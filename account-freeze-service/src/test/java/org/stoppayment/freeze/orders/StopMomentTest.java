package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_STOP_MOMENT_UNCLEAR;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;

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
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Institutions whose clocks are wrong: the term counts from what they say, and a person is told when that cannot be. */
@QuarkusTest
class StopMomentTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();

    private void stoppedAt(Instant moment) {
        gateway().onSend(payee.getNumber(), id -> Bank.done(Outcomes.of(Outcomes.stopped(id, moment, 60))));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
    }

    /** What is told of stop moments, after two looks. */
    private List<String> told() {
        alert();
        alert();
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == ALERT_KIND_STOP_MOMENT_UNCLEAR)
                .map(Alert::getDetail)
                .toList();
    }

    @Test
    void stopThatIsOlderThanItsOrderHasLapsedByItsMomentAndAPersonIsTold() {
        Instant threeDaysAgo = time.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(3));
        stoppedAt(threeDaysAgo);
        String id = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        advance();

        StopOrder lapsed = awaitOrder(caseId, STOP_ORDER_STATE_LAPSED);
        freeze().callBack(ICBC, Outcomes.stopped(id, threeDaysAgo, 60));

        assertThat(lapsed.getStoppedAt()).isEqualTo(Outcomes.timestamp(threeDaysAgo));
        assertThat(freeze().order(id).getFlagsList()).containsExactly("STOP_MOMENT_BEFORE_ORDER");
        assertThat(told()).containsExactly("STOP_MOMENT_BEFORE_ORDER " + threeDaysAgo);
    }

    @Test
    void stopOfAClockThatIsAFewMinutesSlowIsToldToNobody() {
        stoppedAt(time.instant().minus(Duration.ofMinutes(9)));

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getFlagsList())
                .isEmpty();
        assertThat(told()).isEmpty();
    }
}
