package org.stoppayment.cli.command.view;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.StopClaim;

/** Claims on a stopped account as a table. */
public final class ClaimTable {

    private ClaimTable() {}

    /** One line per claim; what is frozen, and what was paid back to victims, only if there is any. */
    public static String of(Console console, List<StopClaim> claims) {
        boolean anyFrozen = claims.stream().anyMatch(claim -> claim.getFrozenFen() > 0);
        List<Heading> headings = new ArrayList<>(List.of(Heading.CASE, Heading.LEVEL, Heading.TAINTED, Heading.HELD));
        if (anyFrozen) {
            headings.add(Heading.FROZEN);
        }
        boolean anyReturned = claims.stream().anyMatch(claim -> claim.getReturnedFen() > 0);
        if (anyReturned) {
            headings.add(Heading.RETURNED);
        }
        headings.addAll(List.of(Heading.CLAIMED_AT, Heading.ENDED));
        Table table = new Table(Heading.of(console, headings.toArray(Heading[]::new)));
        for (StopClaim claim : claims) {
            List<Object> cells = new ArrayList<>(List.of(
                    claim.getCaseId(),
                    claim.getLevel(),
                    Formats.yuan(claim.getTaintedFen()),
                    Formats.yuan(claim.getHeldFen())));
            if (anyFrozen) {
                cells.add(Formats.yuan(claim.getFrozenFen()));
            }
            if (anyReturned) {
                cells.add(Formats.yuan(claim.getReturnedFen()));
            }
            cells.add(console.moment(claim.getClaimedAt()));
            cells.add(end(console, claim));
            table.row(cells.toArray());
        }
        return table.isEmpty() ? console.text(ViewText.NO_CLAIMS) : table.render(console);
    }

    private static String end(Console console, StopClaim claim) {
        return claim.hasEnd()
                ? console.text(
                        ViewText.CLAIM_ENDED,
                        console.vocabulary().value(claim.getEnd().getCause()),
                        claim.getEnd().getReference())
                : "-";
    }
}
