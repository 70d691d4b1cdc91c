package org.stoppayment.freeze.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_LAPSE_FIRST_WARNING;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_LAPSE_LAST_WARNING;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_LAPSE_SECOND_WARNING;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** People are told 24, 6 and 1 hour before a stop ends. */
@QuarkusTest
class ExpiryWarningTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();
    private Instant stoppedAt;

    @BeforeEach
    void standStill() {
        stoppedAt = time.stand();
    }

    private StopOrder inEffect() {
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        return awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    private void look(Duration sinceTheStop) {
        time.standAt(stoppedAt.plus(sinceTheStop));
        alert();
    }

    /** What is told of the end of stops: here some are confirmed so late that their moments are told of as well. */
    private List<AlertKind> told() {
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .map(Alert::getKind)
                .filter(kind -> kind != AlertKind.ALERT_KIND_STOP_MOMENT_UNCLEAR)
                .toList();
    }

    private void extend(StopOrder order) {
        freeze().officer()
                .extendStop(ExtendStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(order.getApplicationId())
                        .setReason("r")
                        .setReference("x")
                        .build());
        advanceAmendments();
    }

    @Test
    void eachWarningIsGivenInTimeNotASecondEarlyAndOnce() {
        StopOrder order = inEffect();

        look(Duration.ofHours(24).minusSeconds(1));
        assertThat(told()).isEmpty();
        look(Duration.ofHours(24));
        look(Duration.ofHours(24).plusSeconds(1));
        assertThat(told()).containsExactly(ALERT_KIND_LAPSE_FIRST_WARNING);
        look(Duration.ofHours(42).minusSeconds(1));
        assertThat(told()).hasSize(1);
        look(Duration.ofHours(42));
        assertThat(told()).containsExactly(ALERT_KIND_LAPSE_SECOND_WARNING, ALERT_KIND_LAPSE_FIRST_WARNING);
        look(Duration.ofHours(47));
        look(Duration.ofHours(47).plusMinutes(59));
        assertThat(told())
                .containsExactly(
                        ALERT_KIND_LAPSE_LAST_WARNING, ALERT_KIND_LAPSE_SECOND_WARNING, ALERT_KIND_LAPSE_FIRST_WARNING);
        assertThat(freeze().officer()
                        .listAlerts(ListAlertsRequest.getDefaultInstance())
                        .getAlerts(0)
                        .getDetail())
                .contains(stoppedAt.plus(Duration.ofHours(48)).toString());
        assertThat(database.rows(
                        "SELECT warn_at FROM stop_order WHERE application_id = ?::uuid", order.getApplicationId()))
                .containsExactly(List.of("null"));
    }

    @Test
    void warningsAreGivenAnewInTheSecondTerm() {
        StopOrder order = inEffect();
        look(Duration.ofHours(24));
        look(Duration.ofHours(43));
        assertThat(told()).hasSize(2);
        extend(order);

        look(Duration.ofHours(47).plusMinutes(30));
        assertThat(told()).as("the last warning of the first term is void").hasSize(2);
        look(Duration.ofHours(48 + 24));
        look(Duration.ofHours(48 + 42));
        look(Duration.ofHours(48 + 47));

        assertThat(told())
                .containsExactly(
                        ALERT_KIND_LAPSE_LAST_WARNING,
                        ALERT_KIND_LAPSE_SECOND_WARNING,
                        ALERT_KIND_LAPSE_FIRST_WARNING,
                        ALERT_KIND_LAPSE_SECOND_WARNING,
                        ALERT_KIND_LAPSE_FIRST_WARNING);
    }

    /** A stop that is confirmed so long after its moment. */
    private StopOrder confirmedAfter(Duration sinceItsMoment) {
        Instant moment = stoppedAt.minus(sinceItsMoment);
        gateway().onSend(payee.getNumber(), id -> Bank.done(Outcomes.of(Outcomes.stopped(id, moment, 900))));
        return inEffect();
    }

    @Test
    void stopThatIsConfirmedAfterAWarningsMomentIsWarnedOfAtOnceAndThenInTime() {
        confirmedAfter(Duration.ofHours(30));

        look(Duration.ZERO);
        assertThat(told()).containsExactly(ALERT_KIND_LAPSE_FIRST_WARNING);
        look(Duration.ofHours(12).minusSeconds(1));
        assertThat(told()).hasSize(1);
        look(Duration.ofHours(12));
        assertThat(told()).containsExactly(ALERT_KIND_LAPSE_SECOND_WARNING, ALERT_KIND_LAPSE_FIRST_WARNING);
    }

    @Test
    void stopThatIsConfirmedInItsLastHourIsWarnedOfOnceAndAtOnce() {
        confirmedAfter(Duration.ofHours(47).plusMinutes(30));

        look(Duration.ZERO);
        look(Duration.ofMinutes(29));

        assertThat(told()).containsExactly(ALERT_KIND_LAPSE_LAST_WARNING);
    }

    @Test
    void stopThatIsConfirmedAfterItsEndIsNotWarnedOf() {
        confirmedAfter(Duration.ofHours(48));

        look(Duration.ZERO);

        assertThat(told()).isEmpty();
    }

    @Test
    void stopThatHasEndedGetsNoWarning() {
        StopOrder order = inEffect();
        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(order.getApplicationId())
                        .setReason("r")
                        .setReference("x")
                        .build());
        advanceAmendments();

        look(Duration.ofHours(47));

        assertThat(told()).isEmpty();
    }

    @Test
    void replicasThatLookAtOnceTellOnce() {
        inEffect();
        time.standAt(stoppedAt.plus(Duration.ofHours(24)));

        atOnce(4, () -> {
            alert();
            return true;
        });

        assertThat(told()).containsExactly(ALERT_KIND_LAPSE_FIRST_WARNING);
    }
}
