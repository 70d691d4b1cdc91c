package org.stoppayment.cli.command.victim.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stoppayment.cli.command.victim.status.VictimStatus.Section;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.recovery.v1.Positions;

/**
 * Puts the facts of a case into words for its victim. Only sums of this case are read, and of accounts only bank and number: no name of a
 * holder, and nothing of another victim, can get into a sentence.
 */
final class StatusWriter {

    private final Console console;
    private final VictimFacts facts;
    private final PlainMoments moments;

    StatusWriter(Console console, VictimFacts facts) {
        this.console = console;
        this.facts = facts;
        this.moments = new PlainMoments(console);
    }

    /** What the victim is told. Masking the victim's own name is up to the caller. */
    VictimStatus write(Instant now) {
        return new VictimStatus(
                console.texts().language().name().toLowerCase(Locale.ROOT),
                text(StatusText.TITLE),
                List.of(
                        text(StatusText.HEAD_CASE, facts.caseId()),
                        text(
                                StatusText.HEAD_VICTIM,
                                facts.recovery()
                                        .map(known -> known.getVictim().getName())
                                        .filter(name -> !name.isEmpty())
                                        .orElseGet(() -> facts.reported()
                                                .getCase()
                                                .getReport()
                                                .getVictim()
                                                .getName())),
                        text(StatusText.AS_OF, moments.of(now))),
                List.of(
                        happened(),
                        new HoldWriter(console, facts, now).stopped(),
                        new RestWriter(console, facts).gone(),
                        new PlanWriter(console, facts, now).planned(),
                        new NeedWriter(console, facts).needed(),
                        new PaymentWriter(console, facts, now).paid(),
                        noPromise()));
    }

    private Section happened() {
        Case reported = facts.reported().getCase();
        List<String> lines = new ArrayList<>();
        String desk = reported.getReport().getOperator().getOrganisation();
        String accepted = moments.of(reported.getAcceptedAt());
        lines.add(desk.isEmpty() ? text(StatusText.CALLED, accepted) : text(StatusText.CALLED_AT, accepted, desk));
        facts.progress()
                .map(CaseProgress::getReportedFen)
                .or(() -> facts.books().map(Positions::getReportedFen))
                .filter(fen -> fen > 0)
                .ifPresent(fen -> lines.add(text(StatusText.REPORTED, Formats.yuan(fen))));
        if (reported.hasWithdrawal()) {
            lines.add(text(
                    StatusText.WITHDRAWN, moments.of(reported.getWithdrawal().getWithdrawnAt())));
        } else if (reported.getFilingsCount() == 0) {
            lines.add(text(StatusText.NOT_FILED));
        } else {
            var filing = reported.getFilings(reported.getFilingsCount() - 1).getFacts();
            lines.add(text(
                    StatusText.FILED, moments.of(filing.getFiledAt()), filing.getOrganisation(), filing.getNumber()));
        }
        if (reported.hasClosing()) {
            lines.add(text(StatusText.CLOSED));
        }
        return new Section(text(StatusText.HAPPENED), lines);
    }

    private Section noPromise() {
        return new Section(
                text(StatusText.NO_PROMISE),
                List.of(
                        text(StatusText.NO_PROMISE_SUM),
                        text(StatusText.NO_PROMISE_CHANGES),
                        text(StatusText.NO_PROMISE_FEE)));
    }

    private String text(StatusText text, Object... arguments) {
        return console.text(text, arguments);
    }
}
