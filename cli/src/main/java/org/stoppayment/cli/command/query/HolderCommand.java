package org.stoppayment.cli.command.query;

import org.stoppayment.cli.command.common.Context;
import org.stoppayment.proto.gateway.v1.QueryKind;
import picocli.CommandLine.Command;

/** Asks who holds an account. */
@Command(
        name = "holder",
        mixinStandardHelpOptions = true,
        description = {
            "Asks who holds an account (账户持有人), and waits for the answer.",
            "Document and telephone numbers are masked; --unmasked shows them."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay query holder CASE ICBC 6222020000000000018")
final class HolderCommand extends AskCommand {

    HolderCommand(Context context) {
        super(context, QueryKind.QUERY_KIND_HOLDER);
    }
}
