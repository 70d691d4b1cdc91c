package org.stoppayment.cli.command.refund.notice;

import org.stoppayment.cli.command.view.DecisionTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.proto.recovery.v1.GetReadinessResponse;
import org.stoppayment.proto.recovery.v1.Notice;
import org.stoppayment.proto.recovery.v1.PlanObjection;
import org.stoppayment.proto.recovery.v1.PlanObjectionOutcome;

/** Prints notices, objections, and what stands in the way of a plan. Masking is up to the caller. */
final class NoticeView {

    private final Console console;

    NoticeView(Console console) {
        this.console = console;
    }

    void print(String planId, GetReadinessResponse readiness) {
        if (readiness.getBlockersCount() == 0) {
            console.print(console.toned(Tone.GOOD, console.text(NoticeText.READY, planId)));
        } else {
            console.print(console.toned(Tone.WARNING, console.text(NoticeText.BLOCKED, planId)));
        }
        readiness
                .getBlockersList()
                .forEach(blocker -> console.print("- " + console.vocabulary().value(blocker)));
        readiness
                .getUnmetList()
                .forEach(condition -> console.print(
                        console.text(NoticeText.UNMET_LINE, console.vocabulary().value(condition))));
        if (readiness.hasNotice()) {
            print(readiness.getNotice());
        } else {
            console.print(console.text(NoticeText.NO_NOTICE));
        }
        readiness.getObjectionsList().forEach(this::print);
    }

    private void print(Notice notice) {
        console.print(console.text(
                NoticeText.NOTICE_LINE,
                console.moment(notice.getPublishedAt()),
                DecisionTable.officer(console, notice.getPublishedBy()),
                console.moment(notice.getBeginsAt()),
                console.moment(notice.getEndsAt())));
    }

    void print(PlanObjection objection) {
        boolean isOpen = objection.getOutcome() == PlanObjectionOutcome.PLAN_OBJECTION_OUTCOME_UNSPECIFIED;
        console.print(console.text(
                NoticeText.OBJECTION_LINE,
                objection.getObjectionId(),
                isOpen ? "-" : console.vocabulary().value(objection.getOutcome())));
        console.print(console.text(
                NoticeText.OBJECTOR_LINE,
                objection.getObjectorName(),
                console.vocabulary().value(objection.getRelation())));
        console.print(console.text(
                NoticeText.STATEMENT_LINE,
                objection.getStatement().replaceAll("\\s+", " ").strip()));
        if (isOpen) {
            console.print(console.text(NoticeText.DUE_LINE, console.moment(objection.getDueAt())));
        } else {
            console.print(console.text(
                    NoticeText.DECIDED_LINE,
                    console.moment(objection.getDecidedAt()),
                    DecisionTable.officer(console, objection.getDecidedBy()),
                    objection.getDecisionReason()));
        }
    }
}
