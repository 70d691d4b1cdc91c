package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.Refusals.assertInvalid;
import static org.stoppayment.freeze.testkit.Refusals.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.SendFreezeRequest;

@QuarkusTest
class OrderingFreezesTest extends HoldsFixture {

    @Test
    void freezeOfAFiledCaseTakesOverItsStop() {
        String caseId = filedCase();
        String stopId = stopOf(caseId).getApplicationId();

        Freeze held = order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT);

        assertThat(held.getMode()).isEqualTo(FreezeMode.FREEZE_MODE_LIMITED);
        assertThat(held.getFrozenFen()).isEqualTo(TAINT);
        assertThat(held.getNewHold()).isFalse();
        SendFreezeRequest sent = desk().freezes().get(0);
        assertThat(sent.getAmountFen()).isEqualTo(TAINT);
        assertThat(sent.getStopApplicationId()).isEqualTo(stopId);
        assertThat(sent.getLegalBasis().getFilingNumber()).isEqualTo("A3101042026001");
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_FROZEN);
        awaitQuiet();
        bookAll();
        assertThat(booked(caseId, account, FundsPosition.FUNDS_POSITION_FROZEN)).isEqualTo(TAINT);
        assertThat(booked(caseId, account, FundsPosition.FUNDS_POSITION_HELD)).isZero();
    }

    @Test
    void freezeAfterItsStopHasLapsedIsANewHold() {
        String caseId = filedCase();
        time.jump(Duration.ofHours(49));
        advance();
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_LAPSED);

        Freeze held = order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT);

        assertThat(held.getNewHold()).isTrue();
        assertThat(held.getStopApplicationId()).isEmpty();
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_LAPSED);
    }

    @Test
    void laterCaseStopsAnAccountWithALimitedFreezeOfAnotherCase() {
        String caseA = filedCase();
        Freeze held = order(freezeOf(caseA), FreezeState.FREEZE_STATE_IN_EFFECT);
        awaitOrder(caseA, StopOrderState.STOP_ORDER_STATE_FROZEN);

        String caseB = stoppedCase();

        assertThat(gateway().sendsTo(account.getNumber())).hasSize(2);
        awaitOrder(caseA, StopOrderState.STOP_ORDER_STATE_FROZEN);
        assertThat(shown(held.getApplicationId()).getState()).isEqualTo(FreezeState.FREEZE_STATE_IN_EFFECT);
        bookAll();
        assertThat(booked(caseA, account, FundsPosition.FUNDS_POSITION_FROZEN)).isEqualTo(TAINT);
        assertThat(booked(caseB, account, FundsPosition.FUNDS_POSITION_HELD)).isEqualTo(TAINT);
    }

    @Test
    void termIsSixMonthsFromTheOrder() {
        String caseId = filedCase();

        Freeze freeze = order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT);

        OffsetDateTime ordered = CommonWire.instant(freeze.getRequestedAt())
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toOffsetDateTime();
        assertThat(CommonWire.instant(freeze.getExpiresAt()))
                .isEqualTo(ordered.plusMonths(6).toInstant());
    }

    @Test
    void majorCaseNeedsTheCityAndHasAYear() {
        String caseId = filedCase();

        assertRefused("APPROVAL_TOO_LOW", () -> ask(freezeOf(caseId).setMajorCase(true)));
        Freeze freeze =
                order(freezeOf(caseId).setMajorCase(true).setApprover(CITY_CHIEF), FreezeState.FREEZE_STATE_IN_EFFECT);

        OffsetDateTime ordered = CommonWire.instant(freeze.getRequestedAt())
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toOffsetDateTime();
        assertThat(CommonWire.instant(freeze.getExpiresAt()))
                .isEqualTo(ordered.plusYears(1).toInstant());
    }

    @Test
    void nothingIsFrozenBeforeTheCaseIsFiled() {
        String caseId = stoppedCase();

        assertRefused("CASE_NOT_FILED", () -> ask(freezeOf(caseId)));

        assertThat(desk().freezes()).isEmpty();
    }

    @Test
    void repeatedRequestGetsTheSameFreezeAndIsSentOnce() {
        String caseId = filedCase();
        String first =
                order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT).getApplicationId();

        String again = ask(freezeOf(caseId)).getApplicationId();

        assertThat(again).isEqualTo(first);
        assertThat(desk().freezes()).hasSize(1);
    }

    @Test
    void manyAtOnceGetOneFreeze() {
        String caseId = filedCase();

        assertThat(atOnce(8, () -> ask(freezeOf(caseId)).getApplicationId()).stream()
                        .distinct())
                .hasSize(1);

        await().atMost(PATIENCE).until(() -> desk().freezes().size() == 1);
    }

    @Test
    void secondFreezeOfTheCaseIsRefused() {
        String caseId = filedCase();
        order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT);

        assertRefused("ALREADY_FROZEN", () -> ask(freezeOf(caseId).setAmountFen(1)));
    }

    @Test
    void noMoreIsFrozenThanTheMoneyOfTheCase() {
        String caseId = filedCase();

        assertRefused("ABOVE_CEILING", () -> ask(freezeOf(caseId).setAmountFen(TAINT + 1)));
        assertRefused("NOTHING_TO_FREEZE", () -> ask(freezeOf(caseId, account())));
    }

    @Test
    void wrongFieldsAreNamedAllAtOnce() {
        assertInvalid(
                () -> ask(OrderFreezeRequest.newBuilder()
                        .setCaseId("7")
                        .setMode(FreezeMode.FREEZE_MODE_FULL)
                        .setAmountFen(1)
                        .setDocumentDigest("12")),
                "caseId",
                "institutionCode",
                "accountNumber",
                "amountFen",
                "reason",
                "documentDigest",
                "approver.organisation",
                "approver.badgeNumber",
                "approver.level",
                "operator.organisation",
                "operator.badgeNumber");
    }

    @Test
    void stopIsLiftedWhenTwoCasesFreezeTheAccountAtOnce() {
        String first = filedCase();
        String second = filedCase();
        CompletableFuture<Void> bothOrdered = new CompletableFuture<>();
        desk().onFreeze(account, Bank.holds(bothOrdered, desk().holds("0000", TAINT)));
        Freeze one = order(freezeOf(first), FreezeState.FREEZE_STATE_SENDING);
        Freeze two = order(freezeOf(second), FreezeState.FREEZE_STATE_SENDING);
        bothOrdered.complete(null);

        awaitState(one.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
        awaitState(two.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);

        awaitQuiet();
        awaitOrder(first, StopOrderState.STOP_ORDER_STATE_LIFTED);
        assertThat(desk().freezes())
                .as("neither names the stop: the other case needed it")
                .extracting(SendFreezeRequest::getStopApplicationId)
                .containsOnly("");
        assertThat(gateway().lifts()).hasSize(1);
        awaitQuiet();
        bookAll();
        assertThat(booked(first, account, FundsPosition.FUNDS_POSITION_FROZEN)).isEqualTo(TAINT);
        assertThat(booked(second, account, FundsPosition.FUNDS_POSITION_FROZEN)).isEqualTo(TAINT);
    }

    @Test
    void partOfTheSumIsHeldWhenTheBalanceIsShort() {
        String caseId = filedCase();
        desk().onFreeze(account, desk().holds("1200", 100_000));

        Freeze held = order(freezeOf(caseId), FreezeState.FREEZE_STATE_PARTIAL);

        assertThat(held.getFrozenFen()).isEqualTo(100_000);
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_FROZEN);
        awaitQuiet();
        bookAll();
        assertThat(booked(caseId, account, FundsPosition.FUNDS_POSITION_FROZEN)).isEqualTo(100_000);
    }

    private Freeze ask(OrderFreezeRequest.Builder request) {
        return freeze().holds().orderFreeze(request.build()).getFreeze();
    }
}
