package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.amendments.domain.StopAmendment.Kind;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Whoever asked for a lift, an extension or paperwork is told when a minute has brought no result, whatever the reason. */
@QuarkusTest
class AmendmentAlertTest extends AmendmentFixture {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void personIsToldOfWhatTheBankHasTakenAndNeverDoes(Kind kind) {
        time.stand();
        StopOrder order = with(kind, Bank.answers(Outcomes.accepted()));
        gateway().onInquiry(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        advanceAmendments();
        waitAndAdvanceAmendments();
        time.jump(Duration.ofSeconds(28));
        alert();
        assertThat(alerts()).as("59 s after it was asked for").isEmpty();

        time.jump(Duration.ofSeconds(1));
        alert();
        waitAndAdvanceAmendments();
        alert();

        assertThat(gateway().inquiriesAfter(message())).isEqualTo(2);
        assertThat(alerts()).singleElement().satisfies(told -> {
            assertThat(told.getKind()).isEqualTo(AlertKind.ALERT_KIND_ORDER_FAILING);
            assertThat(told.getCaseId()).isEqualTo(caseId);
            assertThat(told.getApplicationId()).isEqualTo(message());
            assertThat(told.getDetail()).isEqualTo(kind + " ACCEPTED of order " + order.getApplicationId());
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void personIsToldOfWhatCannotBeSent(Kind kind) {
        StopOrder order = with(kind, Bank.answers(Outcomes.notSent()));
        advanceAmendments();
        time.jump(Duration.ofSeconds(60));

        alert();

        assertThat(alerts()).singleElement().satisfies(told -> assertThat(told.getDetail())
                .isEqualTo(kind + " QUEUED of order " + order.getApplicationId()));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nobodyIsToldOfWhatIsDone(Kind kind) {
        with(kind, Bank.says("0000"));
        advanceAmendments();
        time.jump(Duration.ofSeconds(120));

        alert();

        assertThat(alerts()).isEmpty();
    }

    @Test
    void extensionThatTheBankNeverDoesIsToldLongBeforeTheStopEnds() {
        StopOrder order = inEffect();
        time.standAt(end(order).minus(Duration.ofMinutes(30)));
        alert();
        int before = alerts().size();
        gateway().onExtension(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        extend(order);
        advanceAmendments();
        time.jump(Duration.ofMinutes(1));

        alert();

        assertThat(alerts()).hasSize(before + 1).first().satisfies(told -> assertThat(told.getDetail())
                .startsWith("EXTENSION ACCEPTED"));
        assertThat(time.instant()).isBefore(end(order).minus(Duration.ofMinutes(28)));
    }

    @Test
    void extensionThatIsNotDoneAMinuteBeforeItsStopEndsIsToldAtOnceAndOnce() {
        StopOrder order = inEffect();
        time.standAt(end(order).minusSeconds(61));
        gateway().onExtension(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        extend(order);
        advanceAmendments();
        alert();
        assertThat(told()).as("61 s before the end").isEmpty();

        time.jump(Duration.ofSeconds(1));
        alert();
        assertThat(told()).as("60 s before the end").hasSize(1);
        time.standAt(end(order).plusSeconds(1));
        alert();

        assertThat(told()).containsExactly("EXTENSION ACCEPTED of order " + order.getApplicationId());
    }

    @Test
    void extensionThatIsDoneInTheLastMinuteOfItsStopIsNotTold() {
        StopOrder order = inEffect();
        time.standAt(end(order).minusSeconds(30));
        gateway().onExtension(payee.getNumber(), Bank.says("0000"));
        extend(order);
        advanceAmendments();

        alert();

        assertThat(told()).isEmpty();
    }

    @Test
    void liftThatIsNotDoneInTheLastMinuteOfItsStopIsNotTold() {
        StopOrder order = inEffect();
        time.standAt(end(order).minusSeconds(30));
        gateway().onLift(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        lift(order);
        advanceAmendments();

        alert();

        assertThat(told()).isEmpty();
    }

    /** The details of what is told of messages that have no result. */
    private List<String> told() {
        return alerts().stream()
                .filter(alert -> alert.getKind() == AlertKind.ALERT_KIND_ORDER_FAILING)
                .map(Alert::getDetail)
                .toList();
    }
}
