package org.stoppayment.cli.command.view;

import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.CorrectionProposal;
import org.stoppayment.proto.freeze.v1.CorrectionReason;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Corrections that are proposed for declined orders, as a table. Masking is up to the caller. */
public final class CorrectionTable {

    private CorrectionTable() {}

    /** One line for each proposal of these orders; empty when there is none. */
    public static String of(List<StopOrder> orders) {
        Table table = new Table("application id", ">take", "field", "proposed", ">transfers", "because");
        for (StopOrder order : orders) {
            int number = 1;
            for (CorrectionProposal proposal : order.getCorrectionProposalsList()) {
                table.row(
                        order.getApplicationId(),
                        number++,
                        proposal.getField(),
                        proposed(proposal),
                        proposal.getTransferIdsCount(),
                        reasons(proposal));
            }
        }
        return table.isEmpty() ? "" : table.render();
    }

    /** The value as it might read. */
    public static String proposed(CorrectionProposal proposal) {
        return proposal.getProposedName().isEmpty()
                ? Formats.yuan(proposal.getProposedFen())
                : proposal.getProposedName();
    }

    private static String reasons(CorrectionProposal proposal) {
        return proposal.getReasonsList().stream().map(CorrectionTable::words).collect(Collectors.joining("; "));
    }

    private static String words(CorrectionReason reason) {
        return switch (reason) {
            case CORRECTION_REASON_MIDDLE_DOT -> "· between characters";
            case CORRECTION_REASON_HALF_WIDTH_BRACKETS -> "half-width brackets";
            case CORRECTION_REASON_SIMPLIFIED_CHARACTERS -> "simplified characters";
            case CORRECTION_REASON_TIMES_100 -> "x 100";
            case CORRECTION_REASON_TIMES_10_000 -> "x 10,000 (万)";
            case CORRECTION_REASON_TIMES_100_000_000 -> "x 100,000,000 (亿)";
            case CORRECTION_REASON_DIVIDED_BY_100 -> "/ 100";
            case CORRECTION_REASON_DIVIDED_BY_10_000 -> "/ 10,000";
            case CORRECTION_REASON_DIVIDED_BY_100_000_000 -> "/ 100,000,000";
            case CORRECTION_REASON_MATCHES_INFLOW -> "the account received it then";
            case CORRECTION_REASON_ONLY_AMOUNT_MISMATCHED -> "only the sum did not match";
            case CORRECTION_REASON_UNSPECIFIED, UNRECOGNIZED -> "another reason";
        };
    }
}
