package org.stoppayment.cli.command.view;

import java.util.List;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.StopClaim;

/** Claims on a stopped account as a table. */
public final class ClaimTable {

    private ClaimTable() {}

    /** One line per claim. */
    public static String of(Console console, List<StopClaim> claims) {
        Table table = new Table(Heading.of(
                console,
                Heading.CASE,
                Heading.LEVEL,
                Heading.TAINTED,
                Heading.HELD,
                Heading.CLAIMED_AT,
                Heading.ENDED));
        for (StopClaim claim : claims) {
            table.row(
                    claim.getCaseId(),
                    claim.getLevel(),
                    Formats.yuan(claim.getTaintedFen()),
                    Formats.yuan(claim.getHeldFen()),
                    console.moment(claim.getClaimedAt()),
                    claim.hasEnd()
                            ? console.text(
                                    ViewText.CLAIM_ENDED,
                                    console.vocabulary().value(claim.getEnd().getCause()),
                                    claim.getEnd().getReference())
                            : "-");
        }
        return table.isEmpty() ? console.text(ViewText.NO_CLAIMS) : table.render(console);
    }
}
