package org.stoppayment.cli.command.refund.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.cli.command.refund.payment.PlanPreview;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.text.TextKey;
import org.stoppayment.proto.recovery.v1.AccountShares;
import org.stoppayment.proto.recovery.v1.ConditionCheck;
import org.stoppayment.proto.recovery.v1.OwnerKind;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.Share;
import org.stoppayment.proto.recovery.v1.Victim;
import org.stoppayment.proto.recovery.v1.WatchedPayout;
import org.stoppayment.proto.recovery.v1.WatchedPlan;

/** What a victim may get back, in lines that can be read one by one. Masking is up to the caller. */
final class SnapshotLines {

    private final Console console;
    private final List<String> lines = new ArrayList<>();

    SnapshotLines(Console console) {
        this.console = console;
    }

    /** The victim, the accounts that hold some of the money, and the plans with what stands in their way. */
    List<String> of(RecoverySnapshot snapshot) {
        victim(snapshot.getVictim());
        snapshot.getAccountsList()
                .forEach(account -> account(account, snapshot.getVictim().getCaseId()));
        snapshot.getPlansList().forEach(this::plan);
        if (snapshot.getPlansCount() == 0) {
            line(WatchText.NO_PLAN);
        }
        return List.copyOf(lines);
    }

    private void victim(Victim victim) {
        line(
                WatchText.VICTIM,
                Formats.orDash(victim.getName()),
                Formats.yuan(victim.getLossFen()),
                victim.getIsLossProven() ? 1 : 0,
                Formats.yuan(victim.getRestoredFen()),
                victim.hasIdentityVerifiedAt() ? 1 : 0);
        if (victim.hasRefundAccount()) {
            line(WatchText.GOES_TO, PlanPreview.payee(console, victim.getRefundAccount()));
        } else {
            line(WatchText.GOES_NOWHERE);
        }
        if (victim.getDisputesCount() > 0) {
            line(WatchText.DISPUTES, victim.getDisputesCount());
        }
    }

    private void account(AccountShares account, String caseId) {
        long own = account.getSharesList().stream()
                .filter(share -> share.getOwner() == OwnerKind.OWNER_KIND_VICTIM
                        && share.getCaseId().equalsIgnoreCase(caseId))
                .mapToLong(Share::getAmountFen)
                .reduce(0, Math::addExact);
        line(
                WatchText.ACCOUNT,
                Formats.number(account.getAccount()),
                Formats.orDash(
                        console.vocabulary().institution(account.getAccount().getInstitutionCode())),
                Formats.yuan(own),
                account.getNeedsStatement() ? 1 : 0);
    }

    private void plan(WatchedPlan watched) {
        line(
                WatchText.PLAN,
                watched.getPlan().getPlanId(),
                console.vocabulary().value(watched.getPlan().getState()));
        watched.getPayoutsList().forEach(this::payout);
        watched.getBlockersList()
                .forEach(blocker -> lines.add(console.fitted(console.toned(
                        Tone.WARNING,
                        console.text(
                                WatchText.BLOCKED,
                                console.vocabulary().value(blocker),
                                watched.getPlan().getPlanId())))));
    }

    private void payout(WatchedPayout watched) {
        Payout payout = watched.getPayout();
        line(
                WatchText.PAYOUT,
                Formats.yuan(payout.getPayFen()),
                watched.getAccountNumber(),
                Formats.orDash(console.vocabulary().institution(watched.getInstitutionCode())));
        String missing = payout.getConditionsList().stream()
                .filter(check -> !check.getIsMet())
                .map(ConditionCheck::getCondition)
                .map(console.vocabulary()::value)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            line(WatchText.NOT_MET, missing, watched.getAccountNumber());
        }
    }

    private void line(TextKey text, Object... arguments) {
        lines.add(console.fitted(console.text(text, arguments)));
    }
}
