package org.stoppayment.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_DOUBT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_QUEUED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_SENDING;

import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeBed;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;

/** No answer is neither success nor failure. */
@QuarkusTest
class DoubtResilienceTest extends FreezeBed {

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
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(3);
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

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"INTERNAL", "UNAVAILABLE", "RESOURCE_EXHAUSTED"})
    void errorOfTheGatewayLeavesDoubt(Status.Code code) {
        gateway().onSend(payee.getNumber(), Bank.fails(code.toStatus()));

        freeze().deliver(Report.of(caseId).paid(payee, 100));

        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
    }

    @Test
    void garbageFromTheGatewayLeavesDoubt() {
        gateway()
                .onSend(
                        payee.getNumber(),
                        id -> Bank.done(Outcomes.of(
                                Feedback.newBuilder().setApplicationId(id).setResultCode("gone"))));

        freeze().deliver(Report.of(caseId).paid(payee, 100));

        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
    }

    @Test
    void inquiryFindsTheStopThatWasNeverAnsweredFor() {
        inDoubt();
        gateway().onInquiry(payee.getNumber(), gateway().stops(60));

        waitAndAdvance();

        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order.getTaintedHeldFen()).isEqualTo(60);
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
    }

    @Test
    void inquiryFindsARefusal() {
        inDoubt();
        gateway().onInquiry(payee.getNumber(), Bank.says("0300"));

        waitAndAdvance();

        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);
    }

    @Test
    void orderThatTheInstitutionDoesNotKnowIsSentAgainUnderTheSameId() {
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.answers(Outcomes.noAnswer()),
                        gateway().stops(60));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);

        waitAndAdvance();
        awaitOrder(caseId, STOP_ORDER_STATE_QUEUED);
        waitAndAdvance();

        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order.getAttempts()).isEqualTo(2);
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(2);
        assertThat(gateway().formsOf(order.getApplicationId())).isEqualTo(1);
    }

    @Test
    void inquiriesComeSlowerAndSlower() {
        Instant doubtSince = time.stand();
        StopOrder order = inDoubt();
        gateway().onInquiry(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        for (int inquiry = 1; inquiry <= 8; inquiry++) {
            assertThat(wait(order))
                    .isBetween(Duration.ofMillis(1), Duration.ofSeconds(Math.min(30, 1L << (inquiry - 1))));
            time.jump(wait(order));
            advance();
            assertThat(gateway().inquiriesAfter(order.getApplicationId())).isEqualTo(inquiry);
        }

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT).getTimelineCount())
                .isEqualTo(2);
        assertThat(time.instant()).isAfter(doubtSince);
    }

    @Test
    void nobodyIsAskedBeforeItIsTime() {
        time.stand();
        StopOrder order = inDoubt();
        time.jump(wait(order).minusMillis(1));

        advance();

        assertThat(gateway().inquiriesAfter(order.getApplicationId())).isZero();
    }

    @Test
    void tenMinutesOfDoubtNeedAPersonAndALateFeedbackStillTellsTheTruth() {
        StopOrder order = tenMinutesInDoubt();
        assertThat(order.getManualReason()).isEqualTo("BUDGET_SPENT");
        assertThat(freeze().progress(caseId).getSettled()).isTrue();

        freeze().callBack(ICBC, Outcomes.stopped(order.getApplicationId(), time.instant(), 60));

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getTaintedHeldFen())
                .isEqualTo(60);
    }

    @Test
    void inquiriesGoOnWhileAPersonIsWaitedFor() {
        StopOrder order = tenMinutesInDoubt();
        long before = gateway().inquiriesAfter(order.getApplicationId());

        waitAndAdvance();
        assertThat(gateway().inquiriesAfter(order.getApplicationId())).isEqualTo(before + 1);
        gateway().onInquiry(payee.getNumber(), gateway().stops(60));
        waitAndAdvance();

        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void supplementWhileAPersonIsWaitedForIsBookedWithTheLateFeedback() {
        StopOrder order = tenMinutesInDoubt();
        freeze().deliver(Report.of(caseId).paid(payee, 400));
        book();
        assertThat(freeze().progress(caseId).getOrdersCount()).isEqualTo(1);

        freeze().callBack(ICBC, Outcomes.stopped(order.getApplicationId(), time.instant(), 450));
        bookAll();

        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(450);
    }

    @Test
    void senderThatDiedAfterTheCommitLeavesAnOrderThatIsInquiredAfter() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        gateway().onSend(payee.getNumber(), Bank.holds(never, gateway().stops(60)));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        awaitOrder(caseId, STOP_ORDER_STATE_SENDING);

        time.jump(Duration.ofSeconds(7));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_SENDING);
        time.jump(Duration.ofSeconds(2));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
        gateway().onInquiry(payee.getNumber(), gateway().stops(60));
        waitAndAdvance();

        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        never.complete(null);
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
    }

    @Test
    void feedbackThatStaysAwayAfterA202IsInquiredAfter() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        gateway()
                .onInquiry(
                        payee.getNumber(),
                        Bank.answers(Outcomes.accepted()),
                        gateway().stops(60));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED);

        time.jump(Duration.ofSeconds(14));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED);
        time.jump(Duration.ofSeconds(2));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
        waitAndAdvance();
        awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED);
        waitAndAdvance();
        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
        waitAndAdvance();

        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
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

    @Test
    void sweepsOfManyReplicasAtOnceInquireOnce() {
        StopOrder order = inDoubt();
        time.jump(Duration.ofSeconds(31));

        advanceAtOnce(8);

        assertThat(gateway().inquiriesAfter(order.getApplicationId())).isEqualTo(1);
    }

    private StopOrder inDoubt() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        return awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
    }

    private StopOrder tenMinutesInDoubt() {
        inDoubt();
        gateway().onInquiry(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        time.jump(Duration.ofMinutes(9));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
        time.jump(Duration.ofMinutes(1));
        advance();
        return awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);
    }

    /** How long the order waits until somebody looks at it. */
    private Duration wait(StopOrder order) {
        long micros = database.number(
                "SELECT (extract(epoch FROM due_at) * 1000000)::bigint FROM stop_order WHERE application_id = ?::uuid",
                order.getApplicationId());
        Instant now = time.instant();
        return Duration.ofNanos((micros - now.getEpochSecond() * 1_000_000 - now.getNano() / 1000) * 1000);
    }
}
