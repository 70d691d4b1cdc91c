package org.stoppayment.cli.command.victim.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.command.victim.status.VictimStatus.Section;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.recovery.v1.ConditionCheck;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundApprovalState;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.WatchedPayout;
import org.stoppayment.proto.recovery.v1.WatchedPlan;

/**
 * Puts into words what a victim may get by drafts, and what comes before. Plans whose payments are ordered are told by the payments alone, and
 * rejected ones not at all.
 */
final class PlanWriter {

    private final Console console;
    private final VictimFacts facts;
    private final Instant now;
    private final AccountWords accounts;

    PlanWriter(Console console, VictimFacts facts, Instant now) {
        this.console = console;
        this.facts = facts;
        this.now = now;
        this.accounts = new AccountWords(console);
    }

    Section planned() {
        List<String> lines = new ArrayList<>();
        facts.recovery().map(RecoverySnapshot::getPlansList).orElse(List.of()).stream()
                .filter(plan -> plan.getPlan().getState() == RefundPlanState.REFUND_PLAN_STATE_DRAFT)
                .filter(plan -> !isRejected(plan))
                .forEach(plan -> plan(lines, plan));
        if (lines.isEmpty()) {
            lines.add(console.text(
                    facts.payments().isEmpty() ? StatusText.NOTHING_PLANNED : StatusText.NOTHING_FURTHER_PLANNED));
        }
        return new Section(
                console.text(StatusText.PLANNED), lines.stream().distinct().toList());
    }

    private void plan(List<String> lines, WatchedPlan plan) {
        List<WatchedPayout> payouts = plan.getPayoutsList().stream()
                .filter(payout -> payout.getPayout().getCaseId().equals(facts.caseId()))
                .toList();
        boolean isSumOpen = plan.getBlockersList().contains(RefundBlocker.REFUND_BLOCKER_LOSS_EXCEEDED);
        List<String> told = payouts.stream()
                .filter(payout -> payout.getPayout().getPayFen() > 0)
                .map(payout -> payout(plan, payout, isSumOpen))
                .toList();
        if (!told.isEmpty()) {
            lines.addAll(told);
            comesFirst(plan, payouts).forEach(text -> lines.add(console.text(text)));
        }
    }

    private String payout(WatchedPlan plan, WatchedPayout payout, boolean isSumOpen) {
        String from = accounts.of(payout.getInstitutionCode(), payout.getAccountNumber());
        if (isSumOpen) {
            return console.text(StatusText.DRAFT_SUM_OPEN, from);
        }
        return console.text(
                isApproved(plan) ? StatusText.APPROVED : StatusText.DRAFT,
                Formats.yuan(payout.getPayout().getPayFen()),
                from);
    }

    private Optional<RefundApproval> approval(WatchedPlan plan) {
        return Optional.ofNullable(facts.approvals().get(plan.getPlan().getPlanId()));
    }

    private boolean isRejected(WatchedPlan plan) {
        return approval(plan)
                .map(RefundApproval::getState)
                .filter(RefundApprovalState.REFUND_APPROVAL_STATE_REJECTED::equals)
                .isPresent();
    }

    private boolean isApproved(WatchedPlan plan) {
        return approval(plan)
                .filter(found -> found.getState() == RefundApprovalState.REFUND_APPROVAL_STATE_APPROVED)
                .filter(found -> PlainMoments.instant(found.getExpiresAt()).isAfter(now))
                .isPresent();
    }

    /** Apart from what this victim or others must do about this victim's part. */
    private static List<StatusText> comesFirst(WatchedPlan plan, List<WatchedPayout> own) {
        boolean isOwnDone = own.stream()
                .flatMap(payout -> payout.getPayout().getConditionsList().stream())
                .allMatch(ConditionCheck::getIsMet);
        List<StatusText> told = new ArrayList<>();
        plan.getBlockersList().forEach(blocker -> {
            switch (blocker) {
                case REFUND_BLOCKER_NOTICE_NOT_PUBLISHED -> told.add(StatusText.NOTICE_TO_COME);
                case REFUND_BLOCKER_NOTICE_RUNNING -> told.add(StatusText.NOTICE_RUNS);
                case REFUND_BLOCKER_OBJECTION_OPEN -> told.add(StatusText.OBJECTION_OPEN);
                case REFUND_BLOCKER_OBJECTION_UPHELD -> told.add(StatusText.OBJECTION_UPHELD);
                case REFUND_BLOCKER_CONDITION_UNMET -> {
                    if (isOwnDone) {
                        told.add(StatusText.OTHERS);
                    }
                }
                default -> {
                    // Officers see to it: a later plan takes its place.
                }
            }
        });
        return told;
    }
}
