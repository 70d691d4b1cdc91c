package org.stoppayment.freeze.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_DECLINED;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_HELD_BY_OTHER;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_MANUAL;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_UNHELD;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_UNKNOWN;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_HELD_BY_OTHER;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.testkit.AttentionFixture;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.AttentionItem;
import org.stoppayment.proto.freeze.v1.CaseAttention;

/** What needs attention, for each reason, and what is like it and does not. */
@QuarkusTest
class AttentionTest extends AttentionFixture {

    private final String wrong = newCase();
    private final String right = newCase();

    @Test
    void caseWhoseMoneyIsAllHeldNeedsNone() {
        freeze().deliver(Report.of(caseId).paid(payee, 100_000));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);

        assertSettledWith(caseId);
        assertThat(open()).isEmpty();
    }

    @Test
    void caseWhoseOrderIsOnItsWayNeedsNone() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway().onSend(payee.getNumber(), Bank.holds(answer, gateway().stops(100_000)));
        freeze().deliver(Report.of(caseId).paid(payee, 100_000));

        assertThat(open()).isEmpty();
        assertThat(freeze().progress(caseId).getNeedsAttention()).isFalse();

        answer.complete(null);
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertSettledWith(caseId);
    }

    @Test
    void declinedOrderNeedsAttentionAndItsMoneyIsUnknown() {
        gateway().onSend(payee.getNumber(), Bank.says("0301"));
        freeze().deliver(Report.of(caseId).paid(payee, 134_000_00).paid(account(), 900_000));
        String id = awaitOrder(caseId, payee, STOP_ORDER_STATE_DECLINED).getApplicationId();

        assertSettledWith(caseId, ATTENTION_REASON_DECLINED, ATTENTION_REASON_UNKNOWN);
        assertThat(freeze().progress(caseId).getAttentionReasonsList())
                .extracting(CaseAttention::getItems)
                .containsExactly(1, 1);
        AttentionItem item = item(ATTENTION_REASON_DECLINED);
        assertThat(item.getKey().getCaseId()).isEqualTo(caseId);
        assertThat(item.getAccount()).isEqualTo(payee);
        assertThat(item.getAtRiskFen()).isEqualTo(134_000_00);
        assertThat(item.getApplicationId()).isEqualTo(id);
        assertThat(item.getState()).isEqualTo(STOP_ORDER_STATE_DECLINED);
        assertThat(item.getResultCode()).isEqualTo("0301");
        assertThat(item.hasSince()).isTrue();
    }

    @Test
    void declinedOrderThatANewOneOnTheSameAccountReplacedNeedsNone() {
        gateway().onSend(payee.getNumber(), Bank.says("0301"), gateway().stops(100_000));
        freeze().deliver(Report.of(caseId).paid(wrong, payee, 100_000));
        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);

        freeze().deliver(Report.of(caseId).correcting(wrong, right, payee, 100_000));
        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);

        assertSettledWith(caseId);
    }

    @Test
    void declinedOrderWhoseTransferWasCorrectedToAnotherAccountNeedsNone() {
        gateway().onSend(payee.getNumber(), Bank.says("0300"));
        freeze().deliver(Report.of(caseId).paid(wrong, payee, 100_000));
        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);

        freeze().deliver(Report.of(caseId).correcting(wrong, right, account(), 100_000));
        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);

        assertSettledWith(caseId);
    }

    @Test
    void declinedOrderWhoseReplacementIsDeclinedTooNeedsAttentionOnce() {
        gateway().onSend(payee.getNumber(), Bank.says("0301"));
        freeze().deliver(Report.of(caseId).paid(wrong, payee, 100_000));
        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);
        freeze().deliver(Report.of(caseId).correcting(wrong, right, payee, 90_000));
        String second = awaitOrder(caseId, 1, STOP_ORDER_STATE_DECLINED).getApplicationId();

        assertSettledWith(caseId, ATTENTION_REASON_DECLINED, ATTENTION_REASON_UNKNOWN);
        assertThat(item(ATTENTION_REASON_DECLINED).getApplicationId()).isEqualTo(second);
        assertThat(item(ATTENTION_REASON_DECLINED).getAtRiskFen()).isEqualTo(90_000);
    }

    @Test
    void accountThatHadItsTwoStopsNeedsAttentionOfTheCaseWhoseStopIsDeclinedHere() {
        useUpTheStopsOfThePayee();

        freeze().deliver(Report.of(caseId).paid(payee, 50_000));
        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);

        assertSettledWith(caseId, ATTENTION_REASON_DECLINED, ATTENTION_REASON_UNKNOWN);
        assertThat(item(ATTENTION_REASON_DECLINED).getResultCode()).isEqualTo("1304");
    }

    @Test
    void victimsOwnAccountThatCouldNotBeProtectedNeedsAttentionWithoutASum() {
        gateway().onSend(payee.getNumber(), Bank.says("0301"));
        freeze().deliver(Report.of(caseId).protecting(payee));
        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);

        assertSettledWith(caseId, ATTENTION_REASON_DECLINED);
        assertThat(item(ATTENTION_REASON_DECLINED).getAtRiskFen()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, THRESHOLD})
    void declinedOrderNeedsAttentionHoweverLittleIsAtRisk(long fen) {
        declined(caseId, payee, fen);

        assertSettledWith(caseId, ATTENTION_REASON_DECLINED);
    }

    @Test
    void accountThatAnotherAuthorityHoldsNeedsAttentionUntilItIsStopped() {
        gateway().onSend(payee.getNumber(), Bank.says("1301"), gateway().stops(100_000));
        freeze().deliver(Report.of(caseId).paid(wrong, payee, THRESHOLD));
        awaitOrder(caseId, STOP_ORDER_STATE_HELD_BY_OTHER);
        assertSettledWith(caseId, ATTENTION_REASON_HELD_BY_OTHER);

        freeze().deliver(Report.of(caseId).correcting(wrong, right, payee, THRESHOLD));
        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);

        assertSettledWith(caseId);
    }

    @Test
    void orderThatWaitsForAPersonNeedsAttentionUntilOneActs() {
        gateway().onSend(payee.getNumber(), Bank.says("0600"));
        freeze().deliver(Report.of(caseId).paid(payee, THRESHOLD));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_MANUAL).getApplicationId();
        assertSettledWith(caseId, ATTENTION_REASON_MANUAL);

        freeze().record(id, Outcomes.stopped(id, time.instant(), 20_000), "Zhang");
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);

        assertSettledWith(caseId);
    }

    @Test
    void lapsedStopNeedsAttentionOfEachCaseUntilTheAccountIsStoppedAgain() {
        String joined = newCase();
        freeze().deliver(Report.of(caseId).paid(payee, 100_000));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        freeze().deliver(Report.of(joined).paid(payee, 30_000));
        bookAll();
        assertThat(open()).isEmpty();

        time.jump(TERM_AND_MORE);
        advance();
        bookAll();

        awaitOrder(caseId, STOP_ORDER_STATE_LAPSED);
        assertSettledWith(caseId, ATTENTION_REASON_UNHELD);
        assertSettledWith(joined, ATTENTION_REASON_UNHELD);
        assertThat(open()).extracting(AttentionItem::getAtRiskFen).containsExactly(100_000L, 30_000L);
        assertThat(open()).extracting(AttentionItem::getApplicationId).containsOnly(id);

        restop(id);
        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();
        assertSettledWith(caseId);
        assertSettledWith(joined);
    }

    @Test
    void moneyThatIsNotHeldNeedsNoneWhileAnotherStopIsOnItsWay() {
        String lapsed = stopped(payee, 100_000, 100_000);
        time.jump(TERM_AND_MORE);
        advance();
        bookAll();
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));

        restop(lapsed);
        String id = awaitOrder(caseId, 1, STOP_ORDER_STATE_ACCEPTED).getApplicationId();

        assertThat(open()).isEmpty();
        freeze().callBack(FakeGateway.ICBC, Outcomes.stopped(id, time.instant(), 100_000));
        assertSettledWith(caseId);
    }

    @Test
    void claimThatItsOwnCaseEndedNeedsNoAttention() {
        String joined = newCase();
        freeze().deliver(Report.of(caseId).paid(payee, 100_000));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        freeze().deliver(Report.of(joined).paid(payee, 30_000));
        bookAll();

        lift(id);

        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertSettledWith(caseId);
        assertSettledWith(joined);
    }

    @Test
    void stopThatItsCaseLiftedByMistakeNeedsAttentionWhenTheNextOneIsDeclined() {
        String id = stopped(payee, 100_000, 100_000);
        bookAll();
        lift(id);
        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertSettledWith(caseId); // the case meant it
        gateway().onSend(payee.getNumber(), Bank.says("0301"), gateway().stops(100_000));

        restop(id);
        String declined = awaitOrder(caseId, 1, STOP_ORDER_STATE_DECLINED).getApplicationId();

        assertSettledWith(caseId, ATTENTION_REASON_UNHELD);
        assertThat(item(ATTENTION_REASON_UNHELD).getAtRiskFen()).isEqualTo(100_000);
        restop(declined);
        awaitOrder(caseId, 2, STOP_ORDER_STATE_IN_EFFECT);
        assertSettledWith(caseId);
    }

    @Test
    void moneyThatNobodyHasLocatedNeedsAttentionAboveTheThreshold() {
        stopped(payee, 100_000, 100_000 - THRESHOLD - 1);
        stopped(account(), 100_000, 100_000 - THRESHOLD);

        assertSettledWith(caseId, ATTENTION_REASON_UNKNOWN);
        assertThat(item(ATTENTION_REASON_UNKNOWN).getAccount()).isEqualTo(payee);
        assertThat(item(ATTENTION_REASON_UNKNOWN).getAtRiskFen()).isEqualTo(THRESHOLD + 1);
    }

    @Test
    void moneyThatIsUnknownWhileBookingsAreToComeNeedsNoneUntilTheyHaveCome() {
        Instant stoppedAt = time.stand();
        String id = stoppedBeforeItsBookingsCame(stoppedAt, 100_000, 20_000);
        awaitQuiet();
        book();
        assertThat(open()).isEmpty();
        assertThat(freeze().progress(caseId).getNeedsAttention()).isFalse();

        freeze().callBack(payee.getInstitutionCode(), Outcomes.stopped(id, stoppedAt, 20_000));

        assertSettledWith(caseId, ATTENTION_REASON_UNKNOWN);
        assertThat(item(ATTENTION_REASON_UNKNOWN).getAtRiskFen()).isEqualTo(80_000);
    }

    @Test
    void moneyThatWentOnAndIsHeldNeedsNone() {
        Account second = account();
        moved(payee, 0, to(second, "1", 100_000, 5));
        freeze().deliver(Report.of(caseId).paid(payee, 100_000));
        awaitOrder(caseId, second, STOP_ORDER_STATE_IN_EFFECT);

        assertSettledWith(caseId);
    }
}
