package org.stoppayment.freeze.dissuasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.DissuasionOutcome.DISSUASION_OUTCOME_NOT_A_VICTIM;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.DissuasionFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** A payer of a stopped account who has not called, and to whom the mule paid a rebate: one answer of the bank tells both. */
@QuarkusTest
class LikelyVictimAccountTest extends DissuasionFixture {

    private final Account payer = account();

    @Test
    void rebateThatThePayersOwnMoneyCoversStopsNothingAndThePayerIsListed() {
        StopOrder order = paidThenGotRebate(Duration.ofHours(2));

        assertWaits(order);
        screen();
        assertThat(open()).extracting(entry -> entry.getPayer().getNumber()).containsExactly(payer.getNumber());
    }

    @Test
    void rebateBeforeThePayerPaidAnythingIsStopped() {
        told(Duration.ofMinutes(30));

        awaitOrder(caseId, payer, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void accountThatAVictimReportsIsStopped() {
        StopOrder order = paidThenGotRebate(Duration.ofHours(2));
        assertWaits(order);

        freeze().deliver(Report.of(newCase()).paid(payer, 20_000));
        awaitQuiet();
        book();

        awaitOrder(caseId, payer, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().sendsTo(payer.getNumber())).hasSize(1);
    }

    @Test
    void payerWhomTheDeskFoundToBeNoVictimIsStopped() {
        StopOrder order = paidThenGotRebate(Duration.ofHours(2));
        assertWaits(order);
        screen();
        Dissuasion entry = claim(open().get(0), CHEN);
        close(entry, CHEN, DISSUASION_OUTCOME_NOT_A_VICTIM, "sold the card");

        freeze().deliver(Report.supplement(caseId).paid(mule, 700));
        awaitQuiet();
        book();

        awaitOrder(caseId, payer, STOP_ORDER_STATE_IN_EFFECT);
    }

    private StopOrder paidThenGotRebate(Duration paidBeforeStop) {
        told(paidBeforeStop);
        return awaitOrder(caseId, payer, STOP_ORDER_STATE_MANUAL);
    }

    /** The payer paid 10,000 yuan at that time before the stop, and got 300 yuan an hour before the stop. */
    private void told(Duration paidBeforeStop) {
        gateway()
                .onSend(
                        mule.getNumber(),
                        id -> Bank.done(Outcomes.of(Outcomes.stopped(id, stop, 0)
                                .addInflows(from(payer, "1", 1_000_000, stop.minus(paidBeforeStop)))
                                .addOutflows(Outcomes.outflow("2", 30_000, payer, stop.minus(Duration.ofHours(1)))))));
        freeze().deliver(Report.of(caseId).transfer("", newCase(), mule, 500_000, stop.minus(Duration.ofHours(3)), ""));
    }

    private void assertWaits(StopOrder order) {
        assertThat(order.getManualReason()).isEqualTo("LIKELY_VICTIM");
        assertThat(gateway().sendsTo(payer.getNumber())).isEmpty();
    }
}
