package org.stoppayment.cli.command.victim;

import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.Deposit;
import org.stoppayment.proto.recovery.v1.OwnershipDispute;
import org.stoppayment.proto.recovery.v1.Victim;

/** All that is established about a victim. Masking is up to the caller. */
final class VictimView {

    private final Console console;

    VictimView(Console console) {
        this.console = console;
    }

    /** Prints who it is, the identity, the loss, the disputes, the agent, and where money goes to. */
    void print(Victim victim) {
        line(VictimText.CASE_LINE, victim.getCaseId());
        line(VictimText.VICTIM_LINE, Formats.orDash(victim.getName()));
        if (victim.hasIdentityVerifiedAt()) {
            line(
                    VictimText.VERIFIED_LINE,
                    console.moment(victim.getIdentityVerifiedAt()),
                    victim.getIdentityDocumentDigest());
        } else {
            line(VictimText.NOT_VERIFIED_LINE);
        }
        loss(victim);
        disputes(victim);
        agent(victim);
        deposits(victim);
        refundAccount(victim);
    }

    private void loss(Victim victim) {
        line(VictimText.LOSS_LINE, victim.getIsLossProven() ? 1 : 0, Formats.yuan(victim.getLossFen()));
        line(VictimText.RESTORED_LINE, Formats.yuan(victim.getRestoredFen()));
        line(
                VictimText.OPEN_LOSS_LINE,
                Formats.yuan(Math.max(0, victim.getLossFen() - victim.getRestoredFen())),
                Formats.yuan(victim.getLossFen()),
                Formats.yuan(victim.getRestoredFen()));
    }

    private void disputes(Victim victim) {
        for (OwnershipDispute dispute : victim.getDisputesList()) {
            line(
                    VictimText.DISPUTE_LINE,
                    dispute.getDisputeId(),
                    console.moment(dispute.getOpenedAt()),
                    dispute.getReason().replaceAll("\\s+", " ").strip());
        }
        if (victim.getDisputesCount() == 0) {
            line(VictimText.NO_DISPUTE_LINE);
        }
    }

    private void agent(Victim victim) {
        if (!victim.hasAgent()) {
            line(VictimText.NO_AGENT_LINE);
        } else if (victim.getAgent().getAuthorityDigest().isEmpty()) {
            line(VictimText.AGENT_WITHOUT_AUTHORITY_LINE, victim.getAgent().getName());
        } else {
            line(
                    VictimText.AGENT_LINE,
                    victim.getAgent().getName(),
                    victim.getAgent().getAuthorityDigest());
        }
    }

    private void deposits(Victim victim) {
        for (Deposit deposit : victim.getDepositsList()) {
            line(
                    VictimText.DEPOSIT_LINE,
                    deposit.getTransferId(),
                    deposit.hasAmountFen() ? Formats.yuan(deposit.getAmountFen()) : "-",
                    deposit.getPayee().getNumber(),
                    deposit.getPayee().getInstitutionCode(),
                    deposit.hasTransferredAt() ? console.moment(deposit.getTransferredAt()) : "-",
                    console.vocabulary().value(deposit.getState()));
        }
    }

    private void refundAccount(Victim victim) {
        if (!victim.hasRefundAccount()) {
            line(VictimText.NO_REFUND_ACCOUNT_LINE);
            return;
        }
        Account account = victim.getRefundAccount().getAccount();
        line(
                VictimText.REFUND_ACCOUNT_LINE,
                Formats.number(account),
                Formats.orDash(console.vocabulary().institution(account.getInstitutionCode())),
                Formats.orDash(account.getName()),
                victim.getRefundAccount().getIsOriginal() ? 1 : 0);
    }

    private void line(VictimText text, Object... arguments) {
        console.print(console.fitted(console.text(text, arguments)));
    }
}
