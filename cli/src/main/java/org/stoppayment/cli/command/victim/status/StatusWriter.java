package org.stoppayment.cli.command.victim.status;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stoppayment.cli.command.victim.status.VictimStatus.Section;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.recovery.v1.Positions;

/**
 * Puts the facts of a case into words for its victim. Only sums of this case are read, and of accounts only bank and number: no name of a
 * holder, and nothing of another victim, can get into a sentence.
 */
final class StatusWriter {

    private final Console console;
    private final VictimFacts facts;
    private final AccountWords accounts;
    private final PlainMoments moments;

    StatusWriter(Console console, VictimFacts facts) {
        this.console = console;
        this.facts = facts;
        this.accounts = new AccountWords(console);
        this.moments = new PlainMoments(console);
    }

    /** What the victim is told. Masking the victim's own name is up to the caller. */
    VictimStatus write(Instant now) {
        RefundWriter refunds = new RefundWriter(console, facts);
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
                        stopped(),
                        gone(),
                        refunds.planned(),
                        refunds.needed(),
                        refunds.paid(),
                        noPromise()));
    }

    private Section happened() {
        Case reported = facts.reported().getCase();
        List<String> lines = new ArrayList<>();
        lines.add(text(
                StatusText.CALLED,
                moments.of(reported.getAcceptedAt()),
                reported.getReport().getOperator().getOrganisation()));
        facts.books()
                .map(Positions::getReportedFen)
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

    private Section stopped() {
        List<String> lines = new ArrayList<>();
        if (!facts.reported().hasProgress()) {
            return new Section(text(StatusText.STOPPED), List.of(text(StatusText.NOT_KNOWN_NOW)));
        }
        for (StopOrder order : facts.reported().getProgress().getOrdersList()) {
            String where = accounts.of(order.getAccount());
            if (order.getTaintedHeldFen() > 0) {
                lines.add(text(
                        StatusText.STOPPED_AT,
                        where,
                        Formats.yuan(order.getTaintedHeldFen()),
                        moments.of(order.getExpiresAt())));
            }
            if (order.getTaintedFrozenFen() > 0) {
                String sum = Formats.yuan(order.getTaintedFrozenFen());
                lines.add(endOfFreeze(order)
                        .map(end -> text(StatusText.FROZEN_AT, where, sum, moments.of(end)))
                        .orElseGet(() -> text(StatusText.FROZEN_WITHOUT_END, where, sum)));
            }
        }
        if (lines.isEmpty()) {
            lines.add(text(StatusText.NOTHING_STOPPED));
        }
        if (!facts.reported().getProgress().getSettled()) {
            lines.add(text(StatusText.ASKING_BANKS));
        }
        return new Section(text(StatusText.STOPPED), lines);
    }

    /** Of several freezes of the case on the account, when the last of them ends. */
    private Optional<Timestamp> endOfFreeze(StopOrder order) {
        return facts.freezes().stream()
                .filter(freeze -> freeze.getCaseId().equals(facts.caseId()) && isInEffect(freeze))
                .filter(freeze -> freeze.getAccount()
                                .getNumber()
                                .equals(order.getAccount().getNumber())
                        && freeze.getAccount()
                                .getInstitutionCode()
                                .equals(order.getAccount().getInstitutionCode()))
                .filter(Freeze::hasExpiresAt)
                .map(Freeze::getExpiresAt)
                .max((one, other) -> Long.compare(one.getSeconds(), other.getSeconds()));
    }

    private static boolean isInEffect(Freeze freeze) {
        return freeze.getState() == FreezeState.FREEZE_STATE_IN_EFFECT
                || freeze.getState() == FreezeState.FREEZE_STATE_PARTIAL;
    }

    private Section gone() {
        Positions books = facts.books().orElse(Positions.getDefaultInstance());
        List<String> lines = new ArrayList<>();
        say(lines, StatusText.CASH, books.getCashFen());
        say(lines, StatusText.MERCHANT, books.getMerchantFen());
        say(lines, StatusText.RESTORED, books.getRestoredFen());
        say(lines, StatusText.LAPSED, books.getLapsedFen());
        say(lines, StatusText.LIFTED, books.getLiftedFen());
        say(lines, StatusText.UNKNOWN, books.getUnknownFen());
        if (lines.isEmpty()) {
            lines.add(text(StatusText.NOTHING_GONE));
        }
        return new Section(text(StatusText.GONE), lines);
    }

    private void say(List<String> lines, StatusText what, long fen) {
        if (fen > 0) {
            lines.add(text(what, Formats.yuan(fen)));
        }
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
