package org.stoppayment.cli.command.cases;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.WarningPrinter;
import org.stoppayment.cli.command.view.AttentionText;
import org.stoppayment.cli.command.view.CorrectionTable;
import org.stoppayment.cli.command.view.DuplicateTable;
import org.stoppayment.cli.command.view.OrderTable;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.Withdrawal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a case. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = "Shows a case and where its stop orders stand.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay get 0193a000-0000-7000-8000-000000000001",
            "  stoppay get -o json CASE | jq .progress.settled"
        })
public final class GetCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    GetCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        GetCaseResponse answer = clients.intake()
                .getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
        if (output().json()) {
            output().print(console(), answer);
            return ExitCode.OK;
        }
        head(answer.getCase());
        WarningPrinter.print(console(), answer.getCase().getWarningsList());
        if (answer.getWaitingForFreeze()) {
            console().progress(console().toned(Tone.WARNING, FreezeWait.TEXT));
        }
        if (answer.hasProgress()) {
            progress(answer.getProgress());
        } else {
            console()
                    .progress(console().toned(Tone.WARNING, "no progress to show: ") + answer.getProgressUnavailable());
        }
        return ExitCode.OK;
    }

    private void head(Case found) {
        console().print("case      " + found.getCaseId() + "  " + Formats.shortName(found.getStatus()));
        console().print("accepted  " + console().moment(found.getAcceptedAt()));
        console()
                .print("report    " + Formats.shortName(found.getReport().getChannel()) + ", "
                        + Formats.shortName(found.getReport().getFraudType()) + ", " + found.getTransfersCount()
                        + " transfers, "
                        + found.getSupplementsCount() + " supplements");
        if (found.hasWithdrawal()) {
            withdrawal(found.getWithdrawal());
        }
    }

    private void withdrawal(Withdrawal withdrawal) {
        console()
                .print("withdrawn " + console().moment(withdrawal.getWithdrawnAt()) + "  " + withdrawal.getReason()
                        + ", " + withdrawal.getReference());
    }

    private void progress(CaseProgress progress) {
        console()
                .print("reported  " + Formats.yuan(progress.getReportedFen()) + "  held "
                        + Formats.yuan(progress.getTaintedHeldFen()) + "  "
                        + (progress.getRestoredFen() == 0
                                ? ""
                                : "restored " + Formats.yuan(progress.getRestoredFen()) + "  ")
                        + (progress.getSettled() ? "settled" : "under way")
                        + AttentionText.suffix(progress.getAttentionReasonsList())
                        + (progress.getBooked() ? ", booked" : "")
                        + Formats.conserved(progress.getConserved()));
        console().print("");
        console().print(OrderTable.of(console(), progress.getOrdersList()));
        section(DuplicateTable.of(progress.getPossibleDuplicatesList()));
        String corrections = CorrectionTable.of(progress.getOrdersList().stream()
                .map(order -> (StopOrder) output().visible(order))
                .toList());
        section(
                corrections.isEmpty()
                        ? ""
                        : "proposed corrections; nothing is sent without a yes: stoppay correct CASE ORDER\n"
                                + corrections);
    }

    /** After a blank line; nothing when it is empty. */
    private void section(String text) {
        if (!text.isEmpty()) {
            console().print("");
            console().print(text);
        }
    }
}
