package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.HoldProposal;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;
import org.stoppayment.proto.freeze.v1.ProposeHoldsRequest;
import org.stoppayment.proto.freeze.v1.StopOrderState;

@QuarkusTest
class ProposingHoldsTest extends HoldsFixture {

    private static final java.time.Duration TERM = java.time.Duration.ofHours(48);

    @Test
    void stopOfAFiledCaseThatEndsSoonIsProposedToBeFrozen() {
        String caseId = filedCase();
        assertThat(proposals(ProposeHoldsRequest.newBuilder())).isEmpty();
        time.jump(TERM.minusHours(23));

        HoldProposal proposal = proposals(ProposeHoldsRequest.newBuilder()).get(0);

        assertThat(proposal.getKind()).isEqualTo(HoldProposalKind.HOLD_PROPOSAL_KIND_FREEZE);
        assertThat(proposal.getCaseId()).isEqualTo(caseId);
        assertThat(proposal.getAmountFen()).isEqualTo(TAINT);
        assertThat(proposal.getAccount().getNumber()).isEqualTo(account.getNumber());
    }

    @Test
    void stopOfACaseThatIsNotFiledNeedsTheFilingOrTheLift() {
        String caseId = stoppedCase();

        HoldProposal proposal =
                proposals(ProposeHoldsRequest.newBuilder().setCaseId(caseId)).get(0);

        assertThat(proposal.getKind()).isEqualTo(HoldProposalKind.HOLD_PROPOSAL_KIND_FILE_OR_LIFT);
        assertThat(proposal.getEndsAt()).isEqualTo(stopOf(caseId).getExpiresAt());
    }

    @Test
    void frozenAccountIsNotProposedAgain() {
        String caseId = filedCase();
        order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT);

        assertThat(proposals(ProposeHoldsRequest.newBuilder().setCaseId(caseId)))
                .isEmpty();
    }

    @Test
    void stopThatHoldsMoreThanTenTimesTheTaintIsProposedToBeLimitedAtOnce() {
        String caseId = newCase();
        long little = FakeGateway.BALANCE / 11;
        freeze().deliver(Report.of(caseId).paid(account, little));
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        file(caseId);

        HoldProposal proposal = proposals(ProposeHoldsRequest.newBuilder()).get(0);

        assertThat(proposal.getKind()).isEqualTo(HoldProposalKind.HOLD_PROPOSAL_KIND_LIMIT);
        assertThat(proposal.getAmountFen()).isEqualTo(little);
        assertThat(proposal.getHeldFen()).isEqualTo(FakeGateway.BALANCE);
    }

    @Test
    void freezeIsProposedForRenewalThirtyDaysBeforeItsEnd() {
        Freeze held = order(freezeOf(filedCase()), FreezeState.FREEZE_STATE_IN_EFFECT);
        java.time.Instant end = CommonWire.instant(held.getExpiresAt());
        time.jump(java.time.Duration.between(
                time.instant(), end.minus(java.time.Duration.ofDays(30)).minusSeconds(60)));
        assertThat(proposals(ProposeHoldsRequest.newBuilder())).isEmpty();

        time.jump(java.time.Duration.ofSeconds(61));

        assertThat(proposals(ProposeHoldsRequest.newBuilder())).singleElement().satisfies(proposal -> {
            assertThat(proposal.getKind()).isEqualTo(HoldProposalKind.HOLD_PROPOSAL_KIND_RENEW);
            assertThat(proposal.getApplicationId()).isEqualTo(held.getApplicationId());
        });
    }

    @Test
    void horizonMayBeGiven() {
        filedCase();

        assertThat(proposals(ProposeHoldsRequest.newBuilder()
                        .setWithin(Duration.newBuilder()
                                .setSeconds(TERM.plusHours(1).toSeconds()))))
                .hasSize(1);
    }

    private List<HoldProposal> proposals(ProposeHoldsRequest.Builder request) {
        return freeze().holds().proposeHolds(request.build()).getProposalsList();
    }
}
