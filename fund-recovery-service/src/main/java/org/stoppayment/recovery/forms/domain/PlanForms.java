package org.stoppayment.recovery.forms.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.recovery.approvals.domain.RefundApproval;
import org.stoppayment.recovery.payments.domain.Payment;
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
     * @param payments of the plan that were ordered
     */
    public static Optional<Obstacle> obstacle(
            FormName name, PlanState state, Optional<RefundApproval> approval, List<Payment> payments) {
        return switch (state) {
            case SUPERSEDED -> Optional.of(new Obstacle("PLAN_SUPERSEDED", "a plan whose place no other has taken"));
            case WITHDRAWN -> Optional.of(new Obstacle("PLAN_WITHDRAWN", "a plan of money that is still held"));
            case DRAFT, PAYING, PAID ->
                switch (name.kind()) {
                    case APPLICATION, FLOW_TABLE, REPORT -> Optional.empty();
                    case DECISION -> decision(approval);
                    case BANK_NOTICE ->
                        bankNotice(
                                state,
                                approval,
                                ofInstitution(payments, name.institutionCode().orElseThrow()));
                };
        };
    }

    /** The payments that an institution makes, by account and freeze. */
    public static List<Payment> ofInstitution(List<Payment> payments, String institutionCode) {
        return payments.stream()
                .filter(payment -> payment.order().account().institutionCode().equals(institutionCode))
                .sorted(Comparator.comparing(
                                (Payment payment) -> payment.order().account().number())
                        .thenComparing(payment -> payment.order().freezeId())
                        .thenComparing(payment -> payment.id().toString()))
                .toList();
    }

    private static Optional<Obstacle> decision(Optional<RefundApproval> approval) {
        if (approval.isEmpty()) {
            return Optional.of(new Obstacle("NOT_SUBMITTED", "a plan whose approval an officer asked for"));
        }
        return approval.get().isOpen() || approval.get().grant().isPresent()
                ? Optional.empty()
                : Optional.of(new Obstacle("PLAN_REJECTED", "a plan that was not rejected, or was submitted again"));
    }

    /** An institution is asked for what was ordered and has not ended, so that it never pays twice for lack of knowing. */
    private static Optional<Obstacle> bankNotice(
            PlanState state, Optional<RefundApproval> approval, List<Payment> payments) {
        if (approval.flatMap(RefundApproval::grant).isEmpty()) {
            return Optional.of(new Obstacle("NOT_APPROVED", "an approved plan"));
        }
        if (state == PlanState.DRAFT) {
            return Optional.of(new Obstacle("NOT_ORDERED", "a plan whose payments are ordered"));
        }
        return payments.stream().allMatch(payment -> payment.state().hasEnded())
                ? Optional.of(
                        new Obstacle("NOTHING_TO_PAY", "an institution with a payment of the plan that has not ended"))
                : Optional.empty();
    }
}
