package org.stoppayment.cli.command.bank;

import java.util.List;
import java.util.concurrent.Callable;
import org.stoppayment.cli.client.MagicAccount;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.suite.ServiceName;
import picocli.CommandLine.Command;

/** Lists the accounts that behave in a fixed way at every simulated institution. */
@Command(
        name = "magic",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the accounts that behave in a fixed way at every simulated institution.",
            "They need no world. Name one as the payee of a report, with the code of the institution:",
            "docs/dispatch/sample.report.json does so."
        })
final class BankMagicCommand implements Callable<Integer> {

    private final Context context;

    BankMagicCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        SimulatorClient simulator = new SimulatorClient(context.suite().httpAddress(ServiceName.SIMULATOR));
        List<MagicAccount> accounts = simulator.magicAccounts();
        if (context.output().json()) {
            context.console().print(Json.of(accounts));
        } else {
            Table table = new Table(Heading.of(context.console(), Heading.ACCOUNT, Heading.NAME, Heading.DETAIL));
            accounts.forEach(account -> table.row(account.number(), account.name(), meaning(account)));
            context.console().print(table.render(context.console()));
        }
        return ExitCode.OK;
    }

    /** What it does; a newer simulator may have more of them. */
    private String meaning(MagicAccount account) {
        return switch (account.name()) {
            case "NAME_MISMATCH" -> context.console().text(BankText.MAGIC_NAME_MISMATCH);
            case "NO_ACCOUNT" -> context.console().text(BankText.MAGIC_NO_ACCOUNT);
            case "ALREADY_HELD" -> context.console().text(BankText.MAGIC_ALREADY_HELD);
            case "BALANCE_SHORT" -> context.console().text(BankText.MAGIC_BALANCE_SHORT);
            case "THIRD_STOP" -> context.console().text(BankText.MAGIC_THIRD_STOP);
            case "SLOW" -> context.console().text(BankText.MAGIC_SLOW);
            case "DUPLICATE_CALLBACK" -> context.console().text(BankText.MAGIC_DUPLICATE_CALLBACK);
            case "LATE_CALLBACK" -> context.console().text(BankText.MAGIC_LATE_CALLBACK);
            case "GARBAGE" -> context.console().text(BankText.MAGIC_GARBAGE);
            case "NEVER_ANSWERS" -> context.console().text(BankText.MAGIC_NEVER_ANSWERS);
            case "PAYEE_CLOSED" -> context.console().text(BankText.MAGIC_PAYEE_CLOSED);
            default -> "-";
        };
    }
}
