package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_LAPSE_FIRST_WARNING;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_LAPSE_LAST_WARNING;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_LAPSE_SECOND_WARNING;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_STOP_MOMENT_UNCLEAR;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LAPSED;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/** Institutions whose clocks or offsets are wrong: no money counts as free because of that, and a person is told. */
@QuarkusTest
class StopMomentTest extends FreezeFixture {

    private static final Duration TERM = Duration.ofHours(48);
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);

    private final String caseId = newCase();
    private final Account payee = account();
    private Instant received;

    @BeforeEach
    void stand() {
        time.standAt(time.stand().truncatedTo(ChronoUnit.SECONDS));
        received = time.instant();
    }

    /** The order once its institution says that it stopped the account at {@code moment}. */
    private String stoppedAt(Instant moment) {
        gateway().onSend(payee.getNumber(), id -> Bank.done(Outcomes.of(Outcomes.stopped(id, moment, 60))));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        return awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
    }

    /** What is told of this kind, oldest first, after two looks. */
    private List<String> told(AlertKind... kinds) {
        alert();
        alert();
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> List.of(kinds).contains(alert.getKind()))
                .map(Alert::getDetail)
                .toList();
    }

    private void lift(String id) {
        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(id)
                        .setReason("r")
                        .setReference("x")
                        .build());
        advanceAmendments();
        awaitQuiet();
    }

    /** The order at that time since its receipt, after a look. */
    private StopOrder at(Duration sinceReceipt, String id) {
        time.standAt(received.plus(sinceReceipt));
        advance();
        return freeze().order(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT10M1S", "PT8H", "PT48H", "PT72H"})
    void stopThatIsOlderThanItsOrderLapses48HoursAfterItsReceiptAndNotASecondBefore(Duration before) {
        String id = stoppedAt(received.minus(before));
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(60);

        StopOrder first = freeze().order(id);
        assertThat(first.getFlagsList()).containsExactly("STOP_MOMENT_BEFORE_ORDER");
        assertThat(first.getStoppedAt()).isEqualTo(Outcomes.timestamp(received.minus(before)));
        assertThat(first.getExpiresAt()).isEqualTo(Outcomes.timestamp(received.plus(TERM)));
        assertThat(first.getReportedExpiresAt())
                .isEqualTo(Outcomes.timestamp(received.minus(before).plus(TERM)));
        assertThat(told(ALERT_KIND_STOP_MOMENT_UNCLEAR))
                .containsExactly("STOP_MOMENT_BEFORE_ORDER " + received.minus(before));

        assertThat(at(TERM.minusSeconds(1), id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(at(TERM, id).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_LAPSED)).isEqualTo(60);
    }

    @Test
    void sameMomentAgainIsNoConflictAndTellsNothingTwice() {
        String id = stoppedAt(received.minus(EIGHT_HOURS));

        assertThat(freeze().callBack(ICBC, Outcomes.stopped(id, received.minus(EIGHT_HOURS), 60)))
                .isTrue();

        assertThat(freeze().order(id).getFlagsList()).containsExactly("STOP_MOMENT_BEFORE_ORDER");
        assertThat(told(ALERT_KIND_STOP_MOMENT_UNCLEAR)).hasSize(1);
    }

    @Test
    void warningsOfTheEndGoByTheReportedMoment() {
        stoppedAt(received.minus(EIGHT_HOURS));
        Instant reportedEnd = received.minus(EIGHT_HOURS).plus(TERM);

        time.standAt(received.plus(Duration.ofHours(16)).minusSeconds(1));
        assertThat(told(ALERT_KIND_LAPSE_FIRST_WARNING)).isEmpty();
        time.jump(Duration.ofSeconds(1));
        assertThat(told(ALERT_KIND_LAPSE_FIRST_WARNING))
                .containsExactly("the stop ends at " + reportedEnd + " and no freeze has taken over");
        time.standAt(received.plus(Duration.ofHours(34)));
        assertThat(told(ALERT_KIND_LAPSE_SECOND_WARNING)).hasSize(1);
        time.standAt(received.plus(Duration.ofHours(39)));
        assertThat(told(ALERT_KIND_LAPSE_LAST_WARNING)).hasSize(1);
        time.standAt(received.plus(TERM).minusSeconds(1));

        assertThat(told(ALERT_KIND_LAPSE_FIRST_WARNING, ALERT_KIND_LAPSE_SECOND_WARNING, ALERT_KIND_LAPSE_LAST_WARNING))
                .as("each once")
                .hasSize(3);
    }

    @Test
    void stopWhoseReportedTermWasOverAtReceiptIsWarnedOfBeforeItLapses() {
        stoppedAt(received.minus(Duration.ofDays(3)));

        time.standAt(received.plus(Duration.ofHours(24)).minusSeconds(1));
        assertThat(told(ALERT_KIND_LAPSE_FIRST_WARNING)).isEmpty();
        time.jump(Duration.ofSeconds(1));

        assertThat(told(ALERT_KIND_LAPSE_FIRST_WARNING))
                .containsExactly("the stop ends at " + received.plus(TERM) + " and no freeze has taken over");
    }

    @Test
    void liftThatIsAnsweredAfterExpiryEndsItAsLapsed() {
        String id = stoppedAt(received.minus(EIGHT_HOURS));
        gateway().onLift(payee.getNumber(), Bank.says("1900"));

        lift(id);

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_LAPSED).getExpiresAt())
                .isEqualTo(Outcomes.timestamp(received.plus(TERM)));
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_LIFTED))
                .as("the case ended its claim before")
                .isEqualTo(60);
        assertThat(at(TERM.plusHours(1), id).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0300", "1300", "0400"})
    void liftThatIsDeclinedOtherwiseEndsNothing(String code) {
        String id = stoppedAt(received.minus(EIGHT_HOURS));
        gateway().onLift(payee.getNumber(), Bank.says(code));

        lift(id);

        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void liftOfAStopWithATrueMomentThatIsAnsweredAfterExpiryEndsNothing() {
        String id = stoppedAt(received.minus(Duration.ofMinutes(9)));
        gateway().onLift(payee.getNumber(), Bank.says("1900"));

        lift(id);

        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(told(AlertKind.ALERT_KIND_FOLLOW_UP_DECLINED)).hasSize(1);
    }

    @Test
    void liftThatIsConfirmedEndsItAsLifted() {
        String id = stoppedAt(received.minus(EIGHT_HOURS));

        lift(id);

        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
    }

    @Test
    void secondTermBeginsWhereTheFirstEndsByBothCounts() {
        String id = stoppedAt(received.minus(EIGHT_HOURS));
        time.standAt(received.plus(TERM.minusHours(1))); // by the reported moment the first term is over
        freeze().officer()
                .extendStop(ExtendStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(id)
                        .setReason("r")
                        .setReference("x")
                        .build());
        advanceAmendments();
        awaitQuiet();

        StopOrder extended = freeze().order(id);
        assertThat(extended.getExtended()).isTrue();
        assertThat(extended.getExpiresAt())
                .isEqualTo(Outcomes.timestamp(received.plus(TERM).plus(TERM)));
        assertThat(extended.getReportedExpiresAt())
                .isEqualTo(Outcomes.timestamp(
                        received.minus(EIGHT_HOURS).plus(TERM).plus(TERM)));
        assertThat(gateway().extensions()).singleElement().satisfies(sent -> assertThat(sent.getExpiresAt())
                .as("the end in the institution's own books")
                .isEqualTo(Outcomes.timestamp(received.minus(EIGHT_HOURS).plus(TERM))));
        assertThat(at(TERM.plus(TERM).minusSeconds(1), id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(at(TERM.plus(TERM), id).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
    }

    @Test
    void localTimeThatIsLabelledAsUtcCountsFromReceipt() {
        String id = stoppedAt(received.plus(EIGHT_HOURS));

        StopOrder order = freeze().order(id);
        assertThat(order.getFlagsList()).containsExactly("STOP_MOMENT_IN_FUTURE");
        assertThat(order.hasReportedExpiresAt()).isFalse();
        assertThat(at(TERM.minusSeconds(1), id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(at(TERM, id).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
    }

    @Test
    void stopOfAClockThatIsAFewMinutesSlowIsToldToNobodyAndCountsFromItsMoment() {
        String id = stoppedAt(received.minus(Duration.ofMinutes(9)));

        assertThat(freeze().order(id).getFlagsList()).isEmpty();
        assertThat(freeze().order(id).hasReportedExpiresAt()).isFalse();
        assertThat(told(ALERT_KIND_STOP_MOMENT_UNCLEAR)).isEmpty();
        assertThat(at(TERM.minusMinutes(9).minusSeconds(1), id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(at(TERM.minusMinutes(9), id).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
    }
}
