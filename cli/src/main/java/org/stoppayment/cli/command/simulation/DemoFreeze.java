package org.stoppayment.cli.command.simulation;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.waiting.Polling;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentKind;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentState;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.GetFreezeRequest;
import org.stoppayment.proto.freeze.v1.HoldProposal;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;
import org.stoppayment.proto.freeze.v1.ProposeHoldsRequest;
import org.stoppayment.proto.freeze.v1.RenewFreezeRequest;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.FilingFacts;

/**
 * Files a case of the demo (立案), freezes (冻结) what its stops hold, and renews the freezes once. The police and the papers are made up,
 * and the terms are those of {@code rules/demo-short-terms.yaml}.
 */
final class DemoFreeze {

    private static final String POLICE = "110";
    private static final String DIGEST = "0".repeat(64);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);

    private final ServiceClients clients;
    private final Supplier<String> requestIds;

    DemoFreeze(ServiceClients clients, Supplier<String> requestIds) {
        this.clients = clients;
        this.requestIds = requestIds;
    }

    /**
     * A case that was frozen.
     *
     * @param name of the case
     * @param freezes of its accounts, as they stand in the end
     * @param firstEnd when the first of them would have ended without its renewal; empty when there is none
     */
    record Frozen(String name, List<Freeze> freezes, Optional<Timestamp> firstEnd) {

        /** True when every account that was to be frozen is, and is renewed. */
        boolean asExpected() {
            return !freezes.isEmpty() && freezes.stream().allMatch(freeze -> isInEffect(freeze) && isRenewed(freeze));
        }

        /** Sum that the freezes hold, in fen. */
        long frozenFen() {
            return freezes.stream().mapToLong(Freeze::getFrozenFen).sum();
        }

        /** When the first of them ends. */
        Optional<Timestamp> endsAt() {
            return freezes.stream().findFirst().map(Freeze::getExpiresAt);
        }
    }

    /** Files the case, freezes each account that is proposed, and waits until every freeze is decided. */
    Frozen freeze(String name, String caseId, Timestamp filedAt) {
        clients.intake()
                .fileCase(FileCaseRequest.newBuilder()
                        .setRequestId(requestIds.get())
                        .setCaseId(caseId)
                        .setOperator(officer())
                        .setFacts(FilingFacts.newBuilder()
                                .setNumber("DEMO-1")
                                .setOrganisation(POLICE)
                                .setFiledAt(filedAt)
                                .setDocumentDigest(DIGEST))
                        .build());
        List<Freeze> ordered = new ArrayList<>();
        for (HoldProposal proposal : proposals(caseId)) {
            ordered.add(clients.holds().orderFreeze(order(proposal)).getFreeze());
        }
        List<Freeze> decided = ordered.stream().map(this::decided).toList();
        return new Frozen(
                name,
                decided.stream()
                        .map(freeze -> isInEffect(freeze) ? renewed(freeze) : freeze)
                        .toList(),
                decided.stream().findFirst().map(Freeze::getExpiresAt));
    }

    private Freeze renewed(Freeze freeze) {
        clients.holds()
                .renewFreeze(RenewFreezeRequest.newBuilder()
                        .setApplicationId(freeze.getApplicationId())
                        .setDocumentDigest(DIGEST)
                        .setApprover(chief())
                        .setOperator(officer())
                        .build());
        return Polling.until(TIMEOUT, POLL, () -> shown(freeze), DemoFreeze::isRenewed);
    }

    private static boolean isInEffect(Freeze freeze) {
        return freeze.getState() == FreezeState.FREEZE_STATE_IN_EFFECT;
    }

    private static boolean isRenewed(Freeze freeze) {
        return freeze.getAmendmentsList().stream()
                .anyMatch(order -> order.getKind() == FreezeAmendmentKind.FREEZE_AMENDMENT_KIND_RENEWAL
                        && order.getState() == FreezeAmendmentState.FREEZE_AMENDMENT_STATE_DONE);
    }

    /** The filing reaches account-freeze a moment later. */
    private List<HoldProposal> proposals(String caseId) {
        ProposeHoldsRequest request =
                ProposeHoldsRequest.newBuilder().setCaseId(caseId).build();
        return Polling.until(
                TIMEOUT,
                POLL,
                () -> clients.holds().proposeHolds(request).getProposalsList(),
                found -> !found.isEmpty()
                        && found.stream().allMatch(one -> one.getKind() == HoldProposalKind.HOLD_PROPOSAL_KIND_FREEZE));
    }

    private Freeze decided(Freeze ordered) {
        return Polling.until(TIMEOUT, POLL, () -> shown(ordered), DemoFreeze::isDecided);
    }

    private Freeze shown(Freeze freeze) {
        return clients.holds()
                .getFreeze(GetFreezeRequest.newBuilder()
                        .setApplicationId(freeze.getApplicationId())
                        .build())
                .getFreeze();
    }

    private static boolean isDecided(Freeze freeze) {
        return switch (freeze.getState()) {
            case FREEZE_STATE_REQUESTED, FREEZE_STATE_SENDING, FREEZE_STATE_ACCEPTED, FREEZE_STATE_IN_DOUBT -> false;
            default -> true;
        };
    }

    private static OrderFreezeRequest order(HoldProposal proposal) {
        return OrderFreezeRequest.newBuilder()
                .setCaseId(proposal.getCaseId())
                .setInstitutionCode(proposal.getAccount().getInstitutionCode())
                .setAccountNumber(proposal.getAccount().getNumber())
                .setDocumentDigest(DIGEST)
                .setApprover(chief())
                .setOperator(officer())
                .build();
    }

    private static Approver chief() {
        return Approver.newBuilder()
                .setOrganisation(POLICE)
                .setBadgeNumber("000001")
                .setLevel(ApprovalLevel.APPROVAL_LEVEL_COUNTY)
                .build();
    }

    private static Operator officer() {
        return Operator.newBuilder()
                .setOrganisation(POLICE)
                .setBadgeNumber("100234")
                .build();
    }
}
