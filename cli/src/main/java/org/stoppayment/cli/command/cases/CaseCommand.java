package org.stoppayment.cli.command.cases;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.cases.filing.CloseCommand;
import org.stoppayment.cli.command.cases.filing.CorrectFilingCommand;
import org.stoppayment.cli.command.cases.filing.FileCommand;
import org.stoppayment.cli.command.common.CaseIds;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.OperatorOption;
import org.stoppayment.cli.command.common.ReferenceOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.ClaimTable;
import org.stoppayment.cli.command.view.OrderTable;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.freeze.v1.GetCaseProgressRequest;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;
import org.stoppayment.proto.freeze.v1.StopClaim;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.WithdrawCaseRequest;
import org.stoppayment.proto.intake.v1.WithdrawCaseResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Actions on a whole case. */
@Command(
        name = "case",
        mixinStandardHelpOptions = true,
        description = "Files, closes or withdraws a case, or corrects its filing.",
        subcommands = {FileCommand.class, CorrectFilingCommand.class, CloseCommand.class, CaseCommand.Withdraw.class})
public final class CaseCommand {

    private CaseCommand() {}

    /** Withdraws a case. */
    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = {
                "Withdraws a case (撤案): it is CLOSED, and nothing is held for it any more.",
                "Stops that no other case claims are lifted, and orders that were not sent are not sent. Supplements"
                        + " are refused.",
                "Shows what is lifted and what other cases keep, and asks first."
            },
            footerHeading = "%nExample:%n",
            footer = "  stoppay case withdraw CASE --reason 'paid on purpose' --reference 'statement of 8 May'")
    static final class Withdraw extends ServiceCommandBase {

        @Parameters(paramLabel = "CASE", description = "UUID of the case.")
        private String caseId = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
        private String reason = "";

        @Option(
                names = "--request-id",
                paramLabel = "UUID",
                description = "Id of an earlier try whose answer was lost; without it, a new one is made.")
        private String requestId = "";

        @Mixin
        private ReferenceOption reference = new ReferenceOption();

        @Mixin
        private OperatorOption operator = new OperatorOption();

        @Mixin
        private ConfirmOption confirm = new ConfirmOption();

        Withdraw(Context context) {
            super(context);
        }

        @Override
        protected void check() {
            confirm.requireAnswerable(context());
        }

        @Override
        protected int ask(ServiceClients clients) {
            foretell(clients);
            confirm.confirm(context(), console().text(CaseText.WITHDRAW_QUESTION, caseId));
            if (requestId.isEmpty()) {
                requestId = new Ids(context().clock()).next().toString();
                console().progress(console().text(CaseText.REQUEST_ID_MADE, requestId));
            }
            WithdrawCaseResponse answer = clients.intake()
                    .withdrawCase(WithdrawCaseRequest.newBuilder()
                            .setRequestId(requestId)
                            .setCaseId(caseId)
                            .setOperator(operator.operator())
                            .setReason(reason)
                            .setReference(reference.text())
                            .build());
            return show(answer, () -> console()
                    .print(console()
                            .text(answer.getReplayed() ? CaseText.WITHDRAWN_ALREADY : CaseText.WITHDRAWN, caseId)));
        }

        /** Shows what the withdrawal lifts, and what other cases keep. */
        private void foretell(ServiceClients clients) {
            List<StopOrder> released = new ArrayList<>();
            List<StopOrder> kept = new ArrayList<>();
            List<StopClaim> others = new ArrayList<>();
            for (StopOrder order : liveOrders(clients)) {
                List<StopClaim> active = activeClaimsOfOthers(clients, order);
                (active.isEmpty() ? released : kept).add(order);
                others.addAll(active);
            }
            show(console().text(CaseText.IS_LIFTED), released);
            show(console().text(CaseText.STAYS), kept);
            if (!others.isEmpty()) {
                console().progress(ClaimTable.of(console(), others));
            }
        }

        private void show(String heading, List<StopOrder> orders) {
            if (!orders.isEmpty()) {
                console().progress(heading);
                console().progress(OrderTable.of(console(), orders));
            }
        }

        private List<StopOrder> liveOrders(ServiceClients clients) {
            return clients
                    .freeze()
                    .getCaseProgress(GetCaseProgressRequest.newBuilder()
                            .setCaseId(caseId)
                            .build())
                    .getProgress()
                    .getOrdersList()
                    .stream()
                    .filter(order -> isLive(order.getState()))
                    .toList();
        }

        private static boolean isLive(StopOrderState state) {
            return switch (state) {
                case STOP_ORDER_STATE_QUEUED,
                        STOP_ORDER_STATE_SENDING,
                        STOP_ORDER_STATE_ACCEPTED,
                        STOP_ORDER_STATE_IN_DOUBT,
                        STOP_ORDER_STATE_MANUAL,
                        STOP_ORDER_STATE_IN_EFFECT -> true;
                default -> false;
            };
        }

        private List<StopClaim> activeClaimsOfOthers(ServiceClients clients, StopOrder order) {
            return clients
                    .freeze()
                    .getStopOrder(GetStopOrderRequest.newBuilder()
                            .setApplicationId(order.getApplicationId())
                            .build())
                    .getClaimsList()
                    .stream()
                    .filter(claim -> claim.getActive() && !CaseIds.isSame(claim.getCaseId(), caseId))
                    .toList();
        }
    }
}
