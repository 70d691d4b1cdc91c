package org.stoppayment.cli.command.view;

import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.cli.cases.CaseTransfers;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.CorrectionProposal;
import org.stoppayment.proto.freeze.v1.CorrectionReason;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Corrections that are proposed for declined orders, as a table. Masking is up to the caller. */
public final class CorrectionTable {

    private CorrectionTable() {}

    /** One line for each proposal of these orders, with the numbers of its transfers; empty when there is none. */
    public static String of(Console console, List<StopOrder> orders, CaseTransfers transfers) {
        Table table = new Table(
                Heading.of(console, Heading.NUMBER, Heading.TAKE, Heading.FIELD, Heading.PROPOSED, Heading.BECAUSE));
        for (StopOrder order : orders) {
            int number = 1;
            for (CorrectionProposal proposal : order.getCorrectionProposalsList()) {
                table.row(
                        numbers(proposal, transfers),
                        number++,
                        console.vocabulary().code(proposal.getField()),
                        proposed(proposal),
                        reasons(console, proposal));
            }
        }
        return table.isEmpty() ? "" : table.render(console);
    }

    private static String numbers(CorrectionProposal proposal, CaseTransfers transfers) {
        return proposal.getTransferIdsList().stream()
                .flatMap(id -> transfers.number(id).stream())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    /** The value as it might read. */
    public static String proposed(CorrectionProposal proposal) {
        return proposal.getProposedName().isEmpty()
                ? Formats.yuan(proposal.getProposedFen())
                : proposal.getProposedName();
    }

    private static String reasons(Console console, CorrectionProposal proposal) {
        return proposal.getReasonsList().stream()
                .map(reason -> console.text(words(reason)))
                .collect(Collectors.joining("; "));
    }

    private static ViewText words(CorrectionReason reason) {
        return switch (reason) {
            case CORRECTION_REASON_MIDDLE_DOT -> ViewText.MIDDLE_DOT;
            case CORRECTION_REASON_HALF_WIDTH_BRACKETS -> ViewText.HALF_WIDTH_BRACKETS;
            case CORRECTION_REASON_SIMPLIFIED_CHARACTERS -> ViewText.SIMPLIFIED_CHARACTERS;
            case CORRECTION_REASON_TIMES_100 -> ViewText.TIMES_100;
            case CORRECTION_REASON_TIMES_10_000 -> ViewText.TIMES_10_000;
            case CORRECTION_REASON_TIMES_100_000_000 -> ViewText.TIMES_100_000_000;
            case CORRECTION_REASON_DIVIDED_BY_100 -> ViewText.DIVIDED_BY_100;
            case CORRECTION_REASON_DIVIDED_BY_10_000 -> ViewText.DIVIDED_BY_10_000;
            case CORRECTION_REASON_DIVIDED_BY_100_000_000 -> ViewText.DIVIDED_BY_100_000_000;
            case CORRECTION_REASON_MATCHES_INFLOW -> ViewText.MATCHES_INFLOW;
            case CORRECTION_REASON_ONLY_AMOUNT_MISMATCHED -> ViewText.ONLY_AMOUNT_MISMATCHED;
            case CORRECTION_REASON_UNSPECIFIED, UNRECOGNIZED -> ViewText.ANOTHER_REASON;
        };
    }
}
