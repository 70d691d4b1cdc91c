package org.stoppayment.cli.command.query;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.freeze.v1.GetQueryResponse;
import org.stoppayment.proto.freeze.v1.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a query. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a query: what was asked, what it rests on, what was answered.",
            "Document and telephone numbers are masked; --unmasked shows them."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay query show ID -o json | jq .query.answer")
final class ShowCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "ID", description = "Id of the query.")
    private String applicationId = "";

    ShowCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        GetQueryResponse answer = WaitOption.get(context(), clients, applicationId);
        return show(answer, () -> new QueryView(console()).print((Query) output().visible(answer.getQuery())));
    }
}
