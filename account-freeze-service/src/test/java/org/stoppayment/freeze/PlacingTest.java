package org.stoppayment.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_UNKNOWN;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_SENDING;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeBed;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.SendStopRequest;
import org.stoppayment.proto.intake.v1.AcceptedTransfer;
import org.stoppayment.proto.intake.v1.ReportAccepted;

/** From the report to the orders. */
@QuarkusTest
class PlacingTest extends FreezeBed {

    private final String caseId = newCase();
    private final Account payee = account();

    @Test
    void eventThatComesEightTimesAtOnceStopsEachAccountOnce() {
        Account second = account();
        Report report = Report.of(caseId).paid(payee, 700).paid(second, 300);

        atOnce(8, () -> freeze().deliver(report));
        awaitOrder(caseId, 0, STOP_ORDER_STATE_IN_EFFECT);
        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);

        assertThat(gateway().sends()).hasSize(2);
        assertThat(freeze().progress(caseId).getOrdersList()).hasSize(2);
        assertThat(freeze().progress(caseId).getIntakeEvents()).isEqualTo(1);
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(700);
    }

    @Test
    void ordersOfAReportGoOutInParallel() {
        List<Account> payees = List.of(payee, account(), Report.account(ABC));
        CompletableFuture<Void> allHaveArrived = new CompletableFuture<>();
        Report report = Report.of(caseId);
        for (Account account : payees) {
            report.paid(account, 100);
            gateway().onSend(account.getNumber(), id -> {
                if (gateway().sends().size() == payees.size()) {
                    allHaveArrived.complete(null);
                }
                return Bank.holds(allHaveArrived, gateway().stops(50)).take(id);
            });
        }

        freeze().deliver(report);

        for (int i = 0; i < payees.size(); i++) {
            awaitOrder(caseId, i, STOP_ORDER_STATE_IN_EFFECT);
        }
    }

    @Test
    void orderCarriesAllTransfersIntoItsAccount() {
        freeze().deliver(Report.of(caseId).paid(payee, 700).paid(account(), 1).paid(payee, 300));
        StopOrder order = awaitOrder(caseId, payee, STOP_ORDER_STATE_IN_EFFECT);

        SendStopRequest sent = gateway().sendsTo(payee.getNumber()).get(0);
        assertThat(sent.getApplicationId()).isEqualTo(order.getApplicationId());
        assertThat(sent.getTransfersList()).extracting("amountFen").containsExactly(700L, 300L);
        assertThat(sent.getTransfers(0).getTransferredAt().getNanos()).isEqualTo(123_456_789);
        assertThat(sent.getAccount()).isEqualTo(payee);
        assertThat(sent.getInstitutionCode()).isEqualTo(ICBC);
        assertThat(sent.getCaseId()).isEqualTo(caseId);
        assertThat(sent.getReason()).isEqualTo("REBATE_ORDERS");
        assertThat(sent.getOperator().getBadgeNumber()).isEqualTo(Report.BADGE);
        assertThat(sent.getProtective()).isFalse();
        assertThat(order.getTaintedFen()).isEqualTo(1000);
        assertThat(order.getLevel()).isEqualTo(1);
    }

    @Test
    void protectiveStopIsCheckedByNameAndNumberOnly() {
        freeze().deliver(Report.of(caseId).protecting(payee).protecting(payee));
        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);

        assertThat(gateway().sends()).singleElement().satisfies(sent -> {
            assertThat(sent.getProtective()).isTrue();
            assertThat(sent.getTransfersList()).isEmpty();
        });
        assertThat(order.getLevel()).isZero();
        assertThat(order.getTaintedHeldFen()).isZero();
        assertThat(order.getBalanceHeldFen()).isEqualTo(1_000_000);
    }

    @Test
    void cardWithoutAnInstitutionGoesWhereItsBinPoints() {
        freeze().deliver(Report.of(caseId).paid(Report.account("", "6228480000000000015"), 100));

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getAccount().getInstitutionCode())
                .isEqualTo(ABC);
    }

    @Test
    void orderThatNobodyCanRouteWaitsForAPerson() {
        Account anywhere = Report.account("", "621000000000000");
        Account elsewhere = Report.account("403100000004", "6228480000000000023");
        freeze().deliver(Report.of(caseId).paid(anywhere, 100).paid(elsewhere, 200));

        StopOrder unknown = awaitOrder(caseId, anywhere, STOP_ORDER_STATE_MANUAL);
        StopOrder unconnected = awaitOrder(caseId, elsewhere, STOP_ORDER_STATE_MANUAL);
        assertThat(unknown.getManualReason()).isEqualTo("NO_ROUTE");
        assertThat(unconnected.getManualReason()).isEqualTo("NOT_CONNECTED");
        assertThat(unconnected.getCandidateInstitutionCodesList()).containsExactly(ABC);
        assertThat(unconnected.getAccount().getInstitutionCode())
                .as("whom the person must telephone")
                .isEqualTo("403100000004");
        assertThat(gateway().sends()).isEmpty();
    }

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

    @Test
    void eventsThatCanNeverBeReadAreRejectedAndTheOthersTaken() {
        Report good = Report.of(caseId).paid(payee, 100);
        Event bad = Report.of(newCase()).paid(account(), 100).event();
        ReportAccepted negative = ReportAccepted.newBuilder()
                .setCaseId(newCase())
                .addTransfers(transfer(b -> b.setAmountFen(-5)))
                .build();
        ReportAccepted tooMuch = ReportAccepted.newBuilder()
                .setCaseId(newCase())
                .addTransfers(transfer(b -> b.setAmountFen(10_000_000_000_001L)))
                .build();
        ReportAccepted neverBooked = ReportAccepted.newBuilder()
                .setCaseId(newCase())
                .addTransfers(transfer(b -> b.getTransferredAtBuilder().setSeconds(Long.MAX_VALUE)))
                .build();
        ReportAccepted correctsNothing = ReportAccepted.newBuilder()
                .setCaseId(newCase())
                .addTransfers(transfer(b -> {}).toBuilder().setCorrectsTransferId("the one before"))
                .build();

        DeliverEventsResponse response = freeze().deliver(List.of(
                bad.toBuilder().setType("stoppayment.intake.v1.Unheard").build(),
                bad.toBuilder().setData(ByteString.copyFromUtf8("\377broken")).build(),
                bad.toBuilder().setEventId("not a uuid").build(),
                with(bad, ReportAccepted.newBuilder().setCaseId("not a uuid").build()),
                with(bad, negative),
                with(bad, tooMuch),
                with(bad, neverBooked),
                with(bad, correctsNothing),
                good.event()));

        assertThat(response.getRejectedList()).hasSize(8);
        assertThat(response.getDeferredEventIdsList()).isEmpty();
        assertThat(response.getRejected(4).getReason()).doesNotContain(payee.getNumber());
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void deliveryHasOneEventToTwoHundredAndFiftySix() {
        assertThatThrownBy(() -> freeze().deliver(List.of()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT));
        Event event = Report.of(caseId).paid(payee, 100).event();
        assertThatThrownBy(() -> freeze().deliver(Collections.nCopies(257, event)))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT));

        freeze().deliver(Collections.nCopies(256, event));

        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().sends()).hasSize(1);
    }

    @Test
    void burstOfReportsIsPlacedWhole() {
        List<Callable<DeliverEventsResponse>> deliveries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Report report = Report.of(newCase()).paid(account(), 100).paid(account(), 100);
            deliveries.add(() -> freeze().deliver(report));
        }

        atOnce(deliveries);

        await().atMost(PATIENCE).until(() -> gateway().sends().size() == 80);
    }

    private static Event with(Event event, ReportAccepted report) {
        return event.toBuilder().setData(report.toByteString()).build();
    }

    private AcceptedTransfer transfer(Consumer<Transfer.Builder> edit) {
        var builder = Transfer.newBuilder().setPayee(payee);
        edit.accept(builder);
        return AcceptedTransfer.newBuilder()
                .setTransferId(newCase())
                .setTransfer(builder)
                .build();
    }
}
