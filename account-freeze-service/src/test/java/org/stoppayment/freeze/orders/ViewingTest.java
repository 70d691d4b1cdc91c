package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_SENDING;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsResponse;
import org.stoppayment.proto.freeze.v1.ListManualOrdersResponse;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** What officers and other services are shown. */
@QuarkusTest
class ViewingTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();

    @Test
    void caseThatHasNotArrivedIsNotKnown() {
        CaseProgress progress = freeze().progress(caseId);

        assertThat(progress.getKnown()).isFalse();
        assertThat(progress.getSettled()).isFalse();
        assertThat(progress.getBooked()).isFalse();
        assertThat(progress.getOrdersList()).isEmpty();
    }

    @Test
    void progressAddsUpAndSettlesWhenTheLastAnswerIsIn() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        Account second = account();
        gateway().onSend(payee.getNumber(), Bank.holds(answer, gateway().stops(600)));
        gateway().onSend(second.getNumber(), gateway().stops(5000));
        freeze().deliver(Report.of(caseId).paid(payee, 1000).paid(second, 300));
        awaitOrder(caseId, second, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(freeze().progress(caseId).getKnown()).isTrue();
        assertThat(freeze().progress(caseId).getSettled()).isFalse();

        answer.complete(null);
        awaitOrder(caseId, payee, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();

        CaseProgress progress = freeze().progress(caseId);
        assertThat(progress.getSettled()).isTrue();
        assertThat(progress.getBooked()).isTrue();
        assertThat(progress.getReportedFen()).isEqualTo(1300);
        assertThat(progress.getTaintedHeldFen()).isEqualTo(900);
        assertThat(progress.getBalanceHeldFen()).isEqualTo(5600);
        assertThat(progress.getLevels()).isEqualTo(1);
        assertThat(progress.getOrdersList()).extracting(StopOrder::getJoined).containsOnly(false);
    }

    @Test
    void caseIsBookedOnlyOnceRecoveryHasItsEvents() {
        world.recovery.goAway();
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(freeze().progress(caseId).getSettled()).isTrue();
        assertThat(freeze().progress(caseId).getBooked()).isFalse();

        world.recovery.comeBack();
        bookAll();

        assertThat(freeze().progress(caseId).getBooked()).isTrue();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(1000);
        assertThat(world.recovery.events()).isEqualTo(2);
    }

    @Test
    void orderIsShownAsTheCaseThatPlacedItSeesIt() {
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        freeze().deliver(Report.of(newCase()).paid(payee, 77));

        assertThat(freeze().order(order.getApplicationId())).isEqualTo(order);
        assertThatThrownBy(() -> freeze().order(caseId)).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> freeze().order("6222")).hasMessageContaining("INVALID_ARGUMENT");
        assertThatThrownBy(() -> freeze().progress("6222")).hasMessageContaining("INVALID_ARGUMENT");
    }

    @Test
    void ordersThatWaitForAPersonComeInPages() {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String one = newCase();
            freeze().deliver(Report.of(one).paid(Report.account("", "990000" + i), 100));
            placed.add(awaitOrder(one, STOP_ORDER_STATE_MANUAL).getApplicationId());
        }

        List<String> listed = new ArrayList<>();
        String token = "";
        int pages = 0;
        do {
            ListManualOrdersResponse page = freeze().manual(3, token);
            page.getOrdersList().forEach(order -> listed.add(order.getApplicationId()));
            token = page.getNextPageToken();
            pages++;
        } while (!token.isEmpty());

        assertThat(listed).containsExactlyElementsOf(placed);
        assertThat(pages).isEqualTo(3);
        assertThat(freeze().manual(7, "").getNextPageToken()).isEmpty();
        assertThat(freeze().manual(0, "").getOrdersCount()).isEqualTo(7);
        assertThatThrownBy(() -> freeze().manual(201, "")).hasMessageContaining("INVALID_ARGUMENT");
        assertThatThrownBy(() -> freeze().manual(-1, "")).hasMessageContaining("INVALID_ARGUMENT");
        assertThatThrownBy(() -> freeze().manual(1, "next")).hasMessageContaining("INVALID_ARGUMENT");
    }

    @Test
    void alertsComeInPagesNewestFirst() {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String one = newCase();
            freeze().deliver(Report.of(one).paid(Report.account("", "990000" + i), 100));
            told.add(0, awaitOrder(one, STOP_ORDER_STATE_MANUAL).getApplicationId());
            alert();
        }

        ListAlertsResponse first = alerts(3, "");
        ListAlertsResponse second = alerts(3, first.getNextPageToken());

        assertThat(Stream.of(first, second).flatMap(page -> page.getAlertsList().stream()))
                .extracting(Alert::getApplicationId)
                .containsExactlyElementsOf(told);
        assertThat(first.getAlertsCount()).isEqualTo(3);
        assertThat(second.getNextPageToken()).isEmpty();
        assertThat(alerts(0, "").getAlertsCount()).isEqualTo(5);
        assertThatThrownBy(() -> alerts(201, "next"))
                .hasMessageContaining("INVALID_ARGUMENT")
                .hasMessageContaining("pageSize: value: 201 (expected: 0..200)")
                .hasMessageContaining("and 1 more");
        assertThatThrownBy(() -> alerts(1, "next")).hasMessageContaining("pageToken");
    }

    private ListAlertsResponse alerts(int pageSize, String pageToken) {
        return freeze().officer()
                .listAlerts(ListAlertsRequest.newBuilder()
                        .setPageSize(pageSize)
                        .setPageToken(pageToken)
                        .build());
    }

    @Test
    void progressNeverSaysBookedBeforeItIs() {
        world.recovery.goAway();
        for (int round = 0; round < 15; round++) {
            String one = newCase();
            Account account = account();
            CompletableFuture<Void> answer = new CompletableFuture<>();
            gateway().onSend(account.getNumber(), Bank.holds(answer, gateway().stops(600)));
            freeze().deliver(Report.of(one).paid(account, 100));
            awaitOrder(one, STOP_ORDER_STATE_SENDING);

            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answer.complete(null));
            CaseProgress progress;
            do {
                progress = freeze().progress(one);
                assertThat(progress.getBooked()).as("round %d", round).isFalse();
            } while (!progress.getSettled());
            answered.join();
        }
    }
}
