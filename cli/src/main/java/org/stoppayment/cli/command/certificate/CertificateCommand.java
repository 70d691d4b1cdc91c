package org.stoppayment.cli.command.certificate;

import picocli.CommandLine.Command;

/** Issues certificates. */
@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        description = {
            "Issues certificates for those who connect to the running suite from outside.",
            "Its services take connections only from those who have one. stoppay up makes those of the services, of this",
            "command, of simulated banks, and one for trying out a dispatch system: dispatch.crt in the directory tls."
        },
        subcommands = {CertificateInstitutionCommand.class, CertificateDispatchCommand.class})
public final class CertificateCommand {}
