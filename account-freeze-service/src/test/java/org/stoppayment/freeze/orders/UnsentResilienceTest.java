package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_DOUBT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_QUEUED;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.application.PacedInstitutions;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** What was certainly not sent costs no attempt, and is sent again for as long as it takes. */
@QuarkusTest
class UnsentResilienceTest extends FreezeFixture {

    @Inject
    PacedInstitutions institutions;

    private final String caseId = newCase();
    private final Account payee = account();

    @Test
    void whatWasNotSentIsSentAgainUnchangedAndCostsNoAttempt() {
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.answers(Outcomes.notSent()),
                        Bank.answers(Outcomes.notSent()),
                        gateway().stops(60));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        StopOrder queued = awaitOrder(caseId, STOP_ORDER_STATE_QUEUED);
        assertThat(queued.getAttempts()).isZero();

        waitAndAdvance();
        awaitQuiet();
        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_QUEUED).getAttempts()).isZero();
        waitAndAdvance();

        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order.getAttempts()).isEqualTo(1);
        assertThat(gateway().sendsTo(payee.getNumber()))
                .extracting(SendStopRequest::getResend)
                .containsExactly(false, true, true);
        assertThat(gateway().formsOf(order.getApplicationId())).isEqualTo(1);
    }

    @Test
    void unsentOrderKeepsTryingForAsLongAsItTakes() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.notSent()));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        awaitOrder(caseId, STOP_ORDER_STATE_QUEUED);
        for (int minute = 0; minute < 15; minute++) {
            time.jump(Duration.ofMinutes(1));
            advance();
            awaitQuiet();
        }
        awaitOrder(caseId, STOP_ORDER_STATE_QUEUED);
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(16);

        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        waitAndAdvance();
        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
        gateway().onInquiry(payee.getNumber(), gateway().stops(60));
        waitAndAdvance();

        // The time in which it could not be sent is not part of the time for which inquiries go on.
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void gatewayThatNobodyReachesCostsNoAttempt() {
        freeze().deliver(Report.of(newCase()).paid(account(), 100));
        awaitQuiet();
        gateway().goAway();
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_QUEUED).getAttempts()).isZero();

        gateway().comeBack();
        await().atMost(PATIENCE).until(() -> {
            waitAndAdvance();
            awaitQuiet();
            return freeze().progress(caseId).getOrders(0).getState() == STOP_ORDER_STATE_IN_EFFECT;
        });

        assertThat(freeze().progress(caseId).getOrders(0).getAttempts()).isEqualTo(1);
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
    }

    @Test
    void ordersToEveryBankGoOutAtOnceWhenTheGatewayIsBack() {
        freeze().deliver(Report.of(newCase()).paid(account(), 100));
        awaitQuiet();
        time.stand();
        gateway().goAway();
        freeze().deliver(Report.of(caseId).paid(payee, 100).paid(Report.account(ABC), 200));
        await().atMost(PATIENCE).until(() -> allOrdersAre(STOP_ORDER_STATE_QUEUED));
        endOutage();
        assertThat(allOrdersAre(STOP_ORDER_STATE_QUEUED)).as("it is still away").isTrue();

        gateway().comeBack();
        await("no time passes").atMost(PATIENCE).until(() -> {
            endOutage();
            advance();
            return allOrdersAre(STOP_ORDER_STATE_IN_EFFECT);
        });
    }

    private void endOutage() {
        institutions.endOutage().await().atMost(PATIENCE);
    }

    private boolean allOrdersAre(StopOrderState state) {
        List<StopOrder> orders = freeze().progress(caseId).getOrdersList();
        return orders.size() == 2 && orders.stream().allMatch(order -> order.getState() == state);
    }

    @Test
    void sweepsOfManyReplicasAtOnceSendEachOrderOnce() {
        List<String> numbers = new ArrayList<>();
        Report report = Report.of(caseId);
        for (int i = 0; i < 30; i++) {
            Account account = account();
            numbers.add(account.getNumber());
            report.paid(account, 100);
            gateway()
                    .onSend(
                            account.getNumber(),
                            Bank.answers(Outcomes.notSent()),
                            gateway().stops(60));
        }
        freeze().deliver(report);
        awaitQuiet();
        time.jump(Duration.ofSeconds(31));

        advanceAtOnce(8);
        awaitQuiet();

        assertThat(numbers)
                .allSatisfy(number -> assertThat(gateway().sendsTo(number)).hasSize(2));
        assertThat(freeze().progress(caseId).getOrdersList())
                .allMatch(order -> order.getState() == STOP_ORDER_STATE_IN_EFFECT && order.getAttempts() == 1);
    }
}
