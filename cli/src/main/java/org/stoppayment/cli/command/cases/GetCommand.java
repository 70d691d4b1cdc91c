package org.stoppayment.cli.command.cases;

import java.util.List;
import java.util.regex.Pattern;
import org.stoppayment.cli.cases.CaseHistory;
import org.stoppayment.cli.cases.CaseTransfers;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.cases.filing.FilingLines;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.WarningPrinter;
import org.stoppayment.cli.command.view.AttentionText;
import org.stoppayment.cli.command.view.CorrectionTable;
import org.stoppayment.cli.command.view.DecisionTable;
import org.stoppayment.cli.command.view.DuplicateTable;
import org.stoppayment.cli.command.view.OrderTable;
import org.stoppayment.cli.command.view.TraceTree;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.Warning;
import org.stoppayment.proto.intake.v1.Withdrawal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a case. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a case: its transfers, where stop orders and freezes stand, what happened when.",
            "A transfer is corrected by its number; see: stoppay correct --help"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay get 0193a000-0000-7000-8000-000000000001",
            "  stoppay get -o json CASE | jq .progress.settled"
        })
public final class GetCommand extends ServiceCommandBase {

    /** Where a transfer is in its report or supplement. */
    private static final Pattern PLACE =
            Pattern.compile("^(transfers\\[[0-9]+]|corrections\\[[0-9]+]\\.corrected)\\.?");

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
        CaseTransfers transfers = CaseTransfers.of((Case) output().visible(answer.getCase()));
        head(answer.getCase(), transfers);
        WarningPrinter.print(console(), warnings(answer.getCase(), transfers));
        if (answer.getWaitingForFreeze()) {
            console().progress(console().toned(Tone.WARNING, console().text(CaseText.WAITS_FOR_FREEZE)));
        }
        if (answer.hasProgress()) {
            sums(answer.getProgress());
        } else {
            console()
                    .progress(console().toned(Tone.WARNING, console().text(CaseText.NO_PROGRESS))
                            + answer.getProgressUnavailable());
        }
        section(new TransferTable(
                        console(),
                        transfers,
                        answer.getProgress(),
                        context().clock().instant())
                .render());
        if (answer.hasProgress()) {
            orders(answer.getProgress(), transfers);
            section(CaseFreezes.of(context(), clients, answer.getCase().getCaseId()));
        }
        section(console().text(CaseText.HISTORY) + "\n"
                + new HistoryTable(console(), answer.getCase(), transfers)
                        .render(CaseHistory.of(answer.getCase(), answer.getProgress())));
        return ExitCode.OK;
    }

    /** With the number of the transfer that each is about. */
    private List<Warning> warnings(Case found, CaseTransfers transfers) {
        return found.getWarningsList().stream()
                .map(warning -> transfers
                        .number(warning.getTransferId())
                        .map(number -> warning.toBuilder()
                                .setField(console()
                                        .text(
                                                CaseText.FIELD_OF_TRANSFER,
                                                number,
                                                console()
                                                        .vocabulary()
                                                        .code(PLACE.matcher(warning.getField())
                                                                .replaceFirst(""))))
                                .build())
                        .orElse(warning))
                .toList();
    }

    private void head(Case found, CaseTransfers transfers) {
        line(CaseText.CASE_LINE, found.getCaseId(), console().vocabulary().value(found.getStatus()));
        line(CaseText.ACCEPTED_LINE, console().moment(found.getAcceptedAt()));
        line(
                CaseText.REPORT_LINE,
                console().vocabulary().value(found.getReport().getChannel()),
                console().vocabulary().value(found.getReport().getFraudType()),
                transfers.reported(),
                transfers.corrected(),
                found.getSupplementsCount());
        FilingLines.print(console(), found);
        if (found.hasWithdrawal()) {
            Withdrawal withdrawal = found.getWithdrawal();
            line(
                    CaseText.WITHDRAWN_LINE,
                    console().moment(withdrawal.getWithdrawnAt()),
                    withdrawal.getReason(),
                    withdrawal.getReference());
        }
    }

    private void line(CaseText text, Object... arguments) {
        console().print(console().fitted(console().text(text, arguments)));
    }

    private void sums(CaseProgress progress) {
        line(
                CaseText.PROGRESS_LINE,
                Formats.yuan(progress.getReportedFen()),
                Formats.yuan(progress.getTaintedHeldFen()),
                progress.getRestoredFen(),
                Formats.yuan(progress.getRestoredFen()),
                progress.getSettled() ? 1 : 0,
                AttentionText.suffix(console(), progress.getAttentionReasonsList()),
                progress.getBooked() ? 1 : 0,
                TraceTree.conserved(console(), progress.getConserved()),
                progress.getFrozenFen(),
                Formats.yuan(progress.getFrozenFen()),
                progress.getReturnedFen(),
                Formats.yuan(progress.getReturnedFen()));
    }

    private void orders(CaseProgress progress, CaseTransfers transfers) {
        List<StopOrder> orders = progress.getOrdersList().stream()
                .map(order -> (StopOrder) output().visible(order))
                .toList();
        section(OrderTable.of(console(), progress.getOrdersList()));
        section(DecisionTable.of(console(), orders));
        section(DuplicateTable.of(console(), progress.getPossibleDuplicatesList()));
        String corrections = CorrectionTable.of(console(), orders, transfers);
        section(
                corrections.isEmpty()
                        ? ""
                        : console().fitted(console().text(CaseText.CORRECTIONS)) + "\n" + corrections);
    }

    /** After a blank line; nothing when it is empty. */
    private void section(String text) {
        if (!text.isEmpty()) {
            console().print("");
            console().print(text);
        }
    }
}
