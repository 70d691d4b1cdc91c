package org.stoppayment.cli.command.objection;

import java.time.Instant;
import java.util.List;
import org.stoppayment.cli.command.view.DecisionTable;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.command.view.HoldTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionState;

/** Objections as a table. Masking is up to the caller. */
final class ObjectionTable {

    private final Console console;
    private final Instant now;

    /** @param now countdowns are counted from here */
    ObjectionTable(Console console, Instant now) {
        this.console = console;
        this.now = now;
    }

    /** One line for each objection. */
    String render(List<Objection> objections) {
        Table table = new Table(Heading.of(
                console,
                Heading.OBJECTION,
                Heading.ACCOUNT,
                Heading.STATE,
                Heading.DUE,
                Heading.GROUNDS,
                Heading.OUTCOME,
                Heading.OWNER,
                Heading.INSTITUTION,
                Heading.CASE));
        for (Objection objection : objections) {
            table.row(
                    objection.getObjectionId(),
                    Formats.orDash(objection.getAccountNumber()),
                    console.toned(
                            tone(objection.getState()), console.vocabulary().value(objection.getState())),
                    HoldTable.end(console, objection.getDueAt(), now),
                    console.vocabulary().value(objection.getGrounds()),
                    objection.hasDecision()
                            ? console.vocabulary().value(objection.getDecision().getOutcome())
                            : Formats.orDash(""),
                    DecisionTable.officer(console, objection.getOwner()),
                    Formats.orDash(console.vocabulary().institution(objection.getInstitutionCode())),
                    Formats.orDash(objection.getCaseId()));
        }
        return table.isEmpty() ? console.text(ObjectionText.NO_OBJECTIONS) : table.render(console);
    }

    /** The tone of a state. */
    static Tone tone(ObjectionState state) {
        return switch (state) {
            case OBJECTION_STATE_DECIDED -> Tone.GOOD;
            case OBJECTION_STATE_RELEASE_FAILED -> Tone.BAD;
            case OBJECTION_STATE_OPEN, OBJECTION_STATE_RELEASING -> Tone.WARNING;
            default -> Tone.QUIET;
        };
    }
}
