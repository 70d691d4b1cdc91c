package org.stoppayment.cli.command.refund;

import org.stoppayment.cli.command.refund.notice.DecideCommand;
import org.stoppayment.cli.command.refund.notice.NoticeCommand;
import org.stoppayment.cli.command.refund.notice.ObjectCommand;
import org.stoppayment.cli.command.refund.notice.ReadyCommand;
import picocli.CommandLine.Command;

/** Plans for the return of money. */
@Command(
        name = "refund",
        mixinStandardHelpOptions = true,
        description = {
            "Plans for the return of held money to its victims (资金返还).",
            "A draft is made by itself for each account that holds money of victims. A plan never changes; new facts",
            "make a new one. Nothing is paid by these commands."
        },
        subcommands = {
            ListRefundsCommand.class,
            PlanCommand.class,
            ExplainCommand.class,
            ReadyCommand.class,
            NoticeCommand.class,
            ObjectCommand.class,
            DecideCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay refund list --case CASE",
            "  stoppay refund plan ICBC 6222020000000000018",
            "  stoppay refund explain PLAN --report plan.html",
            "",
            "How to read an explanation: docs/refunds.md."
        })
public final class RefundCommand {

    private RefundCommand() {}
}
