package org.stoppayment.cli.command.victim.status;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.cli.command.victim.status.VictimStatus.Section;
import org.stoppayment.cli.output.Console;
import org.stoppayment.proto.recovery.v1.ConditionCheck;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.WatchedPayout;

/** Puts into words who must do what before money can be returned. */
final class NeedWriter {

    private final Console console;
    private final VictimFacts facts;

    NeedWriter(Console console, VictimFacts facts) {
        this.console = console;
        this.facts = facts;
    }

    /** Each condition that is not met once. Nothing is asked for a withdrawn case. */
    Section needed() {
        return new Section(
                console.text(StatusText.NEEDED),
                texts().stream().map(text -> console.text(text)).toList());
    }

    private List<StatusText> texts() {
        if (facts.isWithdrawn()) {
            return List.of(StatusText.NOTHING_NEEDED);
        }
        return facts.recovery().map(this::texts).orElse(List.of(StatusText.NEEDS_NOT_KNOWN));
    }

    private List<StatusText> texts(RecoverySnapshot known) {
        List<StatusText> needs = unmet(known).stream()
                .map(NeedWriter::need)
                .flatMap(Optional::stream)
                .toList();
        return needs.isEmpty() ? List.of(StatusText.NOTHING_NEEDED) : needs;
    }

    private Set<RefundCondition> unmet(RecoverySnapshot known) {
        Set<RefundCondition> unmet = EnumSet.noneOf(RefundCondition.class);
        known.getPlansList().stream()
                .filter(plan -> plan.getPlan().getState() == RefundPlanState.REFUND_PLAN_STATE_DRAFT)
                .flatMap(plan -> plan.getPayoutsList().stream())
                .map(WatchedPayout::getPayout)
                .filter(payout -> payout.getCaseId().equals(facts.caseId()))
                .map(Payout::getConditionsList)
                .flatMap(List::stream)
                .filter(check -> !check.getIsMet())
                .map(ConditionCheck::getCondition)
                .forEach(unmet::add);
        if (!known.getVictim().hasIdentityVerifiedAt()) {
            unmet.add(RefundCondition.REFUND_CONDITION_IDENTITY_VERIFIED);
        }
        if (!known.getVictim().hasRefundAccount()) {
            unmet.add(RefundCondition.REFUND_CONDITION_REFUND_ACCOUNT_KNOWN);
        }
        return unmet;
    }

    private static Optional<StatusText> need(RefundCondition condition) {
        return switch (condition) {
            case REFUND_CONDITION_FROZEN -> Optional.of(StatusText.NEEDS_FROZEN);
            case REFUND_CONDITION_CASE_FILED -> Optional.of(StatusText.NEEDS_CASE_FILED);
            case REFUND_CONDITION_IDENTITY_VERIFIED -> Optional.of(StatusText.NEEDS_IDENTITY_VERIFIED);
            case REFUND_CONDITION_TRACED -> Optional.of(StatusText.NEEDS_TRACED);
            case REFUND_CONDITION_STATEMENT_COMPLETE -> Optional.of(StatusText.NEEDS_STATEMENT_COMPLETE);
            case REFUND_CONDITION_NO_DISPUTE -> Optional.of(StatusText.NEEDS_NO_DISPUTE);
            case REFUND_CONDITION_AGENT_AUTHORISED -> Optional.of(StatusText.NEEDS_AGENT_AUTHORISED);
            case REFUND_CONDITION_DEPOSIT_CONFIRMED -> Optional.of(StatusText.NEEDS_DEPOSIT_CONFIRMED);
            case REFUND_CONDITION_REFUND_ACCOUNT_KNOWN -> Optional.of(StatusText.NEEDS_REFUND_ACCOUNT_KNOWN);
            case REFUND_CONDITION_UNSPECIFIED, UNRECOGNIZED -> Optional.empty(); // of a newer service
        };
    }
}
