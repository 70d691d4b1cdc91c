package org.stoppayment.cli.command.victim.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.command.victim.status.StatusSamples.CALL;
import static org.stoppayment.cli.command.victim.status.StatusSamples.OWN;
import static org.stoppayment.cli.command.victim.status.StatusSamples.OWN_ACCOUNT;
import static org.stoppayment.cli.command.victim.status.StatusSamples.PLAN;
import static org.stoppayment.cli.command.victim.status.StatusSamples.STOP_END;
import static org.stoppayment.cli.command.victim.status.StatusSamples.moment;
import static org.stoppayment.cli.command.victim.status.StatusSamples.payment;
import static org.stoppayment.cli.command.victim.status.StatusSamples.shared;
import static org.stoppayment.cli.command.victim.status.StatusSamples.snapshot;
import static org.stoppayment.cli.command.victim.status.StatusSamples.told;
import static org.stoppayment.cli.command.victim.status.StatusSamples.with;

import com.google.protobuf.Timestamp;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.text.Language;
import org.stoppayment.proto.intake.v1.Withdrawal;
import org.stoppayment.proto.recovery.v1.ConditionCheck;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundApprovalState;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlanState;

/** A victim is told of a return what it is: a draft, an approval, an order or a receipt. */
class RefundWordsTest {

    @Test
    void whatOthersMustDoIsToldWithoutSayingWhoTheyAre() {
        RecoverySnapshot.Builder snapshot = blocked(RefundBlocker.REFUND_BLOCKER_CONDITION_UNMET);
        snapshot.getPlansBuilder(0).getPayoutsBuilder(0).getPayoutBuilder().clearConditions();

        assertThat(told(shared(snapshot.build())))
                .contains("Something that you cannot do yourself is still open. The police see to it.");
    }

    @Test
    void planWhosePaymentsAreOrderedIsToldByThePaymentsAlone() {
        RecoverySnapshot.Builder snapshot = snapshot();
        snapshot.getPlansBuilder(0).getPlanBuilder().setState(RefundPlanState.REFUND_PLAN_STATE_PAYING);

        assertThat(told(shared(snapshot.build())))
                .contains("Apart from the payments below, no return of money is planned at this time.")
                .noneMatch(line -> line.contains("50,000.00"));
    }

    @Test
    void approvedPlanIsToldAsApprovedUntilTheApprovalEnds() {
        assertThat(told(decided(RefundApprovalState.REFUND_APPROVAL_STATE_APPROVED, STOP_END)))
                .anyMatch(line -> line.startsWith("The police have approved the return of 50,000.00 to you"));
        assertThat(told(decided(RefundApprovalState.REFUND_APPROVAL_STATE_APPROVED, CALL)))
                .anyMatch(line -> line.startsWith("A draft would return 50,000.00 to you"));
        assertThat(told(decided(RefundApprovalState.REFUND_APPROVAL_STATE_SUBMITTED, STOP_END)))
                .anyMatch(line -> line.endsWith("The police must still approve it."));
    }

    @Test
    void rejectedPlanIsNotToldAsPlanned() {
        assertThat(told(decided(RefundApprovalState.REFUND_APPROVAL_STATE_REJECTED, STOP_END)))
                .noneMatch(line -> line.contains("50,000.00"));
    }

    @Test
    void draftsThatPayMoreThanTheLossNameNoSum() {
        assertThat(told(shared(
                        blocked(RefundBlocker.REFUND_BLOCKER_LOSS_EXCEEDED).build())))
                .anyMatch(line -> line.contains("The sum is not settled yet and may be lower than before."))
                .noneMatch(line -> line.contains("50,000.00"));
    }

    @Test
    void upheldObjectionIsToldAsDecided() {
        assertThat(told(shared(
                        blocked(RefundBlocker.REFUND_BLOCKER_OBJECTION_UPHELD).build())))
                .contains("An objection was upheld: this plan will change.")
                .doesNotContain("Somebody has objected. The police decide about that first.");
    }

