package org.stoppayment.recovery.forms.pdf;

import java.util.List;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormFacts.ReportedTransfer;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.forms.domain.YuanInWords;
import org.stoppayment.recovery.plans.domain.Claim;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.domain.PlannedPayout;

/**
 * What an application says (返还申请表).
 *
 * @param head of the form
 * @param victim who applies
 * @param transfers that the victim reported, as reported
 * @param refunds what is applied for, by account
 * @param total of it
 * @param totalInWords the same
 */
public record ApplicationForm(
        FormHead head,
        VictimRow victim,
        List<TransferRow> transfers,
        List<RefundRow> refunds,
        String total,
        String totalInWords) {

    /** A transfer of the victim. */
    public record TransferRow(String at, String payee, String sum) {}

    /** What the victim gets from an account. */
    public record RefundRow(
            String account,
            String institution,
            String method,
            String share,
            String loss,
            String restored,
            String claim,
            String pay,
            Parties.Payee payee) {}

    static ApplicationForm of(FormFacts facts, Parties parties, CaseId caseId) {
        List<PlannedPayout> payouts = facts.plan().accounts().stream()
                .flatMap(account -> payouts(account, caseId).stream())
                .toList();
        long total = payouts.stream().mapToLong(each -> each.payout().fen()).reduce(0, Math::addExact);
        return new ApplicationForm(
                FormHead.of(FormKind.APPLICATION, facts),
                VictimRow.of(parties, facts, caseId),
                facts.transfers().getOrDefault(caseId, List.of()).stream()
                        .map(reported -> transfer(reported, parties))
                        .toList(),
                facts.plan().accounts().stream()
                        .flatMap(account ->
                                payouts(account, caseId).stream().map(payout -> refund(account, payout, parties)))
                        .toList(),
                FormWords.yuan(total),
                YuanInWords.of(total));
    }

    private static List<PlannedPayout> payouts(PlannedAccount account, CaseId caseId) {
        return account.payouts().stream()
                .filter(each -> each.payout().claim().caseId().equals(caseId))
                .toList();
    }

    private static TransferRow transfer(ReportedTransfer reported, Parties parties) {
        return new TransferRow(
                reported.at().map(FormWords::moment).orElse("不详"),
                parties.account(reported.payee()),
                FormWords.yuan(reported.fen()));
    }

    private static RefundRow refund(PlannedAccount account, PlannedPayout payout, Parties parties) {
        Claim claim = payout.payout().claim();
        return new RefundRow(
                account.shares().account().number(),
                parties.institution(account.shares().account().institutionCode()),
                FormWords.method(account.method()),
                FormWords.yuan(claim.shareFen()),
                FormWords.yuan(claim.provenLossFen()),
                FormWords.yuan(claim.restoredFen()),
                FormWords.yuan(claim.fen()),
                FormWords.yuan(payout.payout().fen()),
                parties.payee(payout));
    }
}
