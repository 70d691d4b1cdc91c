package org.stoppayment.cli.command.objection;

import picocli.CommandLine.Command;

/** Objections to holds. */
@Command(
        name = "objection",
        mixinStandardHelpOptions = true,
        description = {
            "Objections of the holders of stopped and frozen accounts (异议).",
            "Each has an owner, seven days and an outcome. Upheld: the hold of the case is released.",
            "Limited: only the case's money is held from now on."
        },
        subcommands = {
            OpenCommand.class,
            AddCommand.class,
            AssignCommand.class,
            DecideCommand.class,
            ListObjectionsCommand.class,
            ShowCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay hold notice ICBC 6222020000000000018",
            "  stoppay objection list --overdue",
            "  stoppay objection decide OBJECTION --outcome rejected --reason 'money of the case'"
        })
public final class ObjectionCommand {

    private ObjectionCommand() {}
}
