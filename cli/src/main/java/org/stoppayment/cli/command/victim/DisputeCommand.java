package org.stoppayment.cli.command.victim;

import picocli.CommandLine.Command;

/** Disputes about whose money it is. */
@Command(
        name = "dispute",
        mixinStandardHelpOptions = true,
        description = {
            "Disputes about whose money it is (权属争议).",
            "While one is open, the victim of the case gets no money."
        },
        subcommands = {OpenDisputeCommand.class, CloseDisputeCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay victim dispute open CASE --reason 'a seller claims the money'",
            "  stoppay victim dispute close DISPUTE --reason 'the claim was withdrawn'"
        })
final class DisputeCommand {

    private DisputeCommand() {}
}
