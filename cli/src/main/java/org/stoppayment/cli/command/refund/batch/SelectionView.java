package org.stoppayment.cli.command.refund.batch;

import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.BatchCriteria;
import org.stoppayment.proto.recovery.v1.LeftOutPlan;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;

/** The plans that a batch would have, and those that are left out. */
final class SelectionView {

    private final Console console;

    SelectionView(Console console) {
        this.console = console;
    }

    /** Criteria, plans, what is left out and why, and what all pay. */
    String render(BatchCriteria criteria, PreviewRefundBatchResponse selection) {
        StringBuilder text = new StringBuilder();
        new BatchView(console).lines(criteria).forEach(line -> text.append(line).append('\n'));
        text.append('\n').append(plans(selection)).append('\n');
        if (selection.getLeftOutCount() > 0) {
            text.append('\n')
                    .append(console.text(BatchText.LEFT_OUT, selection.getLeftOutCount()))
                    .append('\n')
                    .append(leftOut(selection.getLeftOutList()))
                    .append('\n');
        }
        text.append('\n')
                .append(console.text(BatchText.PLANS, selection.getPlansCount(), Formats.yuan(selection.getPayFen())))
                .append('\n')
                .append(console.fitted(console.text(BatchText.DIGEST, selection.getDigest())));
        return text.toString();
    }

    private String plans(PreviewRefundBatchResponse selection) {
        Table table = new Table(
                Heading.of(console, Heading.PLAN, Heading.TO_PAY, Heading.MADE, Heading.ACCOUNT, Heading.CASE));
        selection
                .getPlansList()
                .forEach(each -> table.row(
                        each.getPlan().getPlanId(),
                        Formats.yuan(each.getPlan().getPayFen()),
                        console.moment(each.getPlan().getMadeAt()),
                        accounts(each.getPlan()),
                        Formats.orDash(String.join(" ", each.getPlan().getCaseIdsList()))));
        return table.isEmpty() ? console.text(BatchText.NOTHING_CHOSEN) : table.render(console);
    }

    private String leftOut(List<LeftOutPlan> plans) {
        Table table = new Table(Heading.of(
                console, Heading.PLAN, Heading.TO_PAY, Heading.REASON, Heading.DETAIL, Heading.ACCOUNT, Heading.CASE));
        plans.forEach(each -> table.row(
                each.getPlan().getPlanId(),
                Formats.yuan(each.getPlan().getPayFen()),
                console.vocabulary().value(each.getReason()),
                Formats.orDash(detail(each)),
                accounts(each.getPlan()),
                Formats.orDash(String.join(" ", each.getPlan().getCaseIdsList()))));
        return table.render(console);
    }

    private String detail(LeftOutPlan each) {
        String blockers =
                each.getBlockersList().stream().map(console.vocabulary()::value).collect(Collectors.joining(", "));
        String unmet = each.getPlan().getUnmetList().stream()
                .map(console.vocabulary()::value)
                .collect(Collectors.joining(", "));
        String why = unmet.isEmpty() || blockers.isEmpty() ? blockers : blockers + ": " + unmet;
        return (why + " " + each.getBatchId()).strip();
    }

    private String accounts(RefundPlanSummary plan) {
        return Formats.orDash(plan.getAccountsList().stream().map(this::account).collect(Collectors.joining(", ")));
    }

    private String account(Account account) {
        return (console.vocabulary().institutionName(account.getInstitutionCode()) + " " + account.getNumber()).strip();
    }
}
