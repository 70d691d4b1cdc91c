package org.stoppayment.cli.command.hold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.command.view.HoldTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.HoldProposal;

/** What should be done about holds as a table. */
final class ProposalTable {

    private static final List<Heading> HEADINGS = List.of(
            Heading.PROPOSAL,
            Heading.ACCOUNT,
            Heading.SUM,
            Heading.SURPLUS,
            Heading.HOLDS,
            Heading.INSTITUTION,
            Heading.ENDS,
            Heading.CASE,
            Heading.APPLICATION_ID);

    private final Console console;
    private final Instant now;

    /** @param now countdowns are counted from here */
    ProposalTable(Console console, Instant now) {
        this.console = console;
        this.now = now;
    }

    /** One line for each proposal; a column for open objections only if there are any. */
    String render(List<HoldProposal> proposals) {
        boolean objections = proposals.stream()
                .anyMatch(proposal -> !proposal.getOpenObjection().isEmpty());
        List<Heading> headings = new ArrayList<>(HEADINGS);
        if (objections) {
            headings.add(Heading.OBJECTION);
        }
        Table table = new Table(Heading.of(console, headings.toArray(Heading[]::new)));
        for (HoldProposal proposal : proposals) {
            List<Object> row = new ArrayList<>(List.of(
                    console.vocabulary().value(proposal.getKind()),
                    Formats.number(proposal.getAccount()),
                    Formats.yuan(proposal.getAmountFen()),
                    proposal.getSurplusFen() > 0 ? Formats.yuan(proposal.getSurplusFen()) : Formats.orDash(""),
                    proposal.hasHeldFen() ? Formats.yuan(proposal.getHeldFen()) : Formats.orDash(""),
                    Formats.orDash(console.vocabulary()
                            .institution(proposal.getAccount().getInstitutionCode())),
                    proposal.hasEndsAt() ? HoldTable.end(console, proposal.getEndsAt(), now) : Formats.orDash(""),
                    proposal.getCaseId(),
                    proposal.getApplicationId()));
            if (objections) {
                row.add(Formats.orDash(proposal.getOpenObjection()));
            }
            table.row(row.toArray());
        }
        return table.render(console);
    }
}
