package org.stoppayment.cli.command.query;

import org.stoppayment.cli.command.common.Context;
import org.stoppayment.proto.gateway.v1.QueryKind;
import picocli.CommandLine.Command;

/** Asks for all accounts of the holder. */
@Command(
        name = "accounts",
        mixinStandardHelpOptions = true,
        description = {
            "Asks for all accounts of the holder at the institution (全账户).",
            "Waits for the answer. The suite asks for further pages by itself; the answer names the next one."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay query accounts CASE ICBC 6222020000000000018")
final class AccountsCommand extends AskCommand {

    AccountsCommand(Context context) {
        super(context, QueryKind.QUERY_KIND_ACCOUNTS);
    }
}
