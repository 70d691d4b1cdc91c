package org.stoppayment.cli.command.victim.status;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stoppayment.cli.command.victim.status.VictimStatus.Section;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.recovery.v1.ConditionCheck;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.RefundReceipt;
import org.stoppayment.proto.recovery.v1.WatchedPayout;
import org.stoppayment.proto.recovery.v1.WatchedPlan;

/** Puts the return of a victim's money into words: what is planned, what is needed, what was paid. */
final class RefundWriter {

    private final Console console;
    private final VictimFacts facts;
    private final AccountWords accounts;
    private final PlainMoments moments;

    RefundWriter(Console console, VictimFacts facts) {
        this.console = console;
        this.facts = facts;
        this.accounts = new AccountWords(console);
        this.moments = new PlainMoments(console);
    }

    private List<WatchedPlan> plans() {
        return facts.recovery().map(RecoverySnapshot::getPlansList).orElse(List.of());
    }

    /** What this victim gets by a plan; what others get is left out. */
    private List<WatchedPayout> own(WatchedPlan plan) {
        return plan.getPayoutsList().stream()
                .filter(payout -> payout.getPayout().getCaseId().equals(facts.caseId()))
                .toList();
    }

    Section planned() {
        List<String> lines = new ArrayList<>();
        for (WatchedPlan plan : plans()) {
            RefundPlanState state = plan.getPlan().getState();
            if (state == RefundPlanState.REFUND_PLAN_STATE_PAID) {
                continue; // what was paid is told by itself
            }
            own(plan).stream()
                    .filter(payout -> payout.getPayout().getPayFen() > 0)
                    .forEach(payout -> lines.add(text(
                            state == RefundPlanState.REFUND_PLAN_STATE_PAYING
                                    ? StatusText.PLAN_BEING_PAID
                                    : StatusText.PLAN,
                            Formats.yuan(payout.getPayout().getPayFen()),
                            accounts.of(payout.getInstitutionCode(), payout.getAccountNumber()))));
            blockers(plan).forEach(blocker -> lines.add(text(blocker)));
        }
        if (lines.isEmpty()) {
            lines.add(text(StatusText.NOTHING_PLANNED));
        }
        return new Section(text(StatusText.PLANNED), lines.stream().distinct().toList());
    }

