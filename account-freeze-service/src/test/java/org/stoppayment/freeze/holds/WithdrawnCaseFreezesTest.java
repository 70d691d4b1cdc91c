package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.Refusals.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentState;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.HoldProposal;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;
import org.stoppayment.proto.freeze.v1.ProposeHoldsRequest;

/** What becomes of freezes when their case is withdrawn (撤案). */
@QuarkusTest
class WithdrawnCaseFreezesTest extends HoldsFixture {

    @Test
    void freezeWhoseCaseIsWithdrawnWhileItIsOrderedIsNotSent() {
        String caseId = filedCase();
        database.execute(
                "CREATE FUNCTION withdraw_case() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " INSERT INTO withdrawn_case VALUES (NEW.case_id, NEW.case_id, now(), 'r', 'x', 'o', 'b');"
                        + " RETURN NEW; END $$;"
                        + " CREATE TRIGGER withdraw_case AFTER INSERT ON freeze_order FOR EACH ROW EXECUTE FUNCTION withdraw_case()");
        try {
            Freeze calledOff = order(freezeOf(caseId), FreezeState.FREEZE_STATE_LIFTED);

            assertThat(desk().freezes()).isEmpty();
            time.jump(Duration.ofMinutes(1));
            advanceHolds();
            assertThat(shown(calledOff.getApplicationId()).getState()).isEqualTo(FreezeState.FREEZE_STATE_LIFTED);
            assertThat(desk().freezes()).isEmpty();
        } finally {
            database.execute("DROP TRIGGER withdraw_case ON freeze_order; DROP FUNCTION withdraw_case()");
        }
    }

    @Test
    void peopleAreToldOfAFreezeInEffectAndItIsProposedToBeLifted() {
        String caseId = filedCase();
        Freeze held = order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT);

        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));

        assertThat(alerts()).containsExactly(held.getApplicationId() + " IN_EFFECT");
        assertThat(proposals(caseId)).singleElement().satisfies(proposal -> {
            assertThat(proposal.getKind()).isEqualTo(HoldProposalKind.HOLD_PROPOSAL_KIND_LIFT);
            assertThat(proposal.getApplicationId()).isEqualTo(held.getApplicationId());
        });
        freeze().holds().liftFreeze(liftOf(held.getApplicationId()).build());
        awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
        assertThat(proposals(caseId)).isEmpty();
    }

    @Test
    void freezeThatWasNotSentIsCalledOff() {
        String caseId = filedCase();
        desk().onFreeze(account, Bank.answers(Outcomes.notSent()), desk().holds("0000", TAINT));
        Freeze unsent = order(freezeOf(caseId), FreezeState.FREEZE_STATE_REQUESTED);
        int tried = desk().freezes().size();

        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));
        time.jump(Duration.ofMinutes(1));
        advanceHolds();

        assertThat(shown(unsent.getApplicationId()).getState()).isEqualTo(FreezeState.FREEZE_STATE_LIFTED);
        assertThat(desk().freezes()).hasSize(tried);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void freezeThatIsDueWhenItsCaseIsWithdrawnIsNotSent() {
        String caseId = filedCase();
        desk().onFreeze(account, Bank.answers(Outcomes.notSent()), desk().holds("0000", TAINT));
        Freeze unsent = order(freezeOf(caseId), FreezeState.FREEZE_STATE_REQUESTED);
        int tried = desk().freezes().size();
        database.execute("INSERT INTO withdrawn_case VALUES ('%s', '%s', now(), 'r', 'x', 'o', 'b')"
                .formatted(caseId, caseId)); // as if the freeze had been ordered while the withdrawal was being taken

        time.jump(Duration.ofMinutes(1));
        advanceHolds();

        awaitState(unsent.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
        assertThat(desk().freezes()).hasSize(tried);
    }

    @Test
    void freezeThatMayHaveBeenSentIsNotSentAgain() {
        String caseId = filedCase();
        desk().onFreeze(account, Bank.answers(Outcomes.noAnswer()));
        gateway().onInquiry(account.getNumber(), Bank.answers(Outcomes.notKnown()));
        Freeze doubted = order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_DOUBT);
        int sent = desk().freezes().size();

        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));
        time.jump(Duration.ofMinutes(1));
        advanceHolds();
        time.jump(Duration.ofMinutes(1));
        advanceHolds();

        assertThat(awaitState(doubted.getApplicationId(), FreezeState.FREEZE_STATE_MANUAL)
                        .getManualReason())
                .isEqualTo("CASE_WITHDRAWN");
        assertThat(desk().freezes()).hasSize(sent);
    }

    @Test
    void renewalThatWasNotSentIsCalledOff() {
        String caseId = filedCase();
        Freeze held = order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT);
        time.jump(Duration.between(
                time.instant(), CommonWire.instant(held.getExpiresAt()).minus(Duration.ofDays(5))));
        desk().onAmendment(account, Bank.answers(Outcomes.notSent()));
        freeze().holds().renewFreeze(renewalOf(held.getApplicationId()).build());
        awaitQuiet();
        int tried = desk().renewals().size();

        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));
        time.jump(Duration.ofMinutes(10));
        advanceHolds();

        awaitShown(held.getApplicationId(), shown -> assertThat(
                        shown.getAmendments(0).getState())
                .isEqualTo(FreezeAmendmentState.FREEZE_AMENDMENT_STATE_DECLINED));
        assertThat(desk().renewals()).hasSize(tried);
    }

    @Test
    void withdrawalThatComesAgainTellsOnce() {
        String caseId = filedCase();
        order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT);

        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));
        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));

        assertThat(alerts()).hasSize(1);
    }

    @Test
    void nothingIsFrozenOrRenewedForAWithdrawnCase() {
        Account other = account();
        String caseId = filedCase();
        Freeze held = order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT);
        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));
        time.jump(Duration.between(
                time.instant(), CommonWire.instant(held.getExpiresAt()).minus(Duration.ofDays(5))));

        assertRefused("CASE_WITHDRAWN", () -> freeze().holds()
                .renewFreeze(renewalOf(held.getApplicationId()).build()));
        assertRefused("CASE_CLOSED", () -> freeze().holds()
                .orderFreeze(freezeOf(caseId, other).build()));
    }

    @Test
    void freezeOfAnotherCaseStays() {
        String caseA = filedCase();
        String caseB = filedCase();
        Freeze ofA = order(freezeOf(caseA), FreezeState.FREEZE_STATE_IN_EFFECT);

        freeze().deliver(List.of(Withdrawn.of(caseB, 1)));
        release();
        awaitQuiet();

        assertThat(alerts()).isEmpty();
        assertThat(shown(ofA.getApplicationId()).getState()).isEqualTo(FreezeState.FREEZE_STATE_IN_EFFECT);
        assertThat(desk().lifts()).isEmpty();
    }

    private List<HoldProposal> proposals(String caseId) {
        return freeze().holds()
                .proposeHolds(ProposeHoldsRequest.newBuilder().setCaseId(caseId).build())
                .getProposalsList();
    }

    private List<String> alerts() {
        return database
                .rows("SELECT application_id || ' ' || detail FROM alert WHERE kind = 'FREEZE_OF_WITHDRAWN_CASE'")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }
}
