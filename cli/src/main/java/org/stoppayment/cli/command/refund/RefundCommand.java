package org.stoppayment.cli.command.refund;

import org.stoppayment.cli.command.refund.batch.BatchCommand;
import org.stoppayment.cli.command.refund.form.ExportCommand;
import org.stoppayment.cli.command.refund.form.FormsCommand;
import org.stoppayment.cli.command.refund.notice.DecideCommand;
import org.stoppayment.cli.command.refund.notice.NoticeCommand;
import org.stoppayment.cli.command.refund.notice.ObjectCommand;
import org.stoppayment.cli.command.refund.notice.ReadyCommand;
import org.stoppayment.cli.command.refund.payment.ApproveCommand;
import org.stoppayment.cli.command.refund.payment.PayCommand;
import org.stoppayment.cli.command.refund.payment.ReceiptsCommand;
import org.stoppayment.cli.command.refund.payment.RejectCommand;
import org.stoppayment.cli.command.refund.payment.ResolveCommand;
import org.stoppayment.cli.command.refund.payment.SubmitCommand;
import picocli.CommandLine.Command;

/** Plans for the return of money. */
@Command(
        name = "refund",
        mixinStandardHelpOptions = true,
        description = {
            "Returns held money to its victims (资金返还): plans, approvals, payments.",
            "A draft is made by itself for each account that holds money of victims. A plan never changes; new facts",
            "make a new one. One officer submits a plan, another approves it; then it can be paid."
        },
        subcommands = {
            ListRefundsCommand.class,
            PlanCommand.class,
            ExplainCommand.class,
            ReadyCommand.class,
            NoticeCommand.class,
            ObjectCommand.class,
            DecideCommand.class,
            SubmitCommand.class,
            FormsCommand.class,
            ExportCommand.class,
            ApproveCommand.class,
            RejectCommand.class,
            PayCommand.class,
            ReceiptsCommand.class,
            ResolveCommand.class,
            BatchCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay refund list --case CASE",
            "  stoppay refund plan ICBC 6222020000000000018",
            "  stoppay refund explain PLAN --report plan.html",
            "  stoppay refund submit PLAN",
            "  stoppay refund export PLAN --to forms",
            "  stoppay refund approve PLAN --document decision.pdf --level city",
            "  stoppay refund pay PLAN --wait 30s",
            "  stoppay refund receipts --attention",
            "  stoppay refund batch preview --station 'Zhangzhou police'",
            "",
            "How to read an explanation: docs/refunds.md."
        })
public final class RefundCommand {

    private RefundCommand() {}
}
