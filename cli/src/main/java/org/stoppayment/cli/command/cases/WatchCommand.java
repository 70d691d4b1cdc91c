package org.stoppayment.cli.command.cases;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.StreamViewer;
import org.stoppayment.cli.client.WatchStreams;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a case live. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Draws where the money of a case goes, live.",
            "It is the tree of `stoppay trace`, redrawn whenever it changes.",
            "Milliseconds are counted from the case's first order to the institution's answer, by account-freeze's clock.",
            "To a file or a pipe only new lines are written. Ctrl-C ends it.",
            "When the service is unavailable, the command reconnects for up to a minute and continues."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay watch CASE",
            "  stoppay watch CASE --until-settled && stoppay get CASE",
            "  stoppay watch CASE -o json | jq -c '.snapshot.total // .asOf'   JSON lines"
        })
public final class WatchCommand extends ServiceCommandBase {

    @Option(
            names = "--until-settled",
            description = "End once no order is pending and every known outflow is followed.")
    private boolean untilSettled;

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    WatchCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        // Intake knows a case before freeze does: an unknown one is refused here.
        clients.intake().getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
        StreamViewer<WatchCaseResponse> viewer =
                output().json() ? new WatchJson(console(), output()) : new WatchView(console());
        WatchStreams.followCase(clients::watching, caseId, untilSettled, viewer);
        return ExitCode.OK;
    }
}
