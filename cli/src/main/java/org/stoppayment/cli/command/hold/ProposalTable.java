package org.stoppayment.cli.command.hold;

import java.time.Instant;
import java.util.List;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.command.view.HoldTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.HoldProposal;

/** What should be done about holds as a table. */
final class ProposalTable {

    private final Console console;
    private final Instant now;

    /** @param now countdowns are counted from here */
    ProposalTable(Console console, Instant now) {
        this.console = console;
        this.now = now;
    }

    /** One line for each proposal. */
    String render(List<HoldProposal> proposals) {
        Table table = new Table(Heading.of(
                console,
                Heading.PROPOSAL,
                Heading.ACCOUNT,
                Heading.SUM,
                Heading.SURPLUS,
                Heading.HOLDS,
                Heading.INSTITUTION,
                Heading.ENDS,
                Heading.CASE,
                Heading.APPLICATION_ID,
                Heading.OBJECTION));
        for (HoldProposal proposal : proposals) {
            table.row(
                    console.vocabulary().value(proposal.getKind()),
                    Formats.number(proposal.getAccount()),
                    Formats.yuan(proposal.getAmountFen()),
                    proposal.getSurplusFen() > 0 ? Formats.yuan(proposal.getSurplusFen()) : Formats.orDash(""),
                    proposal.hasHeldFen() ? Formats.yuan(proposal.getHeldFen()) : Formats.orDash(""),
                    Formats.orDash(console.vocabulary()
                            .institution(proposal.getAccount().getInstitutionCode())),
                    proposal.hasEndsAt() ? HoldTable.end(console, proposal.getEndsAt(), now) : Formats.orDash(""),
                    proposal.getCaseId(),
                    proposal.getApplicationId(),
                    Formats.orDash(proposal.getOpenObjection()));
        }
        return table.render(console);
    }
}
