package org.stoppayment.recovery.eligibility.grpc;

import java.util.Optional;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.Agent;
import org.stoppayment.proto.recovery.v1.Deposit;
import org.stoppayment.proto.recovery.v1.DepositState;
import org.stoppayment.proto.recovery.v1.OwnershipDispute;
import org.stoppayment.proto.recovery.v1.RefundAccount;
import org.stoppayment.recovery.eligibility.domain.Victim;

/** Renders victims; parses agents. */
public final class VictimWire {

    private VictimWire() {}

    static Victim.Agent parse(Agent agent) {
        return new Victim.Agent(
                agent.getName(), Optional.of(agent.getAuthorityDigest()).filter(digest -> !digest.isEmpty()));
    }

    /** A victim. */
    public static org.stoppayment.proto.recovery.v1.Victim render(Victim victim) {
        org.stoppayment.proto.recovery.v1.Victim.Builder rendered =
                org.stoppayment.proto.recovery.v1.Victim.newBuilder()
                        .setCaseId(victim.caseId().toString())
                        .setName(victim.name())
                        .setLossFen(victim.lossFen())
                        .setIsLossProven(victim.loss().isPresent())
                        .setRestoredFen(victim.allRestoredFen())
                        .addAllDisputes(victim.disputes().stream()
                                .map(VictimWire::render)
                                .toList())
                        .addAllDeposits(victim.deposits().stream()
                                .map(VictimWire::render)
                                .toList());
        victim.refundAccount().map(VictimWire::render).ifPresent(rendered::setRefundAccount);
        victim.identity().ifPresent(identity -> rendered.setIdentityDocumentDigest(identity.documentDigest())
                .setIdentityVerifiedAt(CommonWire.timestamp(identity.verifiedAt())));
        victim.agent()
                .ifPresent(agent -> rendered.setAgent(Agent.newBuilder()
                        .setName(agent.name())
                        .setAuthorityDigest(agent.authorityDigest().orElse(""))));
        return rendered.build();
    }

    static org.stoppayment.recovery.eligibility.domain.RefundAccount parse(Account account) {
        return new org.stoppayment.recovery.eligibility.domain.RefundAccount(
                account.getInstitutionCode(),
                account.getNumber(),
                account.getName(),
                CommonWire.kind(account.getKind()),
                false);
    }

    /** The account to which money is returned. */
    public static RefundAccount render(org.stoppayment.recovery.eligibility.domain.RefundAccount account) {
        return RefundAccount.newBuilder()
                .setAccount(
                        CommonWire.account(account.institutionCode(), account.number(), account.name(), account.kind()))
                .setIsOriginal(account.isOriginal())
                .build();
    }

    private static Deposit render(Victim.Deposit deposit) {
        Deposit.Builder rendered = Deposit.newBuilder()
                .setTransferId(deposit.transferId().toString())
                .setPayee(Account.newBuilder()
                        .setInstitutionCode(deposit.payee().institutionCode())
                        .setNumber(deposit.payee().number()))
                .setState(
                        DepositState.valueOf("DEPOSIT_STATE_" + deposit.state().name()));
        deposit.fen().ifPresent(rendered::setAmountFen);
        deposit.at().ifPresent(at -> rendered.setTransferredAt(CommonWire.timestamp(at)));
        return rendered.build();
    }

    private static OwnershipDispute render(Victim.Dispute dispute) {
        return OwnershipDispute.newBuilder()
                .setDisputeId(dispute.id().toString())
                .setReason(dispute.reason())
                .setOpenedAt(CommonWire.timestamp(dispute.openedAt()))
                .build();
    }
}
