package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Extensions that race the end of the first term. */
@QuarkusTest
class ExtensionRaceTest extends AmendmentFixture {

    /** The bank takes the extension and says nothing yet. */
    private String extensionUnderWay(StopOrder order) {
        gateway().onExtension(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        String extension = extend(order);
        advanceAmendments();
        return extension;
    }

    @Test
    void extensionThatCouldNotBeSentInTimeIsDeclinedHereAndAPersonIsTold() {
        StopOrder order = inEffect();
        gateway().onExtension(payee.getNumber(), Bank.answers(Outcomes.notSent()));
        time.standAt(end(order).minusSeconds(1));
        String extension = extend(order);
        advanceAmendments();

        time.jump(Duration.ofSeconds(31));
        advance();
        advanceAmendments();

        assertThat(gateway().extensions()).hasSize(1);
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
        assertThat(now(order).getFlagsList()).contains("EXTENSION_DECLINED");
        assertThat(alerts()).singleElement().satisfies(told -> {
            assertThat(told.getKind()).isEqualTo(AlertKind.ALERT_KIND_FOLLOW_UP_DECLINED);
            assertThat(told.getApplicationId()).isEqualTo(extension);
            assertThat(told.getDetail()).contains("EXTENSION").contains("1800");
        });
    }

    @Test
    void extensionThatWasInTimeBringsBackAStopThatLapsedBeforeTheBankSaidSo() {
        StopOrder order = inEffect();
        time.standAt(end(order).minusSeconds(1));
        String extension = extensionUnderWay(order);
        time.jump(Duration.ofSeconds(1));
        advance();
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_LAPSED)).isEqualTo(800);

        callBack(extension, "0000");
        callBack(extension, "0000");

        StopOrder back = now(order);
        assertThat(back.getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(end(back)).isEqualTo(end(order).plus(TERM));
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(800);
        assertThat(booked(caseId, payee, FUNDS_POSITION_LAPSED)).isZero();
        time.standAt(end(back));
        advance();
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
    }

    @Test
    void stopOfAWithdrawnCaseThatALateExtensionBringsBackIsLifted() {
        StopOrder order = inEffect();
        time.standAt(end(order).minusSeconds(1));
        String extension = extensionUnderWay(order);
        time.jump(Duration.ofSeconds(1));
        advance();
        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));
        release();
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);

        callBack(extension, "0000");
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        release();
        advanceAmendments();

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(gateway().lifts()).hasSize(1);
    }

    @Test
    void lateExtensionKeepsTheStopWhileAnotherCaseClaimsTheAccount() {
        StopOrder order = inEffect();
        freeze().deliver(Report.of(newCase()).paid(payee, 500));
        time.standAt(end(order).minusSeconds(1));
        String extension = extensionUnderWay(order);
        time.jump(Duration.ofSeconds(1));
        advance();
        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));
        release();

        callBack(extension, "0000");
        release();
        advanceAmendments();

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().lifts()).isEmpty();
    }

    @Test
    void extensionThatTheBankDeclinesAfterTheEndLeavesTheStopLapsed() {
        StopOrder order = inEffect();
        time.standAt(end(order).minusSeconds(1));
        String extension = extensionUnderWay(order);
        time.jump(Duration.ofSeconds(2));
        advance();

        callBack(extension, "1800");

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
        assertThat(now(order).getFlagsList()).contains("EXTENSION_DECLINED");
    }

    @Test
    void lapseAndTheBanksWordAtTheSameMomentLeaveTheStopInItsSecondTerm() {
        StopOrder order = inEffect();
        time.standAt(end(order).minusSeconds(1));
        String extension = extensionUnderWay(order);
        time.standAt(end(order));

        atOnce(List.of(
                () -> {
                    advanceAtOnce(2);
                    return true;
                },
                () -> {
                    callBack(extension, "0000");
                    return true;
                }));

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(end(now(order))).isEqualTo(end(order).plus(TERM));
    }

    @Test
    void lateExtensionBesideAnotherStopOfOursIsFlaggedAndTheOtherStopCounts() {
        StopOrder order = inEffect();
        time.standAt(end(order).minusSeconds(1));
        String extension = extensionUnderWay(order);
        time.jump(Duration.ofSeconds(1));
        advance();
        String second = newCase();
        freeze().deliver(Report.of(second).paid(payee, 100));
        awaitOrder(second, payee, STOP_ORDER_STATE_IN_EFFECT);

        callBack(extension, "0000");

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
        assertThat(now(order).getFlagsList()).contains("EXTENDED_BESIDE_ANOTHER_STOP");
        assertThat(database.number("SELECT count(*) FROM stop_order WHERE live"))
                .isEqualTo(1);
    }

    @Test
    void extensionOfAStopThatIsLiftedBeforeItGoesOutIsNotSent() {
        StopOrder order = inEffect();
        gateway().onExtension(payee.getNumber(), Bank.answers(Outcomes.notSent()), Bank.says("0000"));
        extend(order);
        advanceAmendments();
        lift(order);
        database.execute("UPDATE follow_up SET due_at = 'infinity' WHERE kind = 'EXTENSION'");
        advanceAmendments();
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);

        database.execute("UPDATE follow_up SET due_at = '-infinity' WHERE kind = 'EXTENSION'");
        advanceAmendments();

        assertThat(gateway().extensions()).hasSize(1);
        assertThat(now(order).getFlagsList()).contains("EXTENSION_DECLINED");
        assertThatThrownBy(() -> extend(order)).hasMessageContaining("LIFTED");
    }
}
