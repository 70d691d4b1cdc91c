package org.stoppayment.cli.command.bank;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.MessageJson;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.gateway.v1.TryInstitutionRequest;
import org.stoppayment.proto.gateway.v1.TryInstitutionResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries an institution. */
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        description = {
            "Sends an institution test orders, and says what is wrong with its answers.",
            "A stop, an inquiry, an extension and a lift, a freeze of one yuan with its renewal, another sum and its",
            "lift, and a query about a test account are signed and sent by the gateway, like those of a case, but",
            "belong to none: nothing is recorded.",
            "With --payee, 0.20 yuan of the frozen money are paid to that account before the freeze is lifted. They do",
            "not come back by themselves.",
            "The stop is protective: name and number are checked only. A stop or a freeze that may have been made is",
            "lifted. Each rule that is broken is named with its section of the guide, docs/bank/README.md.",
            "Exits with 5 when a rule is broken, or the test account was not stopped."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay bank try 102100099996",
            "  stoppay bank try 102100099996 --account 6222020000000000018 --name 张三",
            "  stoppay bank try 103100000026 --account 6299990000000000079      at a simulated bank",
            "  stoppay bank try 102100099996 --account 6222020000000000018 --name 张三 \\",
            "      --payee 6228480000000000018 --payee-bank 103100000026 --payee-name 李四",
        })
final class BankTryCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "CODE", description = "Code of the institution.")
    private String code = "";

    @Option(
            names = "--account",
            paramLabel = "NUMBER",
            description = "Test account at the institution. Default: its first BIN, zeros and a check digit.")
    private @Nullable String account;

    @Option(names = "--name", paramLabel = "NAME", description = "Holder of the test account.")
    private @Nullable String name;

    @Option(
            names = "--payee",
            paramLabel = "NUMBER",
            description = "Account that a refund is tried to. Default: no refund is tried.")
    private @Nullable String payee;

    @Option(names = "--payee-bank", paramLabel = "CODE", description = "Institution of the payee's account.")
    private @Nullable String payeeBank;

    @Option(names = "--payee-name", paramLabel = "NAME", description = "Holder of the payee's account.")
    private @Nullable String payeeName;

    BankTryCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        if (account != null && !AccountNumber.hasForm(account)) {
            throw CliException.usage(BankText.ACCOUNT_INVALID);
        }
        if (name != null && account == null) {
            throw CliException.usage(BankText.NAME_ALONE);
        }
        if (payee != null && !AccountNumber.hasForm(payee)) {
            throw CliException.usage(BankText.PAYEE_INVALID);
        }
        boolean isAnyGiven = payee != null || payeeBank != null || payeeName != null;
        boolean isAnyMissing = payee == null || payeeBank == null || payeeName == null;
        if (isAnyGiven && isAnyMissing) {
            throw CliException.usage(BankText.PAYEE_INCOMPLETE);
        }
    }

    @Override
    protected int ask(ServiceClients clients) {
        TrialView view = new TrialView(console(), output().unmasked());
        Iterator<TryInstitutionResponse> steps = clients.trials().tryInstitution(request());
        int findings = 0;
        while (steps.hasNext()) {
            TryInstitutionResponse step = steps.next();
            findings += step.getFindingsCount();
            console().print(output().json() ? MessageJson.line(output().visible(step)) : view.of(step));
        }
        if (!output().json()) {
            console().print(console().text(BankText.VERDICT, findings));
        }
        return findings == 0 ? ExitCode.OK : ExitCode.NOT_AS_EXPECTED;
    }

    private TryInstitutionRequest request() {
        TryInstitutionRequest.Builder request = TryInstitutionRequest.newBuilder()
                .setInstitutionCode(code)
                .setAccount(Account.newBuilder()
                        .setNumber(account == null ? "" : account)
                        .setName(name == null ? "" : name));
        if (payee != null && payeeBank != null && payeeName != null) {
            request.setPayee(Account.newBuilder()
                    .setInstitutionCode(payeeBank)
                    .setNumber(payee)
                    .setName(payeeName)
                    .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL));
        }
        return request.build();
    }
}
