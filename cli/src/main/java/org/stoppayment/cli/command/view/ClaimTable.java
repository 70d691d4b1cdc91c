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
        Table table = new Table("case", ">level", ">tainted", ">held", "claimed at", "ended");
        for (StopClaim claim : claims) {
            table.row(
                    claim.getCaseId(),
                    claim.getLevel(),
                    Formats.yuan(claim.getTaintedFen()),
                    Formats.yuan(claim.getHeldFen()),
                    console.moment(claim.getClaimedAt()),
                    claim.hasEnd()
                            ? Formats.shortName(claim.getEnd().getCause()) + ", "
                                    + claim.getEnd().getReference()
                            : "-");
        }
        return table.isEmpty() ? "no claims" : table.render();
    }
}
