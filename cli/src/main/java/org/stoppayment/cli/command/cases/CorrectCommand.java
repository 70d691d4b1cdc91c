package org.stoppayment.cli.command.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.WarningPrinter;
import org.stoppayment.cli.command.view.CorrectionTable;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.NameDifference;
import org.stoppayment.cli.output.Table;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.CorrectionProposal;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.ReportedTransfer;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseResponse;
import org.stoppayment.proto.intake.v1.TransferCorrection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a correction that is proposed for a declined order, after the operator's yes. */
@Command(
        name = "correct",
        mixinStandardHelpOptions = true,
        description = {
            "Sends the correction that is proposed for a declined order.",
            "Shows what would be sent and asks. Nothing is sent without the yes.",
            "The corrected payee gets a new order, linked to the declined one.",
            "Exits with 3 when nothing is proposed, or the answer is not yes."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay get CASE                          shows the proposals",
            "  stoppay correct CASE ORDER",
            "  stoppay correct CASE ORDER --take 2 --yes"
        })
public final class CorrectCommand extends ServiceCommandBase {

    @Parameters(index = "0", paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Parameters(index = "1", paramLabel = "ORDER", description = "Application id of the declined order.")
    private String applicationId = "";

    @Option(
            names = "--take",
            paramLabel = "N",
            defaultValue = "0",
            description = "Number of the proposal, where there are several.")
    private int take;

    @Option(names = "--yes", description = "Send it without asking.")
    private boolean yes;

    CorrectCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        GetCaseResponse found = clients.intake()
                .getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
        if (!found.hasProgress()) {
            throw CliException.failed(console().text(CaseText.ORDERS_UNREADABLE, found.getProgressUnavailable()));
        }
        StopOrder order = found.getProgress().getOrdersList().stream()
                .filter(each -> each.getApplicationId().equals(applicationId))
                .findFirst()
                .orElseThrow(
                        () -> new CliException(ExitCode.NOT_FOUND, console().text(CaseText.NO_SUCH_ORDER)));
        if (order.getCorrectionProposalsCount() == 0) {
            throw new CliException(
                    ExitCode.REFUSED,
                    console()
                            .text(
                                    CaseText.NOTHING_PROPOSED,
                                    console().vocabulary().value(order.getState()),
                                    Formats.orDash(order.getResultCode())));
        }
        SupplementCaseRequest supplement = supplement(found.getCase(), chosen(order));
        preview(found.getCase(), supplement);
        if (!yes && !isConfirmed()) {
            console().progress(console().text(CaseText.NOT_SENT));
            return ExitCode.REFUSED;
        }
        return send(clients, supplement);
    }

    private CorrectionProposal chosen(StopOrder order) {
        List<CorrectionProposal> proposals = order.getCorrectionProposalsList();
        if (take == 0 && proposals.size() == 1) {
            return proposals.get(0);
        }
        if (take < 1 || take > proposals.size()) {
            console().progress(CorrectionTable.of(console(), List.of((StopOrder) output().visible(order))));
            throw CliException.usage(console().text(CaseText.TAKE_INVALID, take, proposals.size()));
        }
        return proposals.get(take - 1);
    }

    private SupplementCaseRequest supplement(Case found, CorrectionProposal proposal) {
        SupplementCaseRequest.Builder supplement = SupplementCaseRequest.newBuilder()
                .setRequestId(new Ids(context().clock()).next().toString())
                .setCaseId(caseId);
        for (String transferId : proposal.getTransferIdsList()) {
            supplement.addCorrections(TransferCorrection.newBuilder()
                    .setTransferId(transferId)
                    .setCorrected(corrected(reported(found, transferId), proposal)));
        }
        return supplement.build();
    }

    private Transfer reported(Case found, String transferId) {
        if (found.getTransfersList().stream()
                .anyMatch(each -> each.getCorrectsTransferId().equals(transferId))) {
            throw new CliException(ExitCode.REFUSED, console().text(CaseText.CORRECTED_ALREADY, transferId));
        }
        return found.getTransfersList().stream()
                .filter(each -> each.getTransferId().equals(transferId))
                .map(ReportedTransfer::getTransfer)
                .findFirst()
                .orElseThrow(() -> CliException.failed(console().text(CaseText.NOT_IN_CASE, transferId)));
    }

    private Transfer corrected(Transfer reported, CorrectionProposal proposal) {
        Transfer.Builder corrected = reported.toBuilder();
        switch (proposal.getField()) {
            case "payee.name" -> corrected.getPayeeBuilder().setName(proposal.getProposedName());
            case "amountFen" -> corrected.setAmountFen(proposal.getProposedFen());
            default -> throw CliException.failed(console().text(CaseText.FIELD_UNKNOWN, proposal.getField()));
        }
        return corrected.build();
    }

    /** On the error stream, so that the result has the answer only. */
    private void preview(Case found, SupplementCaseRequest supplement) {
        Table table = new Table(Heading.of(
                console(),
                Heading.TRANSFER,
                Heading.PAYEE,
                Heading.NAME,
                Heading.CORRECTED_NAME,
                Heading.SUM,
                Heading.CORRECTED_SUM));
        for (TransferCorrection correction : supplement.getCorrectionsList()) {
            Transfer before = reported(found, correction.getTransferId());
            Transfer after = correction.getCorrected();
            NameDifference names = names(before, after);
            table.row(
                    correction.getTransferId(),
                    Formats.number(before.getPayee()),
                    Formats.orDash(names.before()),
                    Formats.orDash(names.after()),
                    before.hasAmountFen() ? Formats.yuan(before.getAmountFen()) : Formats.orDash(""),
                    after.hasAmountFen() ? Formats.yuan(after.getAmountFen()) : Formats.orDash(""));
        }
        console().progress(console().text(CaseText.WOULD_BE_SENT));
        console().progress(table.render());
    }

    /** Masked unless {@code --unmasked} is given; where the name is corrected, what differs is seen all the same. */
    private NameDifference names(Transfer before, Transfer after) {
        String name = before.getPayee().getName();
        String corrected = after.getPayee().getName();
        if (output().unmasked() || name.isEmpty()) {
            return new NameDifference(name, corrected);
        }
        String masked = Masking.mask(name);
        return name.equals(corrected) ? new NameDifference(masked, masked) : NameDifference.between(name, corrected);
    }

    private boolean isConfirmed() {
        console().progress(console().text(CaseText.SEND_QUESTION));
        return readLine().strip().toLowerCase(Locale.ROOT).equals("yes");
    }

    /** A line of the input, which may hold more for others; empty at its end. */
    private String readLine() {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = context().input().read();
                    next >= 0 && next != '\n';
                    next = context().input().read()) {
                line.append((char) next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private int send(ServiceClients clients, SupplementCaseRequest supplement) {
        console().progress(console().text(CaseText.REQUEST_ID, supplement.getRequestId()));
        SupplementCaseResponse answer = clients.intake().supplementCase(supplement);
        WarningPrinter.print(console(), answer.getWarningsList());
        return show(answer, () -> {
            answer.getTransferIdsList().forEach(console()::print);
            console()
                    .progress(console()
                            .text(
                                    CaseText.SEE_NEW_ORDER,
                                    console().toned(Tone.GOOD, console().text(CaseText.ACCEPTED)),
                                    caseId));
        });
    }
}
