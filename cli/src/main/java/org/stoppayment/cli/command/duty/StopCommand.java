package org.stoppayment.cli.command.duty;

import com.google.protobuf.Message;
import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ReferenceOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.OrderTable;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.ExtendStopResponse;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopResponse;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.RestopAccountResponse;
import org.stoppayment.proto.freeze.v1.StopOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops: lifting them, extending them, putting them on again. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stops: lifting them, extending them, putting them on again.",
        subcommands = {StopCommand.Lift.class, StopCommand.Extend.class, StopCommand.Again.class})
public final class StopCommand {

    /** What is done with one stop order, on somebody's word. */
    private abstract static class OnOrder extends ServiceCommandBase {

        @Parameters(paramLabel = "APPLICATION_ID", description = "Id of the stop order.")
        String applicationId = "";

        @Mixin
        ReferenceOption reference = new ReferenceOption();

        OnOrder(Context context) {
            super(context);
        }

        int show(Message answer, String made, StopOrder order) {
            return show(answer, () -> {
                if (!made.isEmpty()) {
                    console().print(made);
                }
                console().print(OrderTable.of(console(), List.of(order)));
            });
        }
    }

    /** What needs a reason besides. */
    private abstract static class WithReason extends OnOrder {

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
        String reason = "";

        WithReason(Context context) {
            super(context);
        }
    }

    /** Lifts one. */
    @Command(
            name = "lift",
            mixinStandardHelpOptions = true,
            description = "Orders a stop to be lifted; it is LIFTED once the institution says so.",
            footerHeading = "%nExample:%n",
            footer = "  stoppay stop lift ID --reason 'wrong account' --reference 'Li, anti-fraud centre'")
    static final class Lift extends WithReason {

        Lift(Context context) {
            super(context);
        }

        @Override
        protected int ask(ServiceClients clients) {
            LiftStopResponse answer = clients.freeze()
                    .liftStop(LiftStopRequest.newBuilder()
                            .setApplicationId(applicationId)
                            .setReason(reason)
                            .setReference(reference.text())
                            .build());
            return show(answer, "lift order " + answer.getLiftApplicationId(), answer.getOrder());
        }
    }

    /** Extends one. */
    @Command(
            name = "extend",
            mixinStandardHelpOptions = true,
            description = {
                "Orders a stop in effect to be extended by another term, as the rule set says.",
                "It counts as a further stop of the account."
            },
            footerHeading = "%nExample:%n",
            footer = "  stoppay stop extend ID --reason 'case is being filed' --reference 'Li, anti-fraud centre'")
    static final class Extend extends WithReason {

        Extend(Context context) {
            super(context);
        }

        @Override
        protected int ask(ServiceClients clients) {
            ExtendStopResponse answer = clients.freeze()
                    .extendStop(ExtendStopRequest.newBuilder()
                            .setApplicationId(applicationId)
                            .setReason(reason)
                            .setReference(reference.text())
                            .build());
            return show(answer, "extension order " + answer.getExtensionApplicationId(), answer.getOrder());
        }
    }

    /** Puts one on again. */
    @Command(
            name = "again",
            mixinStandardHelpOptions = true,
            description = {
                "Stops the account of an order that has ended again.",
                "Refused when the account has had as many stops as the rule set allows, or has a live one."
            },
            footerHeading = "%nExample:%n",
            footer = "  stoppay stop again ID --reference 'Li, anti-fraud centre'")
    static final class Again extends OnOrder {

        Again(Context context) {
            super(context);
        }

        @Override
        protected int ask(ServiceClients clients) {
            RestopAccountResponse answer = clients.freeze()
                    .restopAccount(RestopAccountRequest.newBuilder()
                            .setApplicationId(applicationId)
                            .setReference(reference.text())
                            .build());
            return show(answer, "", answer.getOrder());
        }
    }
}
