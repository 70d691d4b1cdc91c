package org.stoppayment.cli.command.refund;

import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;

/** Plans as a table. */
final class RefundTable {

    private final Console console;

    RefundTable(Console console) {
        this.console = console;
    }

    /** One line for each plan. */
    String render(List<RefundPlanSummary> plans) {
        Table table = new Table(Heading.of(
                console,
                Heading.PLAN,
                Heading.STATE,
                Heading.HELD_OR_FROZEN,
                Heading.TO_PAY,
                Heading.MADE,
                Heading.ACCOUNT,
                Heading.CASE,
                Heading.NOT_MET));
        for (RefundPlanSummary plan : plans) {
            table.row(
                    plan.getPlanId(),
                    console.toned(tone(plan.getState()), console.vocabulary().value(plan.getState())),
                    Formats.yuan(plan.getHeldFen()),
                    Formats.yuan(plan.getPayFen()),
                    console.moment(plan.getMadeAt()),
                    Formats.orDash(
                            plan.getAccountsList().stream().map(this::account).collect(Collectors.joining(", "))),
                    Formats.orDash(String.join(" ", plan.getCaseIdsList())),
                    Formats.orDash(plan.getUnmetList().stream()
                            .map(console.vocabulary()::value)
                            .collect(Collectors.joining(", "))));
        }
        return table.isEmpty() ? console.text(RefundText.NO_PLANS) : table.render(console);
    }

    private static Tone tone(RefundPlanState state) {
        return switch (state) {
            case REFUND_PLAN_STATE_PAID -> Tone.GOOD;
            case REFUND_PLAN_STATE_SUPERSEDED, REFUND_PLAN_STATE_WITHDRAWN -> Tone.QUIET;
            default -> Tone.WARNING;
        };
    }

    private String account(Account account) {
        return (console.vocabulary().institutionName(account.getInstitutionCode()) + " " + account.getNumber()).strip();
    }
}
