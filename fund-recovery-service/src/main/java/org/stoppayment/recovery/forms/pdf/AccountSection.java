package org.stoppayment.recovery.forms.pdf;

import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.recovery.eligibility.domain.Eligibility.Check;
import org.stoppayment.recovery.eligibility.domain.RefundCondition;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.plans.domain.Claim;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.domain.PlannedHold;
import org.stoppayment.recovery.plans.domain.PlannedPayout;
import org.stoppayment.recovery.plans.domain.RefundMethod;

/**
 * How the money of an account is divided.
 *
 * @param isProportional true when it is divided in proportion
 * @param isFrozen false while only a stop holds it
 */
public record AccountSection(
        int number,
        String account,
        String institution,
        List<HoldRow> holds,
        String held,
        boolean isFrozen,
        String method,
        String article,
        String reason,
        boolean isProportional,
        String claimed,
        String divided,
        List<PayoutRow> payouts,
        String paid,
        String residual,
        boolean hasResidual,
        List<ConditionRow> conditions) {

    private static final int MAX_UNMET = 20;

    /** What a victim gets. */
    public record PayoutRow(
            String victim,
            String name,
            String share,
            String loss,
            String restored,
            String claim,
            String pay,
            Parties.Payee payee) {}

    /** A condition, and who does not meet it; empty when all do. */
    public record ConditionRow(String condition, String article, String unmet) {}

    static AccountSection of(int number, PlannedAccount account, FormFacts facts, Parties parties) {
        long claimed = account.payouts().stream()
                .mapToLong(each -> each.payout().claim().fen())
                .reduce(0, Math::addExact);
        long divided = Math.min(account.held().heldFen(), claimed);
        boolean isFrozen = account.holds().stream().anyMatch(PlannedHold::isFreeze);
        boolean isProportional = account.method() == RefundMethod.PROPORTIONAL;
        return new AccountSection(
                number,
                account.shares().account().number(),
                parties.institution(account.shares().account().institutionCode()),
                account.holds().stream()
                        .map(hold -> HoldRow.of(hold, isFrozen, facts))
                        .toList(),
                FormWords.yuan(account.held().heldFen()),
                isFrozen,
                FormWords.method(account.method()),
                FormWords.methodArticle(account.method()),
                reason(account),
                isProportional,
                FormWords.yuan(claimed),
                FormWords.yuan(divided),
                account.payouts().stream().map(each -> payout(each, parties)).toList(),
                FormWords.yuan(account.paidFen()),
                FormWords.yuan(account.residualFen()),
                account.residualFen() > 0,
                conditions(account, parties));
    }

    private static String reason(PlannedAccount account) {
        return switch (account.method()) {
            case DIRECT_SINGLE -> "只有一笔资金转入，属于一名被害人，且全程不可能属于他人。";
            case DIRECT_TIMESTAMP -> "无论先进先出还是后进先出，每笔转入资金的剩余都相同，且每笔全程只属于一人。";
            case PROPORTIONAL -> whyInProportion(account) + "，因此按各被害人的返还请求额比例返还，返还前须公告。";
        };
    }

    private static String whyInProportion(PlannedAccount account) {
        if (account.shares().provenance().needsStatement()) {
            return "账户或者上游账户的流水尚未全部反馈，不能确定资金属于谁";
        }
        return account.held().isUnique() ? "冻结金额少于返还请求额合计" : "账户或者上游账户中有不同来源的资金混同，不能逐笔确定转出的是谁的资金";
    }

    private static PayoutRow payout(PlannedPayout planned, Parties parties) {
        Claim claim = planned.payout().claim();
        return new PayoutRow(
                parties.victim(claim.caseId()),
                planned.victimName(),
                FormWords.yuan(claim.shareFen()),
                FormWords.yuan(claim.provenLossFen()),
                FormWords.yuan(claim.restoredFen()),
                FormWords.yuan(claim.fen()),
                FormWords.yuan(planned.payout().fen()),
                parties.payee(planned));
    }

    private static List<ConditionRow> conditions(PlannedAccount account, Parties parties) {
        return List.of(RefundCondition.values()).stream()
                .map(condition -> new ConditionRow(
                        FormWords.condition(condition),
                        FormWords.article(condition.article()),
                        unmet(condition, account, parties)))
                .toList();
    }

    private static String unmet(RefundCondition condition, PlannedAccount account, Parties parties) {
        List<String> victims = account.payouts().stream()
                .filter(each -> each.eligibility().checks().contains(new Check(condition, false)))
                .map(each -> parties.victim(each.payout().claim().caseId()))
                .toList();
        String shown = victims.stream().limit(MAX_UNMET).collect(Collectors.joining("、"));
        return victims.size() > MAX_UNMET ? shown + "等共 " + victims.size() + " 人" : shown;
    }
}
