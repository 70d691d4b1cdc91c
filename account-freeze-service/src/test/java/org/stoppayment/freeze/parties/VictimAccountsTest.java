package org.stoppayment.freeze.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Inflow;
import org.stoppayment.proto.gateway.v1.Outflow;

/** Whose account is it: domain rules of accounts on the victim's side. */
@QuarkusTest
class VictimAccountsTest extends TracingFixture {

    private static final String VICTIM = "郑某";
    private static final String MULE = "卡主甲";

    private final String caseId = newCase();
    private final Account card = named(account(), VICTIM);
    private final Account secondCard = named(account(), VICTIM);
    private final Account mule = named(account(), MULE);

    @Test
    void rebateIsRestoredAndTheVictimsAccountGetsNoOrder() {
        moved(mule, 9_700, to(card, "R1", 300, 30));

        freeze().deliver(report().paidFrom(card, mule, 10_000, IN));

        Trace trace = awaitTrace(caseId);
        assertThat(trace.getTotal().getRestoredFen()).isEqualTo(300);
        assertThat(trace.getTotal().getHeldFen()).isEqualTo(9_700);
        assertThat(trace.getTotal().getUnknownFen()).isZero();
        assertThat(isReached(trace, card)).isFalse();
        assertAddsUp(trace);
        assertThat(freeze().progress(caseId).getRestoredFen()).isEqualTo(300);
        assertThat(gateway().sendsTo(card.getNumber())).isEmpty();
        bookAll();
        assertThat(booked(caseId, mule, FundsPosition.FUNDS_POSITION_RESTORED)).isEqualTo(300);
    }

    @Test
    void rebateLargerThanTheLossRestoresTheLoss() {
        moved(mule, 0, to(card, "R1", 50_000, 30));

        freeze().deliver(report().paidFrom(card, mule, 10_000, IN));

        Trace trace = awaitTrace(caseId);
        assertThat(trace.getTotal().getRestoredFen()).isEqualTo(10_000);
        assertAddsUp(trace);
        assertThat(alerts(AlertKind.ALERT_KIND_NOTHING_HELD))
                .as("the account is empty")
                .isEmpty();
    }

    @Test
    void stopThatHoldsNothingOfTheCaseAfterARebateIsAlertedOnce() {
        moved(mule, 40_000, to(card, "R1", 50_000, 30));
        Account other = named(account(), MULE);
        moved(other, 9_000, to(card, "R2", 999, 30));
        freeze().deliver(report().paidFrom(card, mule, 10_000, IN).paidFrom(card, other, 1_000, IN));

        Trace trace = awaitTrace(caseId);

        assertThat(trace.getTotal().getHeldFen()).isEqualTo(1);
        String order = awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        assertThat(alerts(AlertKind.ALERT_KIND_NOTHING_HELD)).singleElement().satisfies(alert -> {
            assertThat(alert.getApplicationId()).isEqualTo(order);
            assertThat(alert.getDetail())
                    .isEqualTo(
                            "the stop holds nothing of the case: 10000 of its 10000 fen were given back to the victim");
        });
        assertThat(gateway().lifts()).as("a person decides").isEmpty();
    }

    @Test
    void transferToASecondCardOfTheVictimIsNoLoss() {
        moved(mule, 50_000);

        freeze().deliver(report().paidFrom(card, secondCard, 50_000, IN).paidFrom(secondCard, mule, 50_000, IN));

        Trace trace = awaitTrace(caseId);
        assertThat(trace.getTotal().getReportedFen()).isEqualTo(50_000);
        assertThat(isReached(trace, secondCard)).isFalse();
        assertThat(gateway().sends()).hasSize(1);
    }

