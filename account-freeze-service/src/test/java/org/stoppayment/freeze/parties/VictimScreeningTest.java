package org.stoppayment.freeze.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.NotToBeStopped;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Inflow;
import org.stoppayment.proto.gateway.v1.Outflow;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** Which accounts wait for a person because they seem to be a victim's, how long, and what never waits. */
@QuarkusTest
class VictimScreeningTest extends TracingFixture {

    private static final String VICTIM = "郑某";
    private static final String OTHER_VICTIM = "吴某";
    private static final Duration HOUR = Duration.ofHours(1);

    private final String caseId = newCase();
    private final String otherCase = newCase();
    private final Account card = named(account(), VICTIM);
    private final Account otherCard = named(account(), OTHER_VICTIM);
    private final Account mule = named(account(), "卡主甲");
    private final Account otherMule = named(account(), "卡主丙");

    /** 返利: pays 100 yuan, gets 130 back, pays 10,000, and reports. Another victim's case reaches the card by the 130. */
    @Test
    void victimsAccountThatWaitsIsNotStoppedByTheVictimsOwnCase() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway()
                .onSend(
                        mule.getNumber(),
                        Bank.holds(
                                answer,
                                tells(
                                        List.of(paid("I1", card, 10_000, 0), paid("I2", card, 1_000_000, 60)),
                                        to(card, "R1", 13_000, 30))));
        freeze().deliver(Report.of(otherCase).victim(OTHER_VICTIM).paidFrom(otherCard, mule, 50_000, IN));
        freeze().deliver(report().paidFrom(card, mule, 1_000_000, IN.plus(HOUR)));
        answer.complete(null);
        StopOrder order = awaitOrder(otherCase, card, STOP_ORDER_STATE_MANUAL);
        assertThat(order.getManualReason()).isEqualTo("OTHER_VICTIM");

        freeze().deliver(Report.supplement(caseId).paidFrom(card, mule, 5_000, IN.plus(HOUR)));
        follow();

