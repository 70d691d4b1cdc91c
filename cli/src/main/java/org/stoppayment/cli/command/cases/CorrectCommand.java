package org.stoppayment.cli.command.cases;

import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stoppayment.cli.cases.CaseTransfers;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.WarningPrinter;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.ErrorMetadata;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.ReportedTransfer;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseResponse;
import org.stoppayment.proto.intake.v1.TransferCorrection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Corrects a reported transfer, by what the caller says or by a proposal, after the operator's yes. */
@Command(
        name = "correct",
        mixinStandardHelpOptions = true,
        description = {
            "Corrects a transfer of a case.",
            "With a name, number, amount or bank: those change, the rest stays as reported. Without: the correction",
            "that is proposed for its declined order.",
            "Shows before and after, and asks. Nothing is sent without the yes.",
            "The corrected payee gets a new order, linked to the declined one.",
            "Exits with 3 when nothing is proposed, the transfer was corrected already, or the answer is not yes."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay get CASE                          the numbers of its transfers",
            "  stoppay correct CASE 2 --name 陈东 --bank 招商银行",
            "  stoppay correct CASE 2 --amount 140,000.00 --yes",
            "  stoppay correct CASE 2 --take 2"
        })
public final class CorrectCommand extends ServiceCommandBase {

    private static final String CORRECT_INSTEAD = "correctInstead";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    @Parameters(index = "0", paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Parameters(
            index = "1",
            paramLabel = "TRANSFER",
            description = "Number of the transfer; or the application id of a declined order with a proposal.")
    private String target = "";

    @Mixin
    private CorrectedFields fields = new CorrectedFields();

    @Option(
            names = "--take",
            paramLabel = "N",
            defaultValue = "0",
            description = "Number of the proposal, where there are several.")
    private int take;

    @Option(names = "--yes", description = "Send it without asking.")
    private boolean yes;

    @Option(
            names = "--request-id",
            paramLabel = "UUID",
            description = "Id of an earlier try whose answer was lost; without it, a new one is made.")
    private String requestId = "";

    CorrectCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        fields.check();
        if (fields.isGiven() && (take != 0 || !NUMBER.matcher(target).matches())) {
            throw CliException.usage(CaseText.FIELDS_NEED_A_NUMBER);
        }
    }

    @Override
    protected int ask(ServiceClients clients) {
        GetCaseResponse found = found(clients);
        requireOpen(found.getCase());
        CaseTransfers transfers = CaseTransfers.of(found.getCase());
        List<TransferCorrection> corrections = corrections(found, transfers);
        if (!isResend(found.getCase())) {
            CorrectableTransfers.requireUncorrected(corrections, transfers);
        }
        console().progress(console().text(CaseText.WOULD_BE_SENT));
        console().progress(CorrectionPreview.of(console(), transfers, corrections, output()));
        if (!yes && !TypedYes.isGiven(context(), CaseText.SEND_QUESTION)) {
            console().progress(console().text(CaseText.NOT_SENT));
            return ExitCode.REFUSED;
        }
        return send(clients, corrections);
    }

    private GetCaseResponse found(ServiceClients clients) {
        return clients.intake()
                .getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
    }

    private static void requireOpen(Case found) {
        if (found.getStatus() == CaseStatus.CASE_STATUS_CLOSED) {
            throw CliException.refused(CaseText.CASE_IS_CLOSED, found.getCaseId());
        }
    }

    private List<TransferCorrection> corrections(GetCaseResponse found, CaseTransfers transfers) {
        Optional<ReportedTransfer> numbered = NUMBER.matcher(target).matches()
                ? Optional.of(CorrectableTransfers.numbered(Integer.parseInt(target), transfers))
                : Optional.empty();
        if (fields.isGiven() && numbered.isPresent()) {
            return List.of(TransferCorrection.newBuilder()
                    .setTransferId(numbered.get().getTransferId())
                    .setCorrected(fields.applyTo(numbered.get().getTransfer(), institutions()))
                    .build());
        }
        if (!found.hasProgress()) {
            throw CliException.failed(CaseText.ORDERS_UNREADABLE, found.getProgressUnavailable());
        }
        ProposedCorrection proposed = new ProposedCorrection(console(), output(), transfers, found.getProgress());
        if (numbered.isPresent()) {
            CorrectableTransfers.requireUncorrected(numbered.get().getTransferId(), transfers);
            return proposed.forTransfer(numbered.get(), take);
        }
        return proposed.forOrder(target, take);
    }

    /** The first try may have arrived: then its transfer is corrected by itself, and the service gives its answer again. */
    private boolean isResend(Case found) {
        return !requestId.isEmpty()
                && found.getSupplementsList().stream()
                        .anyMatch(supplement -> supplement.getRequestId().equalsIgnoreCase(requestId));
    }

    private int send(ServiceClients clients, List<TransferCorrection> corrections) {
        String id = requestId.isEmpty() ? new Ids(context().clock()).next().toString() : requestId;
        console().progress(console().text(CaseText.REQUEST_ID, id));
        SupplementCaseResponse answer = supplement(
                clients,
                SupplementCaseRequest.newBuilder()
                        .setRequestId(id)
                        .setCaseId(caseId)
                        .addAllCorrections(corrections)
                        .build());
        WarningPrinter.print(console(), answer.getWarningsList());
        return show(answer, () -> {
            answer.getTransferIdsList().forEach(console()::print);
            console()
                    .progress(console()
                            .text(
                                    CaseText.SEE_NEW_ORDER,
                                    console()
                                            .toned(
                                                    Tone.GOOD,
                                                    console()
                                                            .text(
                                                                    answer.getReplayed()
                                                                            ? CaseText.REPLAYED
                                                                            : CaseText.ACCEPTED)),
                                    caseId));
        });
    }

    /** Where another desk has corrected the transfer meanwhile, says the number of its correction. */
    private SupplementCaseResponse supplement(ServiceClients clients, SupplementCaseRequest request) {
        try {
            return clients.intake().supplementCase(request);
        } catch (StatusRuntimeException refused) {
            if (ErrorMetadata.of(refused, CORRECT_INSTEAD).isPresent()) {
                CorrectableTransfers.requireUncorrected(
                        request.getCorrectionsList(),
                        CaseTransfers.of(found(clients).getCase()));
            }
            throw refused;
        }
    }
}