    @Test
    void payeeThatPaidOnUnderAnotherNameIsStopped() {
        Account next = named(account(), "卡主乙");
        moved(mule, 0);
        moved(next, 10_000);

        freeze().deliver(report().paidFrom(card, mule, 10_000, IN).paidFrom(mule, next, 10_000, IN));

        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        awaitOrder(caseId, next, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(awaitTrace(caseId).getTotal().getReportedFen()).isEqualTo(10_000);
    }

    @Test
    void payeeThatOnlyBearsTheVictimsNameIsStopped() {
        Account like = named(account(), VICTIM);
        moved(like, 10_000);

        freeze().deliver(report().paidFrom(card, like, 10_000, IN));

        awaitOrder(caseId, like, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void accountThatTurnsOutToBeTheVictimsLosesItsClaimAndPeopleAreAlerted() {
        moved(secondCard, 50_000);
        moved(mule, 50_000);
        freeze().deliver(report().paidFrom(card, secondCard, 50_000, IN));
        StopOrder order = awaitOrder(caseId, secondCard, STOP_ORDER_STATE_IN_EFFECT);

        freeze().deliver(Report.supplement(caseId).paidFrom(secondCard, mule, 50_000, IN));

        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        await().atMost(PATIENCE).until(() -> {
            book();
            return freeze().progress(caseId).getReportedFen() == 50_000;
        });
        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(alerts(AlertKind.ALERT_KIND_OWN_ACCOUNT_STOPPED))
                .extracting(Alert::getApplicationId)
                .containsExactly(order.getApplicationId());
        assertAddsUp(awaitTrace(caseId));
        bookAll();
        assertThat(booked(caseId, secondCard, FundsPosition.FUNDS_POSITION_HELD))
                .isZero();
    }

    @Test
    void rebateThatIsKnownBeforeItsPayeeIsNamedBecomesRestored() {
        Account third = named(account(), VICTIM);
        moved(mule, 9_000, to(third, "R1", 50_000, 30));
        moved(third, 1_000);
        freeze().deliver(report().paidFrom(card, mule, 100_000, IN));
        awaitOrder(caseId, third, STOP_ORDER_STATE_IN_EFFECT);

        freeze().deliver(Report.supplement(caseId).paidFrom(third, mule, 5_000, IN.plusSeconds(1)));

        await().atMost(PATIENCE).until(() -> {
            book();
            return freeze().progress(caseId).getRestoredFen() == 50_000;
        });
        assertThat(alerts(AlertKind.ALERT_KIND_OWN_ACCOUNT_STOPPED)).hasSize(1);
        assertAddsUp(awaitTrace(caseId));
    }

    @Test
    void protectiveStopOnTheVictimsOwnPayeeAccountIsOrdered() {
        moved(mule, 50_000);
        gateway().onSend(secondCard.getNumber(), gateway().stops(0));

        freeze().deliver(report().paidFrom(card, secondCard, 50_000, IN)
                .paidFrom(secondCard, mule, 50_000, IN)
                .protecting(secondCard));

        awaitOrder(caseId, secondCard, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(alerts(AlertKind.ALERT_KIND_OWN_ACCOUNT_STOPPED)).isEmpty();
        assertThat(awaitTrace(caseId).getTotal().getReportedFen()).isEqualTo(50_000);
    }

    @Test
    void payerOfAnotherNameThatIsTracedLaterWaitsForAPerson() {
        Account wife = named(account(), "孙某");
        moved(mule, 0, Outcomes.inflow("I1", 30_000, IN).setPayer(wife), to(wife, "R1", 20_000, 30));

        freeze().deliver(report().paidFrom(card, mule, 100_000, IN).paidFrom(wife, mule, 30_000, IN));

        StopOrder order = awaitOrder(caseId, wife, STOP_ORDER_STATE_MANUAL);
        assertThat(order.getManualReason()).isEqualTo("LIKELY_VICTIM");
        assertThat(order.getCandidateInstitutionCodesList()).containsExactly(wife.getInstitutionCode());
        assertThat(gateway().sendsTo(wife.getNumber())).isEmpty();
        assertThat(alerts(AlertKind.ALERT_KIND_VICTIM_ACCOUNT))
                .extracting(Alert::getDetail)
                .containsExactly("LIKELY_VICTIM, paid in case " + caseId);
    }

    @Test
    void payerOfAnotherNameThatReceivedMoreThanItPaidIsStopped() {
        Account wife = named(account(), "孙某");
        moved(wife, 20_001);
        moved(mule, 0, Outcomes.inflow("I1", 20_000, IN).setPayer(wife), to(wife, "R1", 20_001, 30));

        freeze().deliver(report().paidFrom(card, mule, 100_000, IN).paidFrom(wife, mule, 30_000, IN));

        awaitOrder(caseId, wife, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void victimOfAnotherCaseWaitsForAPersonUntilItReceivedMoreThanItPaid() {
        String otherCase = newCase();
        Account otherCard = named(account(), "吴某");
        Account otherMule = named(account(), "卡主丙");
        moved(otherMule, 0, Outcomes.inflow("I1", 40_000, IN).setPayer(otherCard));
        freeze().deliver(Report.of(otherCase).victim("吴某").paidFrom(otherCard, otherMule, 40_000, IN));
        awaitOrder(otherCase, otherMule, STOP_ORDER_STATE_IN_EFFECT);
        moved(otherCard, 60_000);

        freeze().deliver(report().paidFrom(card, otherCard, 30_000, IN));

        StopOrder order = awaitOrder(caseId, otherCard, STOP_ORDER_STATE_MANUAL);
        assertThat(order.getManualReason()).isEqualTo("OTHER_VICTIM");
        assertThat(alerts(AlertKind.ALERT_KIND_VICTIM_ACCOUNT))
                .extracting(Alert::getDetail)
                .containsExactly("OTHER_VICTIM of case " + otherCase + ", paid in case " + caseId);

        String third = newCase();
        freeze().deliver(Report.of(third).victim("何某").paidFrom(named(account(), "何某"), otherCard, 30_000, IN));

        await().atMost(PATIENCE).until(() -> {
            book();
            return freeze().order(order.getApplicationId()).getState() == STOP_ORDER_STATE_IN_EFFECT;
        });
        assertThat(gateway().sendsTo(otherCard.getNumber())).hasSize(1);
    }

    @Test
    void victimsWhoNameEachOtherAreNotStoppedForWhatIsCovered() {
        String otherCase = newCase();
        Account otherCard = named(account(), "吴某");
        moved(otherCard, 10_000, Outcomes.inflow("I1", 10_000, IN).setPayer(card));
        freeze().deliver(report().paidFrom(card, otherCard, 10_000, IN));
        awaitOrder(caseId, otherCard, STOP_ORDER_STATE_IN_EFFECT);

        freeze().deliver(Report.of(otherCase).victim("吴某").paidFrom(otherCard, card, 5_000, IN));

        assertThat(awaitOrder(otherCase, card, STOP_ORDER_STATE_MANUAL).getManualReason())
                .isEqualTo("OTHER_VICTIM");
    }

    /** The bank of {@code payee} stops it and tells one booking into it, and where the money went. */
    private void moved(Account payee, long balanceFen, Inflow.Builder in, Outflow.Builder... out) {
        gateway().onSend(payee.getNumber(), id -> {
            Feedback.Builder feedback =
                    Outcomes.stopped(id, time.instant(), balanceFen).addInflows(in);
            List.of(out).forEach(feedback::addOutflows);
            return Bank.done(Outcomes.of(feedback));
        });
    }

    private Report report() {
        return Report.of(caseId).victim(VICTIM);
    }

    private static Account named(Account account, String name) {
        return account.toBuilder().setName(name).build();
    }

    private List<Alert> alerts(AlertKind kind) {
        alert();
        return freeze()
                .officer()
                .listAlerts(ListAlertsRequest.newBuilder().setPageSize(200).build())
                .getAlertsList()
                .stream()
                .filter(alert -> alert.getKind() == kind)
                .toList();
    }
}
