package org.stoppayment.recovery.forms.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.recovery.approvals.domain.RefundApproval.Submission;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.forms.domain.YuanInWords;
import org.stoppayment.recovery.payments.domain.FreezeAllocation;
import org.stoppayment.recovery.payments.domain.FreezeAllocation.Rest;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.domain.PlannedPayout;

/**
 * What the decision says (返还决定书). Who approves signs it by hand: it says nothing of the approval, so that the file that was approved stays
 * the same afterwards.
 */
public record DecisionForm(
        FormHead head,
        List<VictimRow> victims,
        List<PaidRow> payouts,
        String paid,
        String paidInWords,
        List<ResidualRow> residuals,
        String articles,
        String submittedBy,
        String submittedOn,
        String level,
        int workingDays) {

    /** A sum that is paid. */
    public record PaidRow(
            String victim, String name, String account, String institution, String sum, Parties.Payee payee) {}

    /** What stays frozen of a freeze. */
    public record ResidualRow(String account, String institution, String freezeId, String sum, String until) {}

    static DecisionForm of(FormFacts facts, Parties parties) {
        Submission submission = facts.approval().orElseThrow().submission();
        List<PaidRow> payouts = new ArrayList<>();
        facts.plan().accounts().forEach(account -> account.payouts().stream()
                .filter(each -> each.payout().fen() > 0)
                .forEach(each -> payouts.add(row(account, each, parties))));
        return new DecisionForm(
                FormHead.of(FormKind.DECISION, facts),
                parties.victims(facts),
                payouts,
                FormWords.yuan(facts.plan().paidFen()),
                YuanInWords.of(facts.plan().paidFen()),
                residuals(facts, parties),
                facts.plan().accounts().stream()
                        .map(account -> FormWords.methodArticle(account.method()))
                        .distinct()
                        .collect(Collectors.joining("、")),
                submission.officer().organisation() + " " + submission.officer().badgeNumber(),
                FormWords.day(submission.at()),
                FormWords.level(facts.rules().approvalLevel()),
                facts.rules().paymentWorkingDays());
    }

    private static PaidRow row(PlannedAccount account, PlannedPayout planned, Parties parties) {
        return new PaidRow(
                parties.victim(planned.payout().claim().caseId()),
                planned.victimName(),
                account.shares().account().number(),
                parties.institution(account.shares().account().institutionCode()),
                FormWords.yuan(planned.payout().fen()),
                parties.payee(planned));
    }

    static List<ResidualRow> residuals(FormFacts facts, Parties parties) {
        return residuals(facts.plan().accounts().stream(), parties);
    }

    /** What stays frozen at one institution. */
    static List<ResidualRow> residuals(FormFacts facts, Parties parties, String institutionCode) {
        return residuals(
                facts.plan().accounts().stream()
                        .filter(account ->
                                account.shares().account().institutionCode().equals(institutionCode)),
                parties);
    }

    private static List<ResidualRow> residuals(Stream<PlannedAccount> accounts, Parties parties) {
        return accounts.flatMap(account ->
                        FreezeAllocation.rest(account).stream().map(rest -> residual(account, rest, parties)))
                .toList();
    }

    private static ResidualRow residual(PlannedAccount account, Rest rest, Parties parties) {
        return new ResidualRow(
                account.shares().account().number(),
                parties.institution(account.shares().account().institutionCode()),
                rest.freeze().id().toString(),
                FormWords.yuan(rest.fen()),
                FormWords.moment(rest.freeze().expiresAt()));
    }
}
