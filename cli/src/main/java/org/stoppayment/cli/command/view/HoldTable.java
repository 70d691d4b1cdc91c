package org.stoppayment.cli.command.view;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentState;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentView;
import org.stoppayment.proto.freeze.v1.FreezeState;

/** Freezes as a table. */
public final class HoldTable {

    private final Console console;
    private final Instant now;

    /** @param now countdowns are counted from here */
    public HoldTable(Console console, Instant now) {
        this.console = console;
        this.now = now;
    }

    /** One line for each freeze; what was paid back to victims only if there is any. */
    public String render(List<Freeze> freezes) {
        boolean anyReturned = freezes.stream().anyMatch(freeze -> freeze.getReturnedFen() > 0);
        List<Heading> headings = new ArrayList<>(List.of(
                Heading.APPLICATION_ID,
                Heading.ACCOUNT,
                Heading.STATE,
                Heading.INSTITUTION,
                Heading.SUM,
                Heading.FROZEN));
        if (anyReturned) {
            headings.add(Heading.RETURNED);
        }
        headings.addAll(List.of(Heading.ENDS, Heading.CASE, Heading.CODE, Heading.NOTES));
        Table table = new Table(Heading.of(console, headings.toArray(Heading[]::new)));
        freezes.forEach(freeze -> table.row(cells(freeze, anyReturned).toArray()));
        return table.isEmpty() ? console.text(ViewText.NO_FREEZES) : table.render(console);
    }

    private List<Object> cells(Freeze freeze, boolean anyReturned) {
        List<Object> cells = new ArrayList<>(List.of(
                freeze.getApplicationId(),
                Formats.number(freeze.getAccount()),
                console.toned(tone(freeze.getState()), console.vocabulary().value(freeze.getState())),
                Formats.orDash(
                        console.vocabulary().institution(freeze.getAccount().getInstitutionCode())),
                sum(console, freeze),
                frozen(freeze)));
        if (anyReturned) {
            cells.add(Formats.yuan(freeze.getReturnedFen()));
        }
        cells.addAll(List.of(
                end(freeze),
                Formats.orDash(freeze.getCaseId()),
                Formats.orDash(console.vocabulary().resultCode(freeze.getResultCode())),
                notes(freeze)));
        return cells;
    }

    /** The tone of a state. */
    public static Tone tone(FreezeState state) {
        return switch (state) {
            case FREEZE_STATE_IN_EFFECT -> Tone.GOOD;
            case FREEZE_STATE_DECLINED, FREEZE_STATE_MANUAL, FREEZE_STATE_AUTO_LIFTED -> Tone.BAD;
            case FREEZE_STATE_PARTIAL, FREEZE_STATE_WAITING, FREEZE_STATE_IN_DOUBT -> Tone.WARNING;
            default -> Tone.QUIET;
        };
    }

    /** What was ordered: a sum in yuan, or the name of a full freeze. */
    public static String sum(Console console, Freeze freeze) {
        if (freeze.getMode() == FreezeMode.FREEZE_MODE_FULL) {
            return console.vocabulary().value(freeze.getMode());
        }
        return freeze.hasAmountFen() ? Formats.yuan(freeze.getAmountFen()) : Formats.orDash("");
    }

    private static String frozen(Freeze freeze) {
        return freeze.hasFrozenFen() ? Formats.yuan(freeze.getFrozenFen()) : Formats.orDash("");
    }

    /** When it ended, else when it ends and in how long. */
    private String end(Freeze freeze) {
        if (freeze.hasEndedAt()) {
            return console.moment(freeze.getEndedAt());
        }
        return freeze.hasExpiresAt() ? end(console, freeze.getExpiresAt(), now) : Formats.orDash("");
    }

    /** The moment at which something ends, and in how long; the moment alone once it has passed. */
    public static String end(Console console, Timestamp end, Instant now) {
        Duration left = Duration.between(now, OrderStates.instant(end));
        return left.isNegative()
                ? console.moment(end)
                : console.text(
                        ViewText.ENDS_IN, console.moment(end), console.texts().age(left));
    }

    private String notes(Freeze freeze) {
        List<String> notes = new ArrayList<>();
        notes.add(console.vocabulary().code(freeze.getManualReason()));
        if (freeze.hasWaitingPlace()) {
            notes.add(console.text(ViewText.WAITING_PLACE, freeze.getWaitingPlace()));
        }
        if (freeze.getMajorCase()) {
            notes.add(console.text(ViewText.MAJOR_CASE));
        }
        if (freeze.getNewHold()) {
            notes.add(console.text(ViewText.NEW_HOLD));
        }
        freeze.getAmendmentsList().stream()
                .filter(amendment -> isUnderWay(amendment.getState()))
                .map(this::amendment)
                .forEach(notes::add);
        notes.removeIf(String::isEmpty);
        return Formats.orDash(String.join("; ", notes));
    }

    private String amendment(FreezeAmendmentView amendment) {
        return console.text(
                ViewText.AMENDMENT,
                console.vocabulary().value(amendment.getKind()),
                console.vocabulary().value(amendment.getState()),
                0,
                "");
    }

    private static boolean isUnderWay(FreezeAmendmentState state) {
        return state != FreezeAmendmentState.FREEZE_AMENDMENT_STATE_DONE
                && state != FreezeAmendmentState.FREEZE_AMENDMENT_STATE_DECLINED;
    }
}
