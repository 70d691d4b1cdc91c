package org.stoppayment.cli.command.hold;

import org.stoppayment.cli.command.hold.figures.OverheldCommand;
import org.stoppayment.cli.command.hold.figures.ReportCommand;
import picocli.CommandLine.Command;

/** Freezes of filed cases. */
@Command(
        name = "hold",
        mixinStandardHelpOptions = true,
        description = {
            "Freezes accounts for a filed case (冻结), and renews, changes or lifts freezes.",
            "A stop ends after 48 hours; a freeze holds the money for months. It rests on the filing of the case, a",
            "legal document and an approval. A freeze that nobody renews before its end is lifted by law."
        },
        subcommands = {
            ProposeCommand.class,
            FreezeCommand.class,
            RenewCommand.class,
            ChangeCommand.class,
            ReleaseCommand.class,
            ResolveCommand.class,
            ListHoldsCommand.class,
            ShowCommand.class,
            OverheldCommand.class,
            ReportCommand.class,
            NoticeCommand.class,
            UnrelatedCommand.class,
            NotifyCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay hold propose                       stops and freezes that end soon",
            "  stoppay hold freeze CASE --all --document order.pdf \\",
            "      --approver 'Shanghai police/100001' --level county",
            "  stoppay hold list --ends-within 30d        what must be renewed",
            "  stoppay hold show ID",
            "  stoppay hold overheld                      where more is held than needed",
            "  stoppay hold report                        what is held, and for how long"
        })
public final class HoldCommand {

    private HoldCommand() {}
}
