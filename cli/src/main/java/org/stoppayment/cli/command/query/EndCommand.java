package org.stoppayment.cli.command.query;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.freeze.v1.EndWatchRequest;
import org.stoppayment.proto.freeze.v1.GetQueryResponse;
import org.stoppayment.proto.freeze.v1.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a watch. */
@Command(
        name = "end",
        mixinStandardHelpOptions = true,
        description = {
            "Ends a watch before its end (解除动态查询), and waits for the answer.",
            "What was booked before the end is reported even after it."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay query end ID --reason 'the account is frozen'")
final class EndCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "ID", description = "Id of the watch.")
    private String applicationId = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, 1..200 characters. Default: the reason of the watch.")
    private String reason = "";

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private WaitOption waiting = new WaitOption();

    EndCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        Query ordered = clients.queries()
                .endWatch(EndWatchRequest.newBuilder()
                        .setApplicationId(applicationId)
                        .setReason(reason)
                        .setOperator(officer.operator())
                        .build())
                .getQuery();
        GetQueryResponse answer = waiting.answered(context(), clients, ordered);
        return show(answer, () -> {
            new QueryView(console()).print((Query) output().visible(answer.getQuery()));
            if (!WaitOption.isDecided(answer.getQuery())) {
                console().progress(console().text(QueryText.FOLLOW, ordered.getApplicationId()));
            }
        });
    }
}
