package org.stoppayment.cli.command.cases;

import java.util.List;
import org.stoppayment.cli.cases.CaseTransfers;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.intake.v1.ReportedTransfer;
import org.stoppayment.proto.intake.v1.TransferCorrection;

/** Which transfers of a case can be corrected: each once. */
final class CorrectableTransfers {

    private CorrectableTransfers() {}

    /** The transfer with this number; fails with the numbers that there are. */
    static ReportedTransfer numbered(int number, CaseTransfers transfers) {
        return transfers
                .numbered(number)
                .orElseThrow(() -> transfers.all().isEmpty()
                        ? CliException.usage(CaseText.NO_TRANSFERS)
                        : CliException.usage(
                                CaseText.NO_SUCH_NUMBER, number, transfers.all().size()));
    }

    /** Fails when one of the transfers was corrected; names the number of the last correction, which is the one to correct. */
    static void requireUncorrected(List<TransferCorrection> corrections, CaseTransfers transfers) {
        corrections.forEach(correction -> requireUncorrected(correction.getTransferId(), transfers));
    }

    /** The same for one transfer. */
    static void requireUncorrected(String transferId, CaseTransfers transfers) {
        transfers.lastCorrection(transferId).ifPresent(last -> {
            throw CliException.refused(
                    CaseText.CORRECTED_ALREADY, transfers.number(transferId).orElse(0), last);
        });
    }
}
