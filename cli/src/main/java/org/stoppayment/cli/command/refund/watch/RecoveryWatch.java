package org.stoppayment.cli.command.refund.watch;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.StreamViewer;
import org.stoppayment.cli.client.WatchStreams;
import org.stoppayment.cli.command.common.OutputOption;
import org.stoppayment.cli.output.Console;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.recovery.v1.WatchRecoveryResponse;

/** Follows the return of money to the victim of a case, until the process ends. */
public final class RecoveryWatch {

    private RecoveryWatch() {}

    /** Shows it, and again whenever it changes; fails when there is no such case. */
    public static void follow(ServiceClients clients, String caseId, Console console, OutputOption output) {
        // Intake knows a case before fund-recovery does: an unknown one is refused here.
        clients.intake().getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
        StreamViewer<WatchRecoveryResponse> viewer =
                output.json() ? new RecoveryJson(console, output) : new RecoveryWatchView(console, output);
        WatchStreams.followRecovery(clients::watchingRecovery, caseId, viewer);
    }
}