    @Test
    void nothingIsAskedForAWithdrawnCase() {
        VictimFacts facts = shared();
        VictimFacts withdrawn = new VictimFacts(
                facts.reported().toBuilder()
                        .setCase(facts.reported().getCase().toBuilder()
                                .setWithdrawal(Withdrawal.newBuilder().setWithdrawnAt(CALL)))
                        .build(),
                facts.freezes(),
                facts.books(),
                facts.recovery(),
                facts.approvals(),
                facts.payments());

        assertThat(told(withdrawn))
                .contains("Nothing is needed of you at this time.")
                .noneMatch(line -> line.startsWith("You: "));
    }

    @Test
    void proofOfAnyPaymentIsAskedForWhenItIsNotConfirmed() {
        RecoverySnapshot.Builder snapshot = snapshot();
        snapshot.getPlansBuilder(0)
                .getPayoutsBuilder(0)
                .getPayoutBuilder()
                .addConditions(
                        ConditionCheck.newBuilder().setCondition(RefundCondition.REFUND_CONDITION_DEPOSIT_CONFIRMED));

        assertThat(told(shared(snapshot.build()))).contains("You: bring proof of the payment, such as the cash slip.");
    }

    @Test
    void paymentThatCameBackIsToldWithoutTheWordsOfTheBank() {
        RefundPayment paid = payment(OWN, OWN_ACCOUNT, "R-OWN", 100_000);
        VictimFacts facts = with(paid.toBuilder()
                .setState(RefundPaymentState.REFUND_PAYMENT_STATE_RETURNED)
                .setReceipts(
                        0,
                        paid.getReceipts(0).toBuilder()
                                .setReturnedFen(100_000)
                                .setReturnedAt(STOP_END)
                                .setReturnReason("户主甲"))
                .build());

        assertThat(told(facts)).contains("3 March 2026, 10:06: 1,000.00 of it came back.");
        assertThat(Json.of(StatusSamples.written(Language.EN, facts))).doesNotContain("户主甲");
    }

    @Test
    void overduePaymentIsToldAsLateWithoutADeadlineThatIsPast() {
        assertThat(told(with(ordered(RefundPaymentState.REFUND_PAYMENT_STATE_ACCEPTED, "2026-03-05T15:59:59Z"))))
                .anyMatch(line -> line.endsWith("The bank is to pay by 5 March 2026, 23:59."));
        assertThat(told(with(ordered(RefundPaymentState.REFUND_PAYMENT_STATE_ACCEPTED, "2026-03-01T15:59:59Z"))))
                .anyMatch(line -> line.endsWith("It is late; the police are asking the bank."))
                .noneMatch(line -> line.contains("is to pay by"));
    }

    @Test
    void declinedPaymentSaysOnlyWhatHappened() {
        assertThat(told(with(ordered(RefundPaymentState.REFUND_PAYMENT_STATE_DECLINED, "2026-03-05T15:59:59Z"))))
                .anyMatch(line -> line.endsWith("ordered on 1 March 2026, 10:05, did not succeed."));
    }

    private static RecoverySnapshot.Builder blocked(RefundBlocker blocker) {
        RecoverySnapshot.Builder snapshot = snapshot();
        snapshot.getPlansBuilder(0).clearBlockers().addBlockers(blocker);
        return snapshot;
    }

    private static VictimFacts decided(RefundApprovalState state, Timestamp expiry) {
        return with(
                snapshot().build(),
                Map.of(
                        PLAN,
                        RefundApproval.newBuilder()
                                .setPlanId(PLAN)
                                .setState(state)
                                .setExpiresAt(expiry)
                                .build()));
    }

    private static RefundPayment ordered(RefundPaymentState state, String deadline) {
        return payment(OWN, OWN_ACCOUNT, "", 100_000).toBuilder()
                .clearReceipts()
                .setState(state)
                .setAmountFen(100_000)
                .setOrderedAt(CALL)
                .setDeadlineAt(moment(deadline))
                .build();
    }
}
