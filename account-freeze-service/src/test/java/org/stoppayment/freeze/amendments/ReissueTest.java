package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.TraceNode;

/** An account whose stop has ended is stopped again, as often as the rules allow. */
@QuarkusTest
class ReissueTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();

    private StopOrder restop(String applicationId, String reference) {
        return freeze().officer()
                .restopAccount(RestopAccountRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setReason("money came back")
                        .setApplicationId(applicationId)
                        .setReference(reference)
                        .build())
                .getOrder();
    }

    private StopOrder lapsed() {
        gateway().onSend(payee.getNumber(), gateway().stops(800));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        time.jump(Duration.ofHours(49));
        advance();
        return awaitOrder(caseId, STOP_ORDER_STATE_LAPSED);
    }

    @Test
    void lapsedStopIsFollowedByANewOneAndItsMoneyIsHeldAgain() {
        StopOrder first = lapsed();
        bookAll();

        String id = restop(first.getApplicationId(), "chief 3").getApplicationId();

        StopOrder second = awaitOrder(caseId, payee, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(second.getApplicationId()).isEqualTo(id).isNotEqualTo(first.getApplicationId());
        assertThat(second.getOriginalApplicationId()).isEqualTo(first.getApplicationId());
        assertThat(second.getReference()).isEqualTo("chief 3");
        assertThat(second.getRuleSet()).isEqualTo("cn-2016-86/3");
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(2).last().satisfies(sent -> {
            assertThat(sent.getApplicationId()).isEqualTo(id);
            assertThat(sent.getOriginalApplicationId()).isEqualTo(first.getApplicationId());
            assertThat(sent.getTransfersCount()).isEqualTo(1);
        });
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(800);
        assertThat(booked(caseId, payee, FUNDS_POSITION_LAPSED)).isZero();
        assertThat(freeze().progress(caseId).getIntakeEvents()).isEqualTo(1);
    }

    @Test
    void moneyOfALapsedStopIsNotHeldWhileTheNewOrderIsOnlyOnItsWay() {
        gateway().onSend(payee.getNumber(), gateway().stops(800), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        StopOrder first = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        time.jump(Duration.ofHours(49));
        advance();

        restop(first.getApplicationId(), "x");
        awaitOrder(caseId, payee, STOP_ORDER_STATE_ACCEPTED);
        bookAll();

        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isZero();
        assertThat(booked(caseId, payee, FUNDS_POSITION_LAPSED)).isEqualTo(800);
    }

    @Test
    void traceShowsTheStopThatTheMoneyWasUnderUntilTheNewOneIsInEffect() {
        gateway().onSend(payee.getNumber(), gateway().stops(800), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        StopOrder first = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        time.jump(Duration.ofHours(49));
        advance();
        bookAll();

        String second = restop(first.getApplicationId(), "x").getApplicationId();
        awaitOrder(caseId, payee, STOP_ORDER_STATE_ACCEPTED);

        TraceNode node = freeze().trace(caseId).getNodes(0);
        assertThat(node.getApplicationId()).isEqualTo(first.getApplicationId());
        assertThat(node.getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
        assertThat(node.getSums().getLapsedFen()).isEqualTo(800);
        freeze().callBack(FakeGateway.ICBC, Outcomes.stopped(second, time.instant(), 700));
        bookAll();
        node = freeze().trace(caseId).getNodes(0);
        assertThat(node.getApplicationId()).isEqualTo(second);
        assertThat(node.getSums().getHeldFen()).isEqualTo(700);
    }

    @Test
    void accountThatHadItsTwoStopsIsNotStoppedAThirdTime() {
        StopOrder first = lapsed();
        StopOrder second = restop(first.getApplicationId(), "x");
        awaitOrder(caseId, payee, STOP_ORDER_STATE_IN_EFFECT);
        assertThatThrownBy(() -> restop(first.getApplicationId(), "x"))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("has a live stop of ours");
        time.jump(Duration.ofHours(49));
        advance();

        assertThatThrownBy(() -> restop(second.getApplicationId(), "x")).hasMessageContaining("had its 2 stops");

        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(2);
    }

    @Test
    void orderThatHasNotEndedOrIsUnknownOrWithoutAReferenceIsNotFollowed() {
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        StopOrder live = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);

        assertThatThrownBy(() -> restop(live.getApplicationId(), "x")).hasMessageContaining("an order that has ended");
        assertThatThrownBy(() -> restop(live.getApplicationId(), "")).hasMessageContaining("reference");
        assertThatThrownBy(() -> restop(live.getApplicationId(), "x".repeat(101)))
                .hasMessageContaining("101 characters");
        assertThatThrownBy(() -> restop(newCase(), "x")).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void declinedOrderIsFollowedAsOftenAsItIsDeclinedForItDoesNotCount() {
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.says("0303"),
                        Bank.says("0303"),
                        Bank.says("0303"),
                        gateway().stops(10));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);
        for (int i = 0; i < 2; i++) {
            restop(awaitOrder(caseId, payee, STOP_ORDER_STATE_DECLINED).getApplicationId(), "x");
            awaitQuiet();
        }

        restop(awaitOrder(caseId, payee, STOP_ORDER_STATE_DECLINED).getApplicationId(), "x");

        awaitOrder(caseId, payee, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void officersWhoAskAtOnceGetOneStop() {
        StopOrder first = lapsed();
        AtomicInteger refused = new AtomicInteger();

        atOnce(4, () -> {
            try {
                return restop(first.getApplicationId(), "x").getApplicationId();
            } catch (StatusRuntimeException taken) {
                refused.incrementAndGet();
                return "";
            }
        });

        assertThat(refused).hasValue(3);
        awaitQuiet();
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(2);
    }
}
