package org.stoppayment.cli.command.query;

import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.values.Moments;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.freeze.v1.OrderQueryRequest;
import org.stoppayment.proto.gateway.v1.QueryKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks for the bookings of an account. */
@Command(
        name = "transactions",
        mixinStandardHelpOptions = true,
        description = {
            "Asks for the bookings of an account (交易明细), and waits for the answer.",
            "Without --since, since the case's money came there. What left the account is traced at once.",
            "The suite asks for further pages by itself; the answer names the next one."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay query transactions CASE ICBC 6222020000000000018",
            "  stoppay query transactions CASE ICBC 6222020000000000018 --since 2026-03-01T10:05"
        })
final class TransactionsCommand extends AskCommand {

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "The first moment: 2026-03-01T10:05, or with its offset 2026-03-01T10:05+08:00.")
    private @Nullable String since;

    TransactionsCommand(Context context) {
        super(context, QueryKind.QUERY_KIND_TRANSACTIONS);
    }

    @Override
    protected void check() {
        super.check();
        addTo(OrderQueryRequest.newBuilder());
    }

    @Override
    void addTo(OrderQueryRequest.Builder request) {
        String typed = since;
        if (typed != null) {
            request.setSince(Moments.parse(typed, console().texts().zone())
                    .orElseThrow(() -> CliException.usage(QueryText.MOMENT_INVALID, "--since", typed)));
        }
    }
}
