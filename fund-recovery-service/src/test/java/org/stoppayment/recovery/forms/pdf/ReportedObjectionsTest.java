package org.stoppayment.recovery.forms.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.Officer;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.notices.domain.Notice;
import org.stoppayment.recovery.notices.domain.NoticePeriod;
import org.stoppayment.recovery.notices.domain.PlanObjection;
import org.stoppayment.recovery.notices.domain.PlanObjection.Content;
import org.stoppayment.recovery.notices.domain.PlanObjection.Decision;
import org.stoppayment.recovery.notices.domain.PlanObjection.Outcome;
import org.stoppayment.recovery.notices.domain.PlanObjection.Relation;
import org.stoppayment.recovery.notices.domain.Readiness;
import org.stoppayment.recovery.notices.domain.Readiness.Blocker;
import org.stoppayment.recovery.testkit.PdfText;

/** A report tells who objected, to which plan, and whether there may be more. */
class ReportedObjectionsTest {

    private static final Officer CLERK = new Officer("福州市公安局", "350100");

    private final PrintedForms forms = new PrintedForms(Optional.empty());

    @AfterEach
    void end() {
        forms.close();
    }

    @Test
    void objectionsToEarlierPlansAreNamedBesideNoneToThisOne() {
        assertThat(report(Set.of(), List.of(), List.of(objection("王反对"))))
                .contains("对本方案没有异议", "公告期已满", "以前的方案王反对")
                .doesNotContain("尚未届满");
    }

    @Test
    void whileTheNoticeRunsThereMayBeMoreObjections() {
        PlanObjection objection = objection("王反对");

        assertThat(report(Set.of(Blocker.NOTICE_RUNNING), List.of(objection), List.of(objection)))
                .contains("公告期尚未届满，仍可以提出异议", "对本方案的异议见下表", "本方案王反对")
                .doesNotContain("没有异议", "公告期已满");
    }

    private String report(Set<Blocker> blockers, List<PlanObjection> concerning, List<PlanObjection> all) {
        FormFacts facts = SamplePlans.of(SamplePlans.names(2), 1, 3);
        Notice notice = Notice.of(
                facts.plan(),
                facts.planDigest(),
                NoticePeriod.of(SamplePlans.NOON, SamplePlans.RULES.noticePeriod(), Optional.empty()),
                CLERK,
                SamplePlans.NOON);
        FormFacts objected = SamplePlans.with(facts, new Readiness(blockers, Optional.of(notice), concerning), all);
        return PdfText.of(forms.print(FormName.of(FormKind.REPORT), objected).bytes());
    }

    private static PlanObjection objection(String name) {
        return new PlanObjection(
                new UUID(9, 9),
                SamplePlans.of(SamplePlans.names(1), 1, 1).plan().id(),
                new Content(name, Relation.INTERESTED_PARTY, "该款是我的", Optional.empty()),
                CLERK,
                SamplePlans.NOON,
                SamplePlans.NOON.plusSeconds(60),
                Optional.of(new Decision(Outcome.REJECTED, "无证据", CLERK, SamplePlans.NOON)));
    }
}
