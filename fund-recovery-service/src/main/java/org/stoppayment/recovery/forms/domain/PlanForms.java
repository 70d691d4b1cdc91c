package org.stoppayment.recovery.forms.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.recovery.approvals.domain.RefundApproval;
import org.stoppayment.recovery.plans.domain.PlanState;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.domain.PlannedHold;
import org.stoppayment.recovery.plans.domain.RefundPlan;

/** The forms that a plan has, and when each can be made. */
public final class PlanForms {

    private PlanForms() {}

    /**
     * Why a form cannot be made.
     *
     * @param code stable code
     * @param expected what must be so
     */
    public record Obstacle(String code, String expected) {}

    /** All forms of a plan, in the order of work; applications by the id of the case, notices by the code of the institution. */
    public static List<FormName> of(RefundPlan plan) {
        List<FormName> forms = new ArrayList<>();
        plan.cases().stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .map(FormName::application)
                .forEach(forms::add);
        forms.addAll(List.of(
                FormName.of(FormKind.FLOW_TABLE), FormName.of(FormKind.REPORT), FormName.of(FormKind.DECISION)));
        institutions(plan).map(FormName::bankNotice).forEach(forms::add);
        return List.copyOf(forms);
    }

    /** The institutions that hold a freeze. */
    private static Stream<String> institutions(RefundPlan plan) {
        return plan.accounts().stream()
                .filter(account -> account.holds().stream().anyMatch(PlannedHold::isFreeze))
                .map(PlannedAccount::shares)
                .map(shares -> shares.account().institutionCode())
                .distinct()
                .sorted();
    }

    /**
     * What stands in the way of a form; empty when it can be made.
     *
     * @param approval of the plan, when somebody asked for it
     */
    public static Optional<Obstacle> obstacle(
            FormKind kind, PlanState state, Optional<RefundApproval> approval, Instant now) {
        return switch (state) {
            case SUPERSEDED -> Optional.of(new Obstacle("PLAN_SUPERSEDED", "a plan whose place no other has taken"));
            case WITHDRAWN -> Optional.of(new Obstacle("PLAN_WITHDRAWN", "a plan of money that is still held"));
            case DRAFT, PAYING, PAID ->
                switch (kind) {
                    case APPLICATION, FLOW_TABLE, REPORT -> Optional.empty();
                    case DECISION -> decision(approval);
                    case BANK_NOTICE -> bankNotice(state, approval, now);
                };
        };
    }

    private static Optional<Obstacle> decision(Optional<RefundApproval> approval) {
        if (approval.isEmpty()) {
            return Optional.of(new Obstacle("NOT_SUBMITTED", "a plan whose approval an officer asked for"));
        }
        return approval.get().isOpen() || approval.get().grant().isPresent()
                ? Optional.empty()
                : Optional.of(new Obstacle("PLAN_REJECTED", "a plan that was not rejected, or was submitted again"));
    }

    private static Optional<Obstacle> bankNotice(PlanState state, Optional<RefundApproval> approval, Instant now) {
        if (approval.flatMap(RefundApproval::grant).isEmpty()) {
            return Optional.of(new Obstacle("NOT_APPROVED", "an approved plan"));
        }
        return state != PlanState.DRAFT || approval.get().isValidAt(now)
                ? Optional.empty()
                : Optional.of(
                        new Obstacle("APPROVAL_EXPIRED", "an approval that has not expired, or a plan that is paid"));
    }
}
