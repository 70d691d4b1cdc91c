package org.stoppayment.freeze.shared.application;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.freeze.shared.domain.Decision;
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

    /** Fails, with all violations, unless there is a reference, 1..100 characters, and an operator: {@link #require(Decision)}. */
    public static void requireReferenceAndOperator(Decision decision) {
        refuse(referenceAndOperator(decision));
    }

    /**
     * Fails, with all violations, unless there is a reason, 1..200 characters, a reference, 1..100, and an operator with an organisation,
     * 1..100, and a badge number, 1..50.
     */
    public static void require(Decision decision) {
        List<Violation> violations = new ArrayList<>(violations("reason", decision.reason(), MAX_REASON));
        violations.addAll(referenceAndOperator(decision));
        refuse(violations);
    }

    private static List<Violation> referenceAndOperator(Decision decision) {
        List<Violation> violations = new ArrayList<>(violations("reference", decision.reference(), MAX_REFERENCE));
        violations.addAll(operatorViolations(decision.officer()));
        return violations;
    }

    /** Violations of an officer: an organisation, 1..100 characters, and a badge number, 1..50, are required. */
    public static List<Violation> violations(Officer officer) {
        return violations("officer", officer);
    }

    /** The same, of an officer whom the request calls its operator. */
    public static List<Violation> operatorViolations(Officer officer) {
        return violations("operator", officer);
    }

    /** Violations of a reason that must be given: 1..200 characters. */
    public static List<Violation> reasonViolations(String reason) {
        return violations("reason", reason, MAX_REASON);
    }

    /** The same, of an officer whom the request calls {@code field}. */
    public static List<Violation> violations(String field, Officer officer) {
        List<Violation> violations =
                new ArrayList<>(name(field + ".organisation", officer.organisation(), MAX_ORGANISATION));
        violations.addAll(name(field + ".badgeNumber", officer.badgeNumber(), MAX_BADGE));
        return violations;
    }

    private static List<Violation> name(String field, String value, int max) {
        return Officer.isReserved(value)
                ? List.of(new Violation(field, "RESERVED", "value: " + value + " (expected: that of an officer)"))
                : violations(field, value, max);
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
