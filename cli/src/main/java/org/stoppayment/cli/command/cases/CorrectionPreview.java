package org.stoppayment.cli.command.cases;

import java.util.List;
import org.stoppayment.cli.cases.CaseTransfers;
import org.stoppayment.cli.command.common.OutputOption;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.NameDifference;
import org.stoppayment.cli.output.Table;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.ReportedTransfer;
import org.stoppayment.proto.intake.v1.TransferCorrection;

/** Corrections before they are sent: each transfer field by field, before and after, to be read to the caller. */
final class CorrectionPreview {

    private final Console console;
    private final OutputOption output;
    private final Table table;

    private CorrectionPreview(Console console, OutputOption output) {
        this.console = console;
        this.output = output;
        this.table = new Table(Heading.of(console, Heading.NUMBER, Heading.FIELD, Heading.BEFORE, Heading.AFTER));
    }

    /** The table. Names are masked unless {@code --unmasked} is given; where one is corrected, what differs is seen all the same. */
    static String of(
            Console console, CaseTransfers transfers, List<TransferCorrection> corrections, OutputOption output) {
        CorrectionPreview preview = new CorrectionPreview(console, output);
        for (TransferCorrection correction : corrections) {
            Transfer before = transfers
                    .find(correction.getTransferId())
                    .map(ReportedTransfer::getTransfer)
                    .orElseGet(Transfer::getDefaultInstance);
            preview.add(transfers.number(correction.getTransferId()).orElse(0), before, correction.getCorrected());
        }
        return preview.table.render(console);
    }

    private void add(int number, Transfer before, Transfer after) {
        NameDifference names = names(before, after);
        row(number, "payee.name", names.before(), names.after());
        row(
                number,
                "payee.number",
                before.getPayee().getNumber(),
                after.getPayee().getNumber());
        row(number, "payee.institutionCode", institution(before), institution(after));
        row(number, "amountFen", sum(before), sum(after));
    }

    private void row(int number, String field, String before, String after) {
        table.row(
                number,
                console.vocabulary().code(field),
                Formats.orDash(before),
                before.equals(after) ? Formats.orDash(after) : console.toned(Tone.STRONG, Formats.orDash(after)));
    }

    private String institution(Transfer transfer) {
        return console.vocabulary().institution(transfer.getPayee().getInstitutionCode());
    }

    private static String sum(Transfer transfer) {
        return transfer.hasAmountFen() ? Formats.yuan(transfer.getAmountFen()) : "";
    }

    private NameDifference names(Transfer before, Transfer after) {
        String name = before.getPayee().getName();
        String corrected = after.getPayee().getName();
        if (output.unmasked() || name.isEmpty()) {
            return new NameDifference(name, corrected);
        }
        String masked = Masking.mask(name);
        return name.equals(corrected) ? new NameDifference(masked, masked) : NameDifference.between(name, corrected);
    }
}
