package org.stoppayment.cli.command.query;

import org.stoppayment.cli.command.common.Context;
import org.stoppayment.proto.gateway.v1.QueryKind;
import picocli.CommandLine.Command;

/** Asks what is on an account. */
@Command(
        name = "balance",
        mixinStandardHelpOptions = true,
        description = {
            "Asks what is on an account, and what holds it (账户余额).",
            "Waits for the answer. While the same query is undecided, repeating the command asks nothing new."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay query balance CASE ICBC 6222020000000000018")
final class BalanceCommand extends AskCommand {

    BalanceCommand(Context context) {
        super(context, QueryKind.QUERY_KIND_BALANCE);
    }
}
