package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_DOUBT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_QUEUED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_SENDING;

import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;

/** No answer is neither success nor failure. */
@QuarkusTest
class DoubtResilienceTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();

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

    /** How long the order waits until somebody looks at it. */
    private Duration wait(StopOrder order) {
        long micros = database.number(
                "SELECT (extract(epoch FROM due_at) * 1000000)::bigint FROM stop_order WHERE application_id = ?::uuid",
                order.getApplicationId());
        Instant now = time.instant();
        return Duration.ofNanos((micros - now.getEpochSecond() * 1_000_000 - now.getNano() / 1000) * 1000);
    }
}
