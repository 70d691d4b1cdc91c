package org.stoppayment.cli.command.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.cases.CaseTransfers;
import org.stoppayment.cli.command.common.OutputOption;
import org.stoppayment.cli.command.view.CorrectionTable;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.CorrectionProposal;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.intake.v1.ReportedTransfer;
import org.stoppayment.proto.intake.v1.TransferCorrection;

/** The correction that is proposed for a declined order. */
final class ProposedCorrection {

    private final Console console;
    private final OutputOption output;
    private final CaseTransfers transfers;
    private final CaseProgress progress;

    ProposedCorrection(Console console, OutputOption output, CaseTransfers transfers, CaseProgress progress) {
        this.console = console;
        this.output = output;
        this.transfers = transfers;
        this.progress = progress;
    }

    /** The proposal for the order on this transfer's payee; {@code take} chooses one of several, 0 when there is one. */
    List<TransferCorrection> forTransfer(ReportedTransfer reported, int take) {
        Optional<StopOrder> order = CaseTransfers.order(reported, progress);
        List<CorrectionProposal> proposals = order.map(StopOrder::getCorrectionProposalsList).orElse(List.of()).stream()
                .filter(proposal -> proposal.getTransferIdsList().contains(reported.getTransferId()))
                .toList();
        return corrections(order, proposals, take);
    }

    /** The proposal for the order with this id. */
    List<TransferCorrection> forOrder(String applicationId, int take) {
        StopOrder order = progress.getOrdersList().stream()
                .filter(each -> each.getApplicationId().equals(applicationId))
                .findFirst()
                .orElseThrow(() -> new CliException(ExitCode.NOT_FOUND, console.text(CaseText.NO_SUCH_ORDER)));
        return corrections(Optional.of(order), order.getCorrectionProposalsList(), take);
    }

    private List<TransferCorrection> corrections(
            Optional<StopOrder> order, List<CorrectionProposal> proposals, int take) {
        if (proposals.isEmpty()) {
            throw CliException.refused(
                    CaseText.NOTHING_PROPOSED,
                    Formats.orDash(order.map(each -> console.vocabulary().value(each.getState()))
                            .orElse("")),
                    Formats.orDash(order.map(StopOrder::getResultCode).orElse("")));
        }
        CorrectionProposal proposal = chosen(order.orElseThrow(), proposals, take);
        List<TransferCorrection> corrections = new ArrayList<>();
        for (String transferId : proposal.getTransferIdsList()) {
            ReportedTransfer reported =
                    transfers.find(transferId).orElseThrow(() -> CliException.failed(CaseText.NOT_IN_CASE, transferId));
            corrections.add(TransferCorrection.newBuilder()
                    .setTransferId(transferId)
                    .setCorrected(corrected(reported.getTransfer(), proposal))
                    .build());
        }
        return corrections;
    }

    private CorrectionProposal chosen(StopOrder order, List<CorrectionProposal> proposals, int take) {
        if (take == 0 && proposals.size() == 1) {
            return proposals.get(0);
        }
        if (take < 1 || take > proposals.size()) {
            StopOrder shown = order.toBuilder()
                    .clearCorrectionProposals()
                    .addAllCorrectionProposals(proposals)
                    .build();
            console.progress(CorrectionTable.of(console, List.of((StopOrder) output.visible(shown)), transfers));
            throw CliException.usage(CaseText.TAKE_INVALID, take, proposals.size());
        }
        return proposals.get(take - 1);
    }

    private static Transfer corrected(Transfer reported, CorrectionProposal proposal) {
        Transfer.Builder corrected = reported.toBuilder();
        switch (proposal.getField()) {
            case "payee.name" -> corrected.getPayeeBuilder().setName(proposal.getProposedName());
            case "amountFen" -> corrected.setAmountFen(proposal.getProposedFen());
            default -> throw CliException.failed(CaseText.FIELD_UNKNOWN, proposal.getField());
        }
        return corrected.build();
    }
}
