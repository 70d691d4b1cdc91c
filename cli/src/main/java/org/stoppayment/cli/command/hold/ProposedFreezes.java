package org.stoppayment.cli.command.hold;

import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.freeze.v1.HoldProposal;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;
import org.stoppayment.proto.freeze.v1.ProposeHoldsRequest;
import org.stoppayment.proto.freeze.v1.ProposeHoldsResponse;

/** The accounts of a case that are proposed to be frozen, each for the case's money there. */
final class ProposedFreezes {

    private final String caseId;
    private final List<HoldProposal> all;
    private final boolean incomplete;

    private ProposedFreezes(String caseId, List<HoldProposal> all, boolean incomplete) {
        this.caseId = caseId;
        this.all = all;
        this.incomplete = incomplete;
    }

    /** Asks for them. */
    static ProposedFreezes of(ServiceClients clients, String caseId) {
        ProposeHoldsResponse answer = clients.holds()
                .proposeHolds(ProposeHoldsRequest.newBuilder().setCaseId(caseId).build());
        return new ProposedFreezes(caseId, answer.getProposalsList(), answer.getIncomplete());
    }

    /** What the case may freeze while no other case has frozen the account. */
    static long sumFen(HoldProposal proposal) {
        return Math.addExact(proposal.getAmountFen(), proposal.getSurplusFen());
    }

    private List<HoldProposal> of(HoldProposalKind kind) {
        return all.stream().filter(proposal -> proposal.getKind() == kind).toList();
    }

    private List<HoldProposal> freezes() {
        return of(HoldProposalKind.HOLD_PROPOSAL_KIND_FREEZE);
    }

    /** How many accounts are to be frozen. */
    int count() {
        return freezes().size();
    }

    /** Fails when there is nothing to freeze: the case has no stop that ends, or is not filed. */
    void requireAny() {
        if (!freezes().isEmpty()) {
            return;
        }
        int unfiled = of(HoldProposalKind.HOLD_PROPOSAL_KIND_FILE_OR_LIFT).size();
        throw unfiled > 0
                ? CliException.refused(HoldText.CASE_NOT_FILED, unfiled, caseId)
                : CliException.refused(HoldText.NOTHING_TO_FREEZE, caseId);
    }

    /** Prints the accounts with their sums, and what is left out. */
    void print(Context context) {
        Console console = context.console();
        console.progress(console.text(HoldText.WOULD_BE_ORDERED));
        console.progress(new ProposalTable(console, context.clock().instant()).render(freezes()));
        console.progress(console.text(
                HoldText.WOULD_HOLD_IN_ALL,
                count(),
                Formats.yuan(
                        freezes().stream().mapToLong(ProposedFreezes::sumFen).reduce(0, Math::addExact))));
        long others = of(HoldProposalKind.HOLD_PROPOSAL_KIND_LIMIT).stream()
                .filter(limited -> freezes().stream()
                        .noneMatch(freeze -> freeze.getAccount().equals(limited.getAccount())))
                .count();
        if (others > 0) {
            console.progress(console.toned(Tone.WARNING, console.text(HoldText.LEFT_OUT, others, caseId)));
        }
        if (incomplete) {
            console.progress(console.toned(Tone.WARNING, console.text(HoldText.MORE_PROPOSALS)));
        }
    }

    /** An order for each account, of the sum that was shown. */
    List<OrderFreezeRequest> orders(OrderFreezeRequest.Builder order) {
        return freezes().stream()
                .map(proposal -> order.clone()
                        .setInstitutionCode(proposal.getAccount().getInstitutionCode())
                        .setAccountNumber(proposal.getAccount().getNumber())
                        .setAmountFen(sumFen(proposal))
                        .build())
                .toList();
    }
}
