package org.stoppayment.freeze.shared.application;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.PlainText;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;

/** Checks what an officer must give with a request. */
public final class OfficerInput {

    private static final int MAX_REASON = 200;
    private static final int MAX_REFERENCE = 100;
    private static final int MAX_ORGANISATION = 100;
    private static final int MAX_BADGE = 50;
    private static final int MAX_NOTE = 500;

    private OfficerInput() {}

    /** Fails unless there is a reference, 1..100 characters. */
    public static void requireReference(String reference) {
        refuse(violations("reference", reference, MAX_REFERENCE));
    }

    /** Fails, with all violations, unless there is a reason, 1..200 characters, and a reference, 1..100. */
    public static void requireReasonAndReference(String reason, String reference) {
        refuse(reasonViolations(reason, reference));
    }

    /** The same; an operator, who need not be named, has an organisation of at most 100 characters and a badge of at most 50. */
    public static void requireReasonAndReference(String reason, String reference, Officer operator) {
        List<Violation> violations = new ArrayList<>(reasonViolations(reason, reference));
        violations.addAll(optional("operator.organisation", operator.organisation(), MAX_ORGANISATION));
        violations.addAll(optional("operator.badgeNumber", operator.badgeNumber(), MAX_BADGE));
        refuse(violations);
    }

    private static List<Violation> reasonViolations(String reason, String reference) {
        List<Violation> violations = new ArrayList<>(violations("reason", reason, MAX_REASON));
        violations.addAll(violations("reference", reference, MAX_REFERENCE));
        return violations;
    }

    private static List<Violation> optional(String field, String value, int max) {
        return value.isEmpty() ? List.of() : violations(field, value, max);
    }

    /** Violations of an officer: an organisation, 1..100 characters, and a badge number, 1..50, are required. */
    public static List<Violation> violations(Officer officer) {
        List<Violation> violations =
                new ArrayList<>(violations("officer.organisation", officer.organisation(), MAX_ORGANISATION));
        violations.addAll(violations("officer.badgeNumber", officer.badgeNumber(), MAX_BADGE));
        return violations;
    }

    /** Violations of a note: at most 500 characters, no control characters but tabs and line ends. */
    public static List<Violation> noteViolations(String note) {
        List<Violation> violations = new ArrayList<>(forbidden("note", note, "\t\r\n"));
        if (note.length() > MAX_NOTE) {
            violations.add(new Violation(
                    "note", "LENGTH", "value: " + note.length() + " characters (expected: 0.." + MAX_NOTE + ")"));
        }
        return violations;
    }

    /** Violations of a note that must be given: 1..200 characters. */
    public static List<Violation> requiredNoteViolations(String note) {
        return violations("note", note, MAX_REASON);
    }

    private static List<Violation> violations(String field, String value, int max) {
        if (value.isBlank() || value.length() > max) {
            return List.of(new Violation(
                    field, "LENGTH", "value: " + value.length() + " characters (expected: 1.." + max + ")"));
        }
        return forbidden(field, value, "");
    }

    private static List<Violation> forbidden(String field, String value, String allowed) {
        return PlainText.firstForbidden(value, allowed).stream()
                .mapToObj(index -> PlainText.violation(field, value, index))
                .toList();
    }

    /** Fails with all violations, if there are any. */
    public static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ServiceException.InvalidInput(violations);
        }
    }
}