        assertStillWaits(order);
    }

    @Test
    void likelyVictimsAccountThatWaitsIsNotStoppedByAThirdCase() {
        Account wife = named(account(), "孙某");
        gateway().onSend(mule.getNumber(), tells(List.of(paid("I1", wife, 30_000, 0)), to(wife, "R1", 20_000, 30)));
        freeze().deliver(report().paidFrom(card, mule, 100_000, IN).paidFrom(wife, mule, 30_000, IN));
        StopOrder order = awaitOrder(caseId, wife, STOP_ORDER_STATE_MANUAL);
        assertThat(order.getManualReason()).isEqualTo("LIKELY_VICTIM");

        freeze().deliver(Report.of(otherCase).victim(OTHER_VICTIM).paidFrom(otherCard, mule, 40_000, IN));
        follow();

        assertStillWaits(order);
    }

    @Test
    void payerIsNoVictimWhileNoBookingConfirmsThatItPaid() {
        freeze().deliver(Report.of(otherCase).victim(OTHER_VICTIM).paidFrom(mule, otherMule, 5_000, IN));
        awaitOrder(otherCase, otherMule, STOP_ORDER_STATE_IN_EFFECT);

        freeze().deliver(report().paidUnknownSum(mule));

        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void reportWithoutASumIsStoppedFirst() {
        anotherVictimPaid(5_000);

        freeze().deliver(report().paidUnknownSum(otherCard));

        awaitOrder(caseId, otherCard, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void protectiveStopOfAVictimOfAnotherCaseIsOrdered() {
        anotherVictimPaid(5_000);

        freeze().deliver(report().paidFrom(otherCard, mule, 10_000, IN).protecting(otherCard));

        awaitOrder(caseId, otherCard, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void consentOfTheVictimSendsTheOrderThatWaits() {
        anotherVictimPaid(40_000);
        freeze().deliver(report().paidFrom(card, otherCard, 30_000, IN));
        StopOrder order = awaitOrder(caseId, otherCard, STOP_ORDER_STATE_MANUAL);

        freeze().deliver(Report.supplement(otherCase).protecting(otherCard));
        follow();

        awaitOrder(caseId, otherCard, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().sendsTo(otherCard.getNumber()))
                .extracting(SendStopRequest::getApplicationId)
                .containsExactly(order.getApplicationId());
    }

    @Test
    void transferThatIsBookedAndReportedCountsOnce() {
        anotherVictimPaid(40_000, 60); // after it was paid itself, so that it is no LIKELY_VICTIM
        gateway().onSend(mule.getNumber(), tells(List.of(), to(otherCard, "R1", 30_000, 30)));
        freeze().deliver(report().paidFrom(card, mule, 100_000, IN));
        StopOrder order = awaitOrder(caseId, otherCard, STOP_ORDER_STATE_MANUAL);

        freeze().deliver(Report.supplement(caseId).paidFrom(mule, otherCard, 30_000, IN.plus(Duration.ofMinutes(30))));
        follow();

        assertStillWaits(order);
    }

    @Test
    void transferThatTwoDesksReportCountsOnce() {
        anotherVictimPaid(40_000);
        freeze().deliver(report().paidFrom(card, otherCard, 30_000, IN));
        StopOrder order = awaitOrder(caseId, otherCard, STOP_ORDER_STATE_MANUAL);
        String secondDesk = newCase();

        freeze().deliver(Report.of(secondDesk).victim(VICTIM).paidFrom(card, otherCard, 30_000, IN.plusSeconds(60)));
        follow();

        assertStillWaits(order);
        assertThat(freeze().progress(secondDesk).getPossibleDuplicatesList()).hasSize(1);
    }

    @Test
    void correctionCountsInsteadOfWhatItCorrects() {
        anotherVictimPaid(40_000);
        String transferId = newCase();
        freeze().deliver(report().paid(transferId, otherCard, 30_000));
        dismiss(awaitOrder(caseId, otherCard, STOP_ORDER_STATE_MANUAL));

        freeze().deliver(Report.supplement(caseId).correcting(transferId, newCase(), otherCard, 25_000));

        awaitOrder(caseId, otherCard, STOP_ORDER_STATE_MANUAL);
    }

    /** A booking confirms that the other case's victim paid {@code fen}. */
    private void anotherVictimPaid(long fen) {
        anotherVictimPaid(fen, 0);
    }

    private void anotherVictimPaid(long fen, int minutes) {
        gateway().onSend(otherMule.getNumber(), tells(List.of(paid("I1", otherCard, fen, minutes))));
        freeze().deliver(Report.of(otherCase)
                .victim(OTHER_VICTIM)
                .paidFrom(otherCard, otherMule, fen, IN.plus(Duration.ofMinutes(minutes))));
        awaitOrder(otherCase, otherMule, STOP_ORDER_STATE_IN_EFFECT);
    }

    /** All that is due is followed. */
    private void follow() {
        awaitQuiet();
        book();
        awaitQuiet();
    }

    private void assertStillWaits(StopOrder order) {
        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_MANUAL);
        assertThat(gateway().sendsTo(order.getAccount().getNumber())).isEmpty();
    }

    private void dismiss(StopOrder order) {
        freeze().officer()
                .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(order.getApplicationId())
                        .setNotToBeStopped(NotToBeStopped.newBuilder().setReason("a victim's account"))
                        .setReference("call 7")
                        .build());
    }

    /** The bank stops the account and tells what came in and what went out. */
    private Bank tells(List<Inflow.Builder> in, Outflow.Builder... out) {
        return id -> {
            Feedback.Builder feedback = Outcomes.stopped(id, time.instant(), 0);
            in.forEach(feedback::addInflows);
            List.of(out).forEach(feedback::addOutflows);
            return Bank.done(Outcomes.of(feedback));
        };
    }

    private static Inflow.Builder paid(String serial, Account payer, long fen, int minutes) {
        return Outcomes.inflow(serial, fen, IN.plus(Duration.ofMinutes(minutes)))
                .setPayer(payer);
    }

    private Report report() {
        return Report.of(caseId).victim(VICTIM);
    }

    private static Account named(Account account, String name) {
        return account.toBuilder().setName(name).build();
    }
}
