package org.stoppayment.cli.command.certificate;

import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.CertificateSubject.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Issues the certificate with which a dispatch system reports. */
@Command(
        name = "dispatch",
        mixinStandardHelpOptions = true,
        description = {
            "Issues the certificate with which a dispatch system reports.",
            "The files take the place of those of an earlier one, which stays valid until it ends.",
            "The key is a secret: give it to nobody but the dispatch system."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay certificate dispatch shanghai-110",
            "  stoppay certificate dispatch shanghai-110 --directory /srv/dispatch/tls"
        })
final class CertificateDispatchCommand implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private final Context context;

    @Parameters(
            paramLabel = "NAME",
            description = "Name of the dispatch system: lower-case letters, digits and hyphens.")
    private String name = "";

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    CertificateDispatchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (!NAME.matcher(name).matches()) {
            throw CliException.usage(CertificateCommandText.NAME_INVALID, name);
        }
        directory.issue(context, new CertificateSubject(Kind.DISPATCH, name));
        return ExitCode.OK;
    }
}
