package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_UNKNOWN;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_SENDING;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Several transfers, cases and stops of one account: it has one live stop of ours, and two in all. */
@QuarkusTest
class SharedAccountTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();

    @Test
    void twoCasesThatNameAnAccountAtTheSameMomentShareOneStop() {
        String other = newCase();
        gateway().onSend(payee.getNumber(), gateway().stops(800));

        atOnce(List.<Callable<DeliverEventsResponse>>of(
                () -> freeze().deliver(Report.of(caseId).paid(payee, 700)),
                () -> freeze().deliver(Report.of(other).paid(payee, 900))));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        awaitOrder(other, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();

        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(700);
        assertThat(booked(other, payee, FUNDS_POSITION_HELD)).isEqualTo(800);
        assertThat(booked(other, payee, FUNDS_POSITION_UNKNOWN)).isEqualTo(100);
        assertThat(List.of(freeze().progress(caseId), freeze().progress(other)))
                .flatExtracting(CaseProgress::getOrdersList)
                .extracting(StopOrder::getJoined)
                .containsExactlyInAnyOrder(false, true);
        assertThat(List.of(freeze().progress(caseId), freeze().progress(other))).allMatch(CaseProgress::getBooked);
    }

    @Test
    void reportsThatNameTheSameAccountsInOppositeOrderDoNotBlockEachOther() {
        int rounds = 25;
        int payees = 20;
        for (int round = 0; round < rounds; round++) {
            List<Account> accounts = new ArrayList<>();
            for (int i = 0; i < payees; i++) {
                accounts.add(account());
            }
            List<Callable<DeliverEventsResponse>> bothWays = new ArrayList<>();
            for (int turn = 0; turn < 4; turn++) {
                Report report = Report.of(newCase());
                accounts.forEach(account -> report.paid(account, 100));
                Collections.reverse(accounts);
                bothWays.add(() -> freeze().deliver(report));
            }

            assertThat(atOnce(bothWays)).allMatch(answer -> answer.getDeferredEventIdsCount() == 0);
        }

        awaitQuiet();
        assertThat(gateway().sends()).hasSize(rounds * payees);
    }

    @Test
    void orderOfAnotherCaseThatWasDeclinedIsNotShownBesideTheCasesOwn() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.holds(answer, Bank.says("0301")),
                        gateway().stops(800));
        String other = newCase();
        freeze().deliver(Report.of(other).paid(payee, 900));
        awaitOrder(other, STOP_ORDER_STATE_SENDING);
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        assertThat(freeze().progress(caseId).getOrdersList()).singleElement().matches(StopOrder::getJoined);

        answer.complete(null);
        awaitOrder(other, 0, STOP_ORDER_STATE_DECLINED);
        assertThat(freeze().progress(caseId).getSettled()).isFalse();
        assertThat(freeze().trace(caseId).getNodes(0).getApplicationId()).isEmpty();
        book();
        advance();

        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(freeze().progress(caseId).getOrdersList()).noneMatch(StopOrder::getJoined);
    }

    @Test
    void supplementThatAddsATransferToALiveStopRaisesTheClaimAndPlacesNothing() {
        gateway().onSend(payee.getNumber(), gateway().stops(800));
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);

        freeze().deliver(Report.of(caseId).paid(payee, 500));
        bookAll();

        CaseProgress progress = freeze().progress(caseId);
        assertThat(progress.getOrdersList()).singleElement().satisfies(order -> {
            assertThat(order.getTaintedFen()).isEqualTo(1200);
            assertThat(order.getTaintedHeldFen()).isEqualTo(800);
        });
        assertThat(progress.getReportedFen()).isEqualTo(1200);
        assertThat(progress.getIntakeEvents()).isEqualTo(2);
        assertThat(gateway().sends()).hasSize(1);
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(800);
    }

    @Test
    void supplementThatArrivesBeforeTheAnswerIsBookedWithIt() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway().onSend(payee.getNumber(), Bank.holds(answer, gateway().stops(800)));
        freeze().deliver(Report.of(caseId).paid(payee, 500));
        awaitOrder(caseId, STOP_ORDER_STATE_SENDING);
        freeze().deliver(Report.of(caseId).paid(payee, 200));
        book();

        answer.complete(null);
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();

        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(700);
    }

    @Test
    void accountIsStoppedTwiceInAllAndAThirdStopIsRefusedHere() {
        for (int stop = 0; stop < 2; stop++) {
            String earlier = newCase();
            freeze().deliver(Report.of(earlier).paid(payee, 100));
            awaitOrder(earlier, STOP_ORDER_STATE_IN_EFFECT);
            time.jump(Duration.ofHours(49));
            advance();
            awaitOrder(earlier, STOP_ORDER_STATE_LAPSED);
        }

        freeze().deliver(Report.of(caseId).paid(payee, 100));

        StopOrder third = awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);
        assertThat(third.getResultCode()).isEqualTo("1304");
        assertThat(third.getAttempts()).isZero();
        assertThat(third.getTimelineList()).hasSize(1);
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(2);
    }

    @Test
    void declinedOrdersDoNotCountAsStops() {
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.says("0301"),
                        Bank.says("0301"),
                        Bank.says("0400"),
                        gateway().stops(5));
        for (int refusal = 0; refusal < 3; refusal++) {
            String earlier = newCase();
            freeze().deliver(Report.of(earlier).paid(payee, 100));
            awaitOrder(earlier, STOP_ORDER_STATE_DECLINED);
        }

        freeze().deliver(Report.of(caseId).paid(payee, 100));

        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }
}
