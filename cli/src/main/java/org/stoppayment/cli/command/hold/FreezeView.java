package org.stoppayment.cli.command.hold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.command.view.DecisionTable;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.command.view.HoldTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.common.v1.LegalBasis;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentView;
import org.stoppayment.proto.freeze.v1.FreezeTimelineEntry;

/** All that is known about a freeze. Masking is up to the caller. */
final class FreezeView {

    private final Console console;
    private final Instant now;

    /** @param now countdowns are counted from here */
    FreezeView(Console console, Instant now) {
        this.console = console;
        this.now = now;
    }

    /** Prints what it holds and since when, what it rests on, its orders and its timeline. */
    void print(Freeze freeze) {
        line(
                HoldText.FREEZE_LINE,
                freeze.getApplicationId(),
                console.toned(
                        HoldTable.tone(freeze.getState()), console.vocabulary().value(freeze.getState())),
                reasons(freeze));
        line(HoldText.CASE_LINE, freeze.getCaseId());
        line(
                HoldText.ACCOUNT_LINE,
                Formats.number(freeze.getAccount()),
                Formats.orDash(
                        console.vocabulary().institution(freeze.getAccount().getInstitutionCode())),
                Formats.orDash(freeze.getAccount().getName()));
        holds(freeze);
        term(freeze);
        origin(freeze);
        unrelated(freeze);
        basis(freeze);
        section(amendments(freeze.getAmendmentsList()));
        section(timeline(freeze.getTimelineList()));
    }

    private void line(HoldText text, Object... arguments) {
        console.print(console.fitted(console.text(text, arguments)));
    }

    /** Why a person must act, and what the institution said last. */
    private String reasons(Freeze freeze) {
        List<String> reasons = new ArrayList<>(List.of(
                console.vocabulary().code(freeze.getManualReason()),
                console.vocabulary().resultCode(freeze.getResultCode())));
        reasons.removeIf(String::isEmpty);
        return console.texts().listed(reasons);
    }

    private void holds(Freeze freeze) {
        line(
                HoldText.SUM_LINE,
                freeze.getMode() == FreezeMode.FREEZE_MODE_FULL
                        ? console.text(HoldText.WHOLE_ACCOUNT)
                        : console.text(HoldText.LIMITED_TO, HoldTable.sum(console, freeze)),
                Formats.yuan(freeze.getTaintedFen()));
        if (freeze.hasFrozenFen()) {
            line(HoldText.HOLDS_LINE, Formats.yuan(freeze.getFrozenFen()));
        } else {
            line(HoldText.HOLDS_UNKNOWN_LINE);
        }
        if (freeze.getReturnedFen() > 0) {
            line(HoldText.RETURNED_LINE, Formats.yuan(freeze.getReturnedFen()));
        }
        if (freeze.hasWaitingPlace()) {
            line(HoldText.WAITS_LINE, freeze.getWaitingPlace());
        }
        if (!freeze.getReason().isEmpty()) {
            line(HoldText.REASON_LINE, console.vocabulary().reason(freeze.getReason()));
        }
    }

    private void term(Freeze freeze) {
        if (freeze.hasBeganAt()) {
            line(HoldText.BEGAN_LINE, console.moment(freeze.getBeganAt()));
        }
        if (freeze.hasEndedAt()) {
            line(HoldText.ENDED_LINE, console.moment(freeze.getEndedAt()));
        } else if (freeze.hasExpiresAt()) {
            line(HoldText.ENDS_LINE, HoldTable.end(console, freeze.getExpiresAt(), now), freeze.getMajorCase() ? 1 : 0);
        }
    }

    /** Which stop it takes over from, and whether there was a gap. */
    private void origin(Freeze freeze) {
        if (!freeze.getStopApplicationId().isEmpty()) {
            line(HoldText.STOP_LINE, freeze.getStopApplicationId());
        }
        if (freeze.getNewHold()) {
            line(HoldText.GAP_LINE);
        }
    }

    private void unrelated(Freeze freeze) {
        if (!freeze.hasUnrelatedSince()) {
            return;
        }
        line(
                HoldText.UNRELATED_LINE,
                console.moment(freeze.getUnrelatedSince()),
                console.moment(freeze.getUnrelatedDueAt()));
        if (freeze.hasOwnerNotifiedAt()) {
            line(HoldText.NOTIFIED_LINE, console.moment(freeze.getOwnerNotifiedAt()));
        } else {
            line(HoldText.NOT_NOTIFIED_LINE);
        }
    }

    private void basis(Freeze freeze) {
        LegalBasis basis = freeze.getLegalBasis();
        line(HoldText.FILED_LINE, basis.getFilingNumber(), basis.getOrganisation());
        line(HoldText.DOCUMENT_LINE, basis.getDocumentDigest());
        line(HoldText.APPROVED_LINE, FreezePreview.approver(console, basis.getApprover()));
        line(
                HoldText.ORDERED_LINE,
                console.moment(freeze.getRequestedAt()),
                DecisionTable.officer(console, freeze.getOperator()));
    }

    private String amendments(List<FreezeAmendmentView> amendments) {
        Table table = new Table(Heading.of(
                console,
                Heading.APPLICATION_ID,
                Heading.KIND,
                Heading.STATE,
                Heading.AT,
                Heading.DETAIL,
                Heading.CODE,
                Heading.REASON,
                Heading.OFFICER,
                Heading.APPROVER));
        for (FreezeAmendmentView amendment : amendments) {
            table.row(
                    amendment.getApplicationId(),
                    console.vocabulary().value(amendment.getKind()),
                    console.vocabulary().value(amendment.getState()),
                    console.moment(amendment.getRequestedAt()),
                    detail(amendment),
                    Formats.orDash(console.vocabulary().resultCode(amendment.getResultCode())),
                    Formats.orDash(amendment.getReason()),
                    DecisionTable.officer(console, amendment.getOperator()),
                    amendment.hasApprover() ? FreezePreview.approver(console, amendment.getApprover()) : "-");
        }
        return table.isEmpty() ? "" : console.text(HoldText.ORDERS) + "\n" + table.render(console);
    }

    /** The new end of a renewal, the new sum of a change. */
    private String detail(FreezeAmendmentView amendment) {
        return switch (amendment.getKind()) {
            case FREEZE_AMENDMENT_KIND_RENEWAL ->
                amendment.hasExpiresAt()
                        ? console.text(HoldText.NEW_END, console.moment(amendment.getExpiresAt()))
                        : Formats.orDash("");
            case FREEZE_AMENDMENT_KIND_CHANGE ->
                amendment.hasAmountFen()
                        ? console.text(HoldText.NEW_SUM, Formats.yuan(amendment.getAmountFen()))
                        : Formats.orDash("");
            default -> Formats.orDash("");
        };
    }

    private String timeline(List<FreezeTimelineEntry> timeline) {
        Table table = new Table(Heading.of(console, Heading.AT, Heading.STATE, Heading.DETAIL));
        for (FreezeTimelineEntry entry : timeline) {
            table.row(
                    console.moment(entry.getAt()),
                    console.toned(
                            HoldTable.tone(entry.getState()),
                            console.vocabulary().value(entry.getState())),
                    Formats.orDash(console.vocabulary().cause(entry.getCause())));
        }
        return table.isEmpty() ? "" : console.text(HoldText.TIMELINE) + "\n" + table.render(console);
    }

    /** After a blank line; nothing when it is empty. */
    private void section(String text) {
        if (!text.isEmpty()) {
            console.print("");
            console.print(text);
        }
    }
}
