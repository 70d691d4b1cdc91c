package org.stoppayment.cli.command.objection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.command.view.DecisionTable;
import org.stoppayment.cli.command.view.HoldTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionDecision;
import org.stoppayment.proto.freeze.v1.ObjectionStatement;

/** All that is known about an objection. Masking is up to the caller. */
final class ObjectionView {

    private final Console console;
    private final Instant now;

    /** @param now countdowns are counted from here */
    ObjectionView(Console console, Instant now) {
        this.console = console;
        this.now = now;
    }

    /** Prints it as a result. */
    void print(Objection objection) {
        lines(objection).forEach(console::print);
    }

    /** Prints it before a question. */
    void preview(Objection objection) {
        lines(objection).forEach(console::progress);
    }

    private List<String> lines(Objection objection) {
        List<String> lines = new ArrayList<>();
        add(
                lines,
                ObjectionText.OBJECTION_LINE,
                objection.getObjectionId(),
                console.toned(
                        ObjectionTable.tone(objection.getState()),
                        console.vocabulary().value(objection.getState())));
        add(lines, ObjectionText.CASE_LINE, objection.getCaseId());
        add(
                lines,
                ObjectionText.ACCOUNT_LINE,
                objection.getAccountNumber(),
                Formats.orDash(console.vocabulary().institution(objection.getInstitutionCode())));
        add(
                lines,
                ObjectionText.HELD_LINE,
                console.vocabulary().value(objection.getHoldKind()),
                objection.getHoldApplicationId());
        content(objection, lines);
        objection.getLaterStatementsList().forEach(added -> addition(added, lines));
        add(lines, ObjectionText.OWNER_LINE, DecisionTable.officer(console, objection.getOwner()));
        add(
                lines,
                ObjectionText.TAKEN_LINE,
                console.moment(objection.getOpenedAt()),
                DecisionTable.officer(console, objection.getOperator()));
        add(lines, ObjectionText.DUE_LINE, HoldTable.end(console, objection.getDueAt(), now));
        if (objection.hasDecision()) {
            decision(objection.getDecision(), lines);
        }
        release(objection, lines);
        return lines;
    }

    private void content(Objection objection, List<String> lines) {
        add(
                lines,
                ObjectionText.OBJECTOR_LINE,
                objection.getObjector().getName(),
                console.vocabulary().value(objection.getObjector().getRelation()),
                objection.getObjector().getPhone());
        add(lines, ObjectionText.GROUNDS_LINE, console.vocabulary().value(objection.getGrounds()));
        add(lines, ObjectionText.STATEMENT_LINE, line(objection.getStatement()));
        evidence(objection.getEvidenceDigest(), lines);
    }

    private void addition(ObjectionStatement added, List<String> lines) {
        add(
                lines,
                ObjectionText.ADDED_LINE,
                console.moment(added.getAddedAt()),
                DecisionTable.officer(console, added.getOperator()));
        add(lines, ObjectionText.STATEMENT_LINE, line(added.getStatement()));
        evidence(added.getEvidenceDigest(), lines);
    }

    private void evidence(String digest, List<String> lines) {
        if (!digest.isEmpty()) {
            add(lines, ObjectionText.EVIDENCE_LINE, digest);
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private void decision(ObjectionDecision decision, List<String> lines) {
        add(
                lines,
                ObjectionText.DECIDED_LINE,
                console.vocabulary().value(decision.getOutcome()),
                console.moment(decision.getDecidedAt()),
                DecisionTable.officer(console, decision.getOperator()));
        add(lines, ObjectionText.REASON_LINE, line(decision.getReason()));
        if (!decision.getDocumentDigest().isEmpty()) {
            add(lines, ObjectionText.DOCUMENT_LINE, decision.getDocumentDigest());
        }
        if (decision.hasApprover()) {
            add(lines, ObjectionText.APPROVED_LINE, approver(decision.getApprover()));
        }
    }

    private void release(Objection objection, List<String> lines) {
        if (!objection.getReleaseApplicationId().isEmpty()) {
            add(lines, ObjectionText.RELEASE_LINE, objection.getReleaseApplicationId());
        }
        if (!objection.getReleaseFailure().isEmpty()) {
            add(lines, ObjectionText.FAILED_LINE, console.vocabulary().resultCode(objection.getReleaseFailure()));
        }
        if (objection.hasClosedAt()) {
            add(lines, ObjectionText.CLOSED_LINE, console.moment(objection.getClosedAt()));
        }
    }

    private String approver(Approver approver) {
        return console.text(
                ObjectionText.APPROVER,
                (approver.getOrganisation() + " " + approver.getBadgeNumber()).strip(),
                console.vocabulary().value(approver.getLevel()));
    }

    private void add(List<String> lines, ObjectionText text, Object... arguments) {
        lines.add(console.fitted(console.text(text, arguments)));
    }
}