    /** What stands in the way, apart from what this victim or others must do about this victim's part. */
    private List<StatusText> blockers(WatchedPlan plan) {
        boolean isOwnDone = own(plan).stream()
                .flatMap(payout -> payout.getPayout().getConditionsList().stream())
                .allMatch(ConditionCheck::getIsMet);
        List<StatusText> told = new ArrayList<>();
        plan.getBlockersList().forEach(blocker -> {
            switch (blocker) {
                case REFUND_BLOCKER_NOTICE_NOT_PUBLISHED -> told.add(StatusText.NOTICE_TO_COME);
                case REFUND_BLOCKER_NOTICE_RUNNING -> told.add(StatusText.NOTICE_RUNS);
                case REFUND_BLOCKER_OBJECTION_OPEN, REFUND_BLOCKER_OBJECTION_UPHELD -> told.add(StatusText.OBJECTION);
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

    /** Each condition that is not met once, with who must do what. */
    Section needed() {
        Set<RefundCondition> unmet = EnumSet.noneOf(RefundCondition.class);
        plans().stream()
                .filter(plan -> plan.getPlan().getState() == RefundPlanState.REFUND_PLAN_STATE_DRAFT)
                .flatMap(plan -> own(plan).stream())
                .map(WatchedPayout::getPayout)
                .map(Payout::getConditionsList)
                .flatMap(List::stream)
                .filter(check -> !check.getIsMet())
                .map(ConditionCheck::getCondition)
                .forEach(unmet::add);
        facts.recovery().ifPresent(known -> {
            if (!known.getVictim().hasIdentityVerifiedAt()) {
                unmet.add(RefundCondition.REFUND_CONDITION_IDENTITY_VERIFIED);
            }
            if (!known.getVictim().hasRefundAccount()) {
                unmet.add(RefundCondition.REFUND_CONDITION_REFUND_ACCOUNT_KNOWN);
            }
        });
        List<String> lines = unmet.stream()
                .map(RefundWriter::need)
                .flatMap(List::stream)
                .map(need -> text(need))
                .toList();
        return new Section(text(StatusText.NEEDED), lines.isEmpty() ? List.of(text(StatusText.NOTHING_NEEDED)) : lines);
    }

    private static List<StatusText> need(RefundCondition condition) {
        return switch (condition) {
            case REFUND_CONDITION_FROZEN -> List.of(StatusText.NEEDS_FROZEN);
            case REFUND_CONDITION_CASE_FILED -> List.of(StatusText.NEEDS_CASE_FILED);
            case REFUND_CONDITION_IDENTITY_VERIFIED -> List.of(StatusText.NEEDS_IDENTITY_VERIFIED);
            case REFUND_CONDITION_TRACED -> List.of(StatusText.NEEDS_TRACED);
            case REFUND_CONDITION_STATEMENT_COMPLETE -> List.of(StatusText.NEEDS_STATEMENT_COMPLETE);
            case REFUND_CONDITION_NO_DISPUTE -> List.of(StatusText.NEEDS_NO_DISPUTE);
            case REFUND_CONDITION_AGENT_AUTHORISED -> List.of(StatusText.NEEDS_AGENT_AUTHORISED);
            case REFUND_CONDITION_DEPOSIT_CONFIRMED -> List.of(StatusText.NEEDS_DEPOSIT_CONFIRMED);
            case REFUND_CONDITION_REFUND_ACCOUNT_KNOWN -> List.of(StatusText.NEEDS_REFUND_ACCOUNT_KNOWN);
            case REFUND_CONDITION_UNSPECIFIED, UNRECOGNIZED -> List.of(); // of a newer service
        };
    }

    Section paid() {
        List<String> lines = new ArrayList<>();
        facts.payments().stream()
                .filter(payment -> payment.getCaseId().equals(facts.caseId()))
                .forEach(payment -> payment(lines, payment));
        return new Section(text(StatusText.PAID), lines.isEmpty() ? List.of(text(StatusText.NOTHING_PAID)) : lines);
    }

    private void payment(List<String> lines, RefundPayment payment) {
        String to = accounts.of(payment.getPayee().getAccount());
        for (RefundReceipt receipt : payment.getReceiptsList()) {
            lines.add(text(
                    StatusText.PAYMENT,
                    moments.of(receipt.getPaidAt()),
                    Formats.yuan(receipt.getPaidFen()),
                    to,
                    receipt.getReceiptId()));
            if (receipt.hasReturnedFen()) {
                lines.add(text(
                        StatusText.PAYMENT_CAME_BACK,
                        moments.of(receipt.getReturnedAt()),
                        Formats.yuan(receipt.getReturnedFen())));
            }
        }
        switch (payment.getState()) {
            case REFUND_PAYMENT_STATE_QUEUED,
                    REFUND_PAYMENT_STATE_SENDING,
                    REFUND_PAYMENT_STATE_ACCEPTED,
                    REFUND_PAYMENT_STATE_IN_DOUBT,
                    REFUND_PAYMENT_STATE_MANUAL ->
                lines.add(text(
                        StatusText.PAYMENT_ORDERED,
                        Formats.yuan(payment.getAmountFen()),
                        to,
                        moments.of(payment.getDeadlineAt())));
            case REFUND_PAYMENT_STATE_DECLINED ->
                lines.add(text(StatusText.PAYMENT_FAILED, Formats.yuan(payment.getAmountFen()), to));
            default -> {
                // The receipts say it.
            }
        }
    }

    private String text(StatusText text, Object... arguments) {
        return console.text(text, arguments);
    }
}
