package org.stoppayment.recovery.forms.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.approvals.domain.RefundApproval;
import org.stoppayment.recovery.eligibility.domain.Victim;
import org.stoppayment.recovery.notices.domain.PlanObjection;
import org.stoppayment.recovery.notices.domain.Readiness;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.plans.domain.PlanState;
import org.stoppayment.recovery.plans.domain.RefundPlan;
import org.stoppayment.recovery.rules.domain.RefundRules;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * What the forms of a plan say.
 *
 * @param plan the plan
 * @param planDigest SHA-256 of what it says
 * @param state where it stands
 * @param filings the filings of its cases, those that are filed
 * @param victims its victims, as officers know them now
 * @param holders who holds its frozen accounts, by the id of the freeze
 * @param transfers what its victims reported to have paid
 * @param approval of the plan, when somebody asked for it
 * @param readiness notice and objections
 * @param objections to plans that shared an account with it, whatever they paid
 * @param payments that were ordered
 * @param rules the figures
 */
public record FormFacts(
        RefundPlan plan,
        String planDigest,
        PlanState state,
        Map<CaseId, Filing> filings,
        Map<CaseId, Victim> victims,
        Map<UUID, Holder> holders,
        Map<CaseId, List<ReportedTransfer>> transfers,
        Optional<RefundApproval> approval,
        Readiness readiness,
        List<PlanObjection> objections,
        List<Payment> payments,
        RefundRules rules) {

    public FormFacts {
        filings = Map.copyOf(filings);
        victims = Map.copyOf(victims);
        holders = Map.copyOf(holders);
        transfers = Map.copyOf(transfers);
        objections = List.copyOf(objections);
        payments = List.copyOf(payments);
    }

    /**
     * The filing of a case (立案).
     *
     * @param number of the filing
     * @param organisation that filed it
     * @param filedAt when; empty when it was not told
     */
    public record Filing(String number, String organisation, Optional<Instant> filedAt) {}

    /**
     * The holder of a frozen account, as the institution told it.
     *
     * @param name of the holder, may be empty
     * @param frozenAt when the freeze began
     */
    public record Holder(String name, Instant frozenAt) {}

    /**
     * A transfer as the victim reported it.
     *
     * @param payee the account that was paid
     * @param fen the sum
     * @param at when; empty when it was not told
     */
    public record ReportedTransfer(AccountRef.Key payee, long fen, Optional<Instant> at) {}
}
