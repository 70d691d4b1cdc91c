package org.stoppayment.cli.command.victim;

import org.stoppayment.cli.command.victim.status.StatusCommand;
import picocli.CommandLine.Command;

/** Victims, as refund officers know them. */
@Command(
        name = "victim",
        mixinStandardHelpOptions = true,
        description = {
            "What is established about the victim of a case (受害人).",
            "Money is returned once the identity is verified, nobody disputes whose money it is, an agent, if there is",
            "one, has an authority, and an account to return it to is known. The loss counts as reported until it is",
            "proven."
        },
        subcommands = {
            ShowCommand.class,
            VerifyCommand.class,
            LossCommand.class,
            DisputeCommand.class,
            AgentCommand.class,
            DepositCommand.class,
            AccountCommand.class,
            StatusCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay victim show CASE",
            "  stoppay victim verify CASE --document id-card.jpg",
            "  stoppay victim loss CASE --amount 140,000.00 --evidence statement.pdf",
            "  stoppay victim account CASE --original --reason 'the first account works again'"
        })
public final class VictimCommand {

    private VictimCommand() {}
}
