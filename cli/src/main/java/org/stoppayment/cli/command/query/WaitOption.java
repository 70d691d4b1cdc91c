package org.stoppayment.cli.command.query;

import java.time.Duration;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.DelayedProgress;
import org.stoppayment.cli.waiting.Polling;
import org.stoppayment.proto.freeze.v1.GetQueryRequest;
import org.stoppayment.proto.freeze.v1.GetQueryResponse;
import org.stoppayment.proto.freeze.v1.Query;
import picocli.CommandLine.Option;

/** Waits for the answer to a query. */
final class WaitOption {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration INTERVAL = Duration.ofMillis(200);

    @Option(names = "--no-wait", description = "Do not wait for the answer. Default: wait up to 15 seconds.")
    private boolean noWait;

    /** The query, once it is answered or the patience is over. */
    GetQueryResponse answered(Context context, ServiceClients clients, Query ordered) {
        Console console = context.console();
        String bank = console.vocabulary().institutionName(ordered.getAccount().getInstitutionCode());
        try (DelayedProgress waiting = new DelayedProgress(console, console.text(QueryText.WAITING_FOR, bank))) {
            return Polling.until(
                    noWait ? Duration.ZERO : PATIENCE,
                    INTERVAL,
                    () -> get(context, clients, ordered.getApplicationId()),
                    shown -> isDecided(shown.getQuery()));
        }
    }

    /** One query; document and telephone numbers are whole on request only. */
    static GetQueryResponse get(Context context, ServiceClients clients, String applicationId) {
        return clients.queries()
                .getQuery(GetQueryRequest.newBuilder()
                        .setApplicationId(applicationId)
                        .setUnmasked(context.output().unmasked())
                        .build());
    }

    /** True when its answer is not waited for any more. */
    static boolean isDecided(Query query) {
        return switch (query.getState()) {
            case QUERY_STATE_QUEUED, QUERY_STATE_SENDING, QUERY_STATE_ACCEPTED, QUERY_STATE_IN_DOUBT -> false;
            default -> true;
        };
    }
}
