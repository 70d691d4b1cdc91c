package org.stoppayment.cli.command.duty;

import com.google.protobuf.Message;
import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.CaseIds;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ReferenceOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.ClaimTable;
import org.stoppayment.cli.command.view.OrderTable;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.ExtendStopResponse;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;
import org.stoppayment.proto.freeze.v1.GetStopOrderResponse;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopResponse;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.RestopAccountResponse;
import org.stoppayment.proto.freeze.v1.StopClaim;
import org.stoppayment.proto.freeze.v1.StopOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lifts, extends and reissues stops. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Lifts or extends a stop, or stops an account again.",
        subcommands = {StopCommand.Lift.class, StopCommand.Extend.class, StopCommand.Again.class})
public final class StopCommand {

    /** An action on a stop order. */
    private abstract static class OrderCommand extends ServiceCommandBase {

        @Parameters(paramLabel = "APPLICATION_ID", description = "Id of the stop order.")
        String applicationId = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
        String reason = "";

        @Mixin
        ReferenceOption reference = new ReferenceOption();

        @Mixin
        ActingOfficerOption officer = new ActingOfficerOption();

        OrderCommand(Context context) {
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

    /** Ends a case's claim; the stop is lifted when no claim stands. */
    @Command(
            name = "lift",
            mixinStandardHelpOptions = true,
            description = {
                "Ends a case's claim on a stopped account.",
                "When no claim of another case stands, the institution is ordered to lift the stop; it is LIFTED once"
                        + " the",
                "institution says so. Shows the other claims and asks first."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  export STOPPAY_ORGANISATION='anti-fraud centre' STOPPAY_BADGE=100234",
                "  stoppay stop lift ID --reason 'wrong account' --reference 'Li, anti-fraud centre'",
                "  stoppay stop lift ID --case CASE --reason 'paid back' --reference 'receipt 7' --yes"
            })
    static final class Lift extends OrderCommand {

        @Mixin
        private CaseOption claimant = new CaseOption();

        @Mixin
        private ConfirmOption confirm = new ConfirmOption();

        Lift(Context context) {
            super(context);
        }

        @Override
        protected void check() {
            confirm.requireAnswerable(context());
        }

        @Override
        protected int ask(ServiceClients clients) {
            GetStopOrderResponse now = clients.freeze()
                    .getStopOrder(GetStopOrderRequest.newBuilder()
                            .setApplicationId(applicationId)
                            .build());
            String caseId = claimant.or(now.getOrder().getCaseId());
            List<StopClaim> others = now.getClaimsList().stream()
                    .filter(claim -> claim.getActive() && !CaseIds.isSame(claim.getCaseId(), caseId))
                    .toList();
            if (!others.isEmpty()) {
                console().progress(console().text(DutyText.OTHER_CLAIMS));
                console().progress(ClaimTable.of(console(), others));
            }
            confirm.confirm(
                    context(),
                    others.isEmpty()
                            ? console().text(DutyText.LIFT_QUESTION)
                            : console().text(DutyText.END_CLAIM_QUESTION, caseId));
            LiftStopResponse answer = clients.freeze()
                    .liftStop(LiftStopRequest.newBuilder()
                            .setApplicationId(applicationId)
                            .setCaseId(claimant.caseId())
                            .setReason(reason)
                            .setReference(reference.text())
                            .setOperator(officer.operator())
                            .build());
            return show(
                    answer,
                    answer.getLiftApplicationId().isEmpty()
                            ? console().text(DutyText.CLAIM_ENDED, answer.getActiveClaimsCount())
                            : console().text(DutyText.LIFT_ORDER, answer.getLiftApplicationId()),
                    answer.getOrder());
        }
    }

    /** Extends a stop. */
    @Command(
            name = "extend",
            mixinStandardHelpOptions = true,
            description = {
                "Orders a stop in effect to be extended by another term, as the rule set says.",
                "It counts as a further stop of the account."
            },
            footerHeading = "%nExample:%n",
            footer = {
                "  stoppay stop extend ID --reason 'case is being filed' --reference 'Li' --organisation 110"
                        + " --badge 100234"
            })
    static final class Extend extends OrderCommand {

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
                            .setOperator(officer.operator())
                            .build());
            return show(
                    answer,
                    console().text(DutyText.EXTENSION_ORDER, answer.getExtensionApplicationId()),
                    answer.getOrder());
        }
    }

    /** Stops an account again. */
    @Command(
            name = "again",
            mixinStandardHelpOptions = true,
            description = {
                "Stops the account of an ended order again.",
                "Refused when the account has had as many stops as the rule set allows, or has a live one."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  export STOPPAY_ORGANISATION='anti-fraud centre' STOPPAY_BADGE=100234",
                "  stoppay stop again ID --reason 'money came back' --reference 'Li, anti-fraud centre'",
                "  stoppay stop again ID --case CASE --reason 'money came back' --reference 'Li, anti-fraud centre'"
            })
    static final class Again extends OrderCommand {

        @Mixin
        private CaseOption claimant = new CaseOption();

        Again(Context context) {
            super(context);
        }

        @Override
        protected int ask(ServiceClients clients) {
            RestopAccountResponse answer = clients.freeze()
                    .restopAccount(RestopAccountRequest.newBuilder()
                            .setApplicationId(applicationId)
                            .setReason(reason)
                            .setReference(reference.text())
                            .setOperator(officer.operator())
                            .setCaseId(claimant.caseId())
                            .build());
            return show(answer, "", answer.getOrder());
        }
    }
}
