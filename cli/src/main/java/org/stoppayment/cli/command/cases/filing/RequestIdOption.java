package org.stoppayment.cli.command.cases.filing;

import org.stoppayment.cli.command.common.Context;
import org.stoppayment.kernel.ids.Ids;
import picocli.CommandLine.Option;

/** The id of a request that may be sent again. */
final class RequestIdOption {

    @Option(
            names = "--request-id",
            paramLabel = "UUID",
            description = "Id of an earlier try whose answer was lost; without it, a new one is made.")
    private String requestId = "";

    /** The id as given, or a new one, which is printed so that the same request can be sent again. */
    String orNew(Context context) {
        if (!requestId.isEmpty()) {
            return requestId;
        }
        String made = new Ids(context.clock()).next().toString();
        context.console().progress(context.console().text(FilingText.REQUEST_ID_MADE, made));
        return made;
    }
}
