package org.stoppayment.cli.command.victim;

import picocli.CommandLine.Command;

/** Victims, as refund officers know them. */
@Command(
        name = "victim",
        mixinStandardHelpOptions = true,
        description = {
            "What is established about the victim of a case (被害人).",
            "Money is returned once the identity is verified, nobody disputes whose money it is, and an agent, if",
            "there is one, has an authority. The loss counts as reported until it is proven."
        },
        subcommands = {
            ShowCommand.class,
            VerifyCommand.class,
            LossCommand.class,
            DisputeCommand.class,
            AgentCommand.class,
            DepositCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay victim show CASE",
            "  stoppay victim verify CASE --document id-card.jpg",
            "  stoppay victim loss CASE --amount 140,000.00 --evidence statement.pdf"
        })
public final class VictimCommand {

    private VictimCommand() {}
}
