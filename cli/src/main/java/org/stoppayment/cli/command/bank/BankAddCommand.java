package org.stoppayment.cli.command.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCalls;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.suite.ConnectedInstitutions;
import org.stoppayment.cli.suite.Hint;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.proto.gateway.v1.ReloadInstitutionsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Connects institutions to the running suite. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Connects an institution to the running suite, without a restart.",
            "It takes the place of one with the same code, simulated or not. The state directory keeps it, so that the",
            "next start has it too. Without a secret, one is made; stoppay bank secret CODE shows it.",
            "To call back, it needs a certificate, which stoppay certificate institution CODE issues.",
            "FILE is YAML: one entry as in config/institutions.yaml, or a list of them below institutions:. A wrong"
                    + " file",
            "changes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay bank add mybank.yaml",
            "  stoppay bank add --code 102100099996 --name 中国工商银行 --short-name 工行 --bin 622202 \\",
            "      --url http://127.0.0.1:8080"
        })
final class BankAddCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "YAML file with the institution; or give --code and the others.")
    private @Nullable Path file;

    @Mixin
    private EntryOptions options = new EntryOptions();

    BankAddCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Console console = context.console();
        Path named = file;
        if ((named != null) == options.areGiven()) {
            throw CliException.usage(BankText.FILE_OR_OPTIONS);
        }
        InstitutionEntries entries = named == null
                ? options.entries(context.workingDirectory())
                : InstitutionEntries.read(context.workingDirectory().resolve(named));
        Suite suite = context.suite();
        return ServiceCalls.ask(suite, console, clients -> {
            List<String> replaced = add(suite, entries, clients);
            for (ObjectNode entry : entries.entries()) {
                String code = entry.path("code").asText();
                console.print(console.fitted(console.text(
                        replaced.contains(code) ? BankText.REPLACED : BankText.CONNECTED,
                        code,
                        entry.path("name").asText(),
                        entry.path("endpoint").asText())));
                console.progress(console.text(
                        BankText.TRY_IT,
                        Hint.of("bank secret " + code, suite.directory()),
                        Hint.of("certificate institution " + code, suite.directory()),
                        Hint.of("bank try " + code, suite.directory())));
            }
            return ExitCode.OK;
        });
    }

    private List<String> add(Suite suite, InstitutionEntries entries, ServiceClients clients) {
        try {
            return new ConnectedInstitutions(suite.directory()).add(entries.entries(), () -> reload(clients));
        } catch (InvalidInput invalid) {
            throw CliException.usage(
                    BankText.FINDINGS, entries.source(), entries.inWords(context.console(), invalid.violations()));
        }
    }

    /** A gateway that is away reads its registry when it starts. */
    private void reload(ServiceClients clients) {
        try {
            clients.registry().reloadInstitutions(ReloadInstitutionsRequest.getDefaultInstance());
        } catch (StatusRuntimeException failed) {
            if (failed.getStatus().getCode() != Status.Code.UNAVAILABLE) {
                throw failed;
            }
            context.console().progress(context.console().text(BankText.GATEWAY_AWAY));
        }
    }
}
