package org.stoppayment.freeze.holds.grpc;

import com.google.protobuf.Duration;
import org.stoppayment.freeze.holds.domain.HoldProposal;
import org.stoppayment.freeze.orders.grpc.InstructionWire;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;
import org.stoppayment.proto.freeze.v1.ProposeHoldsResponse;

/** Parses and renders proposals. */
final class ProposalWire {

    private ProposalWire() {}

    static java.time.Duration duration(Duration duration) {
        return java.time.Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
    }

    static ProposeHoldsResponse render(Page<HoldProposal> page) {
        return ProposeHoldsResponse.newBuilder()
                .addAllProposals(page.rows().stream().map(ProposalWire::render).toList())
                .setIncomplete(page.more())
                .build();
    }

    private static org.stoppayment.proto.freeze.v1.HoldProposal render(HoldProposal proposal) {
        org.stoppayment.proto.freeze.v1.HoldProposal.Builder shown =
                org.stoppayment.proto.freeze.v1.HoldProposal.newBuilder()
                        .setKind(HoldProposalKind.valueOf("HOLD_PROPOSAL_KIND_" + proposal.kind()))
                        .setCaseId(proposal.caseId().toString())
                        .setAccount(InstructionWire.account(proposal.account()))
                        .setApplicationId(proposal.applicationId().toString())
                        .setEndsAt(CommonWire.timestamp(proposal.endsAt()))
                        .setAmountFen(proposal.amount().fen())
                        .setSurplusFen(proposal.surplus().fen());
        proposal.held().map(Money::fen).ifPresent(shown::setHeldFen);
        proposal.objection().ifPresent(objection -> shown.setOpenObjection(objection.toString()));
        return shown.build();
    }
}
