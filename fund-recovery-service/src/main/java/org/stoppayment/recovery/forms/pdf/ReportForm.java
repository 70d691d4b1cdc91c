package org.stoppayment.recovery.forms.pdf;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.forms.domain.YuanInWords;
import org.stoppayment.recovery.notices.domain.Notice;
import org.stoppayment.recovery.notices.domain.PlanObjection;
import org.stoppayment.recovery.notices.domain.Readiness;
import org.stoppayment.recovery.notices.domain.Readiness.Blocker;
import org.stoppayment.recovery.plans.domain.PlannedAccount;

/**
 * What a report says that asks for the approval (呈请返还资金报告书).
 *
 * @param notice what is to be said of the public notice
 * @param level who is to approve
 */
public record ReportForm(
        FormHead head,
        List<VictimRow> victims,
        List<AccountSection> accounts,
        String notice,
        List<ObjectionRow> objections,
        String held,
        String paid,
        String paidInWords,
        String residual,
        String level) {

    /** An objection, and to which plan: this one or one that pays the same, or another that shared an account. */
    public record ObjectionRow(String plan, String name, String openedOn, String statement, String outcome) {}

    static ReportForm of(FormFacts facts, Parties parties) {
        return new ReportForm(
                FormHead.of(FormKind.REPORT, facts),
                parties.victims(facts),
                sections(facts, parties),
                notice(facts),
                facts.objections().stream()
                        .map(objection -> objection(objection, facts.readiness()))
                        .toList(),
                FormWords.yuan(facts.plan().heldFen()),
                FormWords.yuan(facts.plan().paidFen()),
                YuanInWords.of(facts.plan().paidFen()),
                residual(facts.plan().heldFen() - facts.plan().paidFen()),
                FormWords.level(facts.rules().approvalLevel()));
    }

    private static List<AccountSection> sections(FormFacts facts, Parties parties) {
        List<AccountSection> sections = new ArrayList<>();
        for (PlannedAccount account : facts.plan().accounts()) {
            sections.add(AccountSection.of(sections.size() + 1, account, facts, parties));
        }
        return sections;
    }

    private static ObjectionRow objection(PlanObjection objection, Readiness readiness) {
        return new ObjectionRow(
                readiness.objections().contains(objection) ? "本方案" : "以前的方案",
                objection.content().name(),
                FormWords.day(objection.openedAt()),
                objection.content().statement(),
                FormWords.outcome(objection));
    }

    private static String residual(long fen) {
        return fen > 0 ? "剩余 " + FormWords.yuan(fen) + " 元继续冻结。" : "没有剩余资金。";
    }

    private static String notice(FormFacts facts) {
        return published(facts) + (facts.readiness().objections().isEmpty() ? "截至制表，对本方案没有异议。" : "截至制表，对本方案的异议见下表。");
    }

    private static String published(FormFacts facts) {
        if (!Readiness.needsNotice(facts.plan())) {
            return "本方案直接返还，无须公告。";
        }
        boolean isRunning = facts.readiness().blockers().contains(Blocker.NOTICE_RUNNING);
        return facts.readiness()
                .notice()
                .map(notice -> published(notice) + (isRunning ? "公告期尚未届满，仍可以提出异议。" : "公告期已满。"))
                .orElse("本方案按比例返还，须先公告；截至制表尚未公告，公告期内可以提出异议。");
    }

    private static String published(Notice notice) {
        return "本方案按比例返还，已于" + FormWords.day(notice.publishedAt()) + "由"
                + notice.publishedBy().organisation() + "公告，公告期自"
                + FormWords.day(notice.period().firstDay()) + "起至"
                + FormWords.day(notice.period().lastDay()) + "止。";
    }
}
