package org.stoppayment.cli.command.bank;

import java.util.concurrent.Callable;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.suite.ConnectedInstitutions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the secret that is shared with an institution. */
@Command(
        name = "secret",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the secret that is shared with an institution of the running suite.",
            "It signs the messages in both directions. Mind who sees the screen."
        },
        footerHeading = "%nExample:%n",
        footer = {"  SECRET=$(stoppay bank secret 102100099996)"})
final class BankSecretCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "CODE", description = "Code of the institution.")
    private String code = "";

    BankSecretCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String secret = new ConnectedInstitutions(context.suite().directory())
                .find(code)
                .orElseThrow(() -> CliException.usage(BankText.UNKNOWN_CODE, code))
                .secret();
        context.console().print(secret);
        return ExitCode.OK;
    }
}
