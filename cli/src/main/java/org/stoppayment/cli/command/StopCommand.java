package org.stoppayment.cli.command;

import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.OrderTable;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops that are in effect. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stops that are in effect.",
        subcommands = StopCommand.Lift.class)
final class StopCommand {

    /** Lifts one. */
    @Command(
            name = "lift",
            mixinStandardHelpOptions = true,
            description = "Orders a stop to be lifted; it is LIFTED once the institution says so.",
            footerHeading = "%nExample:%n",
            footer = "  stoppay stop lift ID --reason 'wrong account' --reference 'Li, anti-fraud centre'")
    static final class Lift extends ServiceCommandBase {

        @Parameters(paramLabel = "APPLICATION_ID", description = "Id of the stop order.")
        private String applicationId = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
        private String reason = "";

        @Mixin
        private ReferenceOption reference = new ReferenceOption();

        Lift(Context context) {
            super(context);
        }

        @Override
        int ask(ServiceClients clients) {
            LiftStopResponse answer = clients.freeze()
                    .liftStop(LiftStopRequest.newBuilder()
                            .setApplicationId(applicationId)
                            .setReason(reason)
                            .setReference(reference.text())
                            .build());
            return show(answer, () -> {
                console().print("lift order " + answer.getLiftApplicationId());
                console().print(OrderTable.of(console(), List.of(answer.getOrder())));
            });
        }
    }
}
