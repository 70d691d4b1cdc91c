package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;

@QuarkusTest
class FreezeAlertTest extends HoldsFixture {

    @Test
    void declinedFreezeIsToldOnce() {
        desk().onFreeze(account, Bank.says("0300"));

        Freeze declined = order(freezeOf(filedCase()), FreezeState.FREEZE_STATE_DECLINED);
        advanceHolds();

        awaitAlerts(declined, "FREEZE_DECLINED 1 0300");
    }

    @Test
    void freezeThatNeedsAPersonIsTold() {
        desk().onFreeze(account, Bank.says("1302"));

        Freeze manual = order(freezeOf(filedCase()), FreezeState.FREEZE_STATE_MANUAL);

        awaitAlerts(manual, "FREEZE_MANUAL 1 HELD_BY_OTHER 1302");
    }

    @Test
    void orderAboutAFreezeThatNobodyAnswersIsTold() {
        Freeze held = order(freezeOf(filedCase()), FreezeState.FREEZE_STATE_IN_EFFECT);
        desk().onAmendment(account, Bank.answers(Outcomes.accepted()));
        String lift = freeze().holds()
                .liftFreeze(liftOf(held.getApplicationId()).build())
                .getLiftApplicationId();
        awaitQuiet();
        time.jump(Duration.ofSeconds(61));

        advanceHolds();
        advanceHolds();

        assertThat(database.rows(
                        "SELECT kind || ' ' || occurrence FROM alert WHERE application_id = CAST(? AS uuid)", lift))
                .containsExactly(List.of("ORDER_FAILING 1"));
    }

    @Test
    void peopleAreWarnedThreeTimesAndToldWhenNobodyDecided() {
        Freeze held = order(freezeOf(filedCase()), FreezeState.FREEZE_STATE_IN_EFFECT);
        Instant end = CommonWire.instant(held.getExpiresAt());
        String ends = " ends " + end;

        advanceHoldsAt(end.minus(Duration.ofDays(30)).minusSeconds(60));
        assertThat(alerts(held)).isEmpty();
        advanceHoldsAt(end.minus(Duration.ofDays(30)).plusSeconds(1));
        advanceHolds();
        awaitAlerts(held, "FREEZE_ENDING 1" + ends);
        advanceHoldsAt(end.minus(Duration.ofDays(7)).plusSeconds(1));
        awaitAlerts(held, "FREEZE_ENDING 1" + ends, "FREEZE_ENDING 2" + ends);
        advanceHoldsAt(end.minus(Duration.ofDays(1)).plusSeconds(1));
        awaitAlerts(held, "FREEZE_ENDING 1" + ends, "FREEZE_ENDING 2" + ends, "FREEZE_ENDING 3" + ends);
        advanceHoldsAt(end);

        awaitAlerts(
                held,
                "FREEZE_ENDING 1" + ends,
                "FREEZE_ENDING 2" + ends,
                "FREEZE_ENDING 3" + ends,
                "FREEZE_LAPSED 1 ended " + end);
    }

    private void awaitAlerts(Freeze about, String... expected) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alerts(about)).containsExactly(expected));
    }

    private List<String> alerts(Freeze about) {
        return database
                .rows(
                        "SELECT kind || ' ' || occurrence || ' ' || detail FROM alert WHERE application_id = CAST(? AS uuid)"
                                + " ORDER BY kind, occurrence",
                        about.getApplicationId())
                .stream()
                .map(row -> row.get(0))
                .toList();
    }
}
