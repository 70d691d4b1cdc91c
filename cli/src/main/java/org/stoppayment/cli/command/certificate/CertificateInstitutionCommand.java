package org.stoppayment.cli.command.certificate;

import java.util.concurrent.Callable;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.suite.ConnectedInstitutions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Issues the certificate with which an institution calls back. */
@Command(
        name = "institution",
        mixinStandardHelpOptions = true,
        description = {
            "Issues the certificate with which an institution calls back.",
            "The gateway takes a callback about orders of an institution only from who has its certificate. The files",
            "take the place of those of an earlier one, which stays valid until it ends.",
            "The key is a secret: give it to nobody but the institution."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay certificate institution 102100099996",
            "  stoppay certificate institution 102100099996 --directory /srv/bank/tls"
        })
final class CertificateInstitutionCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "CODE", description = "Code of the institution.")
    private String code = "";

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    CertificateInstitutionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (new ConnectedInstitutions(context.suite().directory()).find(code).isEmpty()) {
            throw CliException.usage(CertificateCommandText.UNKNOWN_CODE, code);
        }
        directory.issue(context, CertificateFiles.institution(code));
        return ExitCode.OK;
    }
}
