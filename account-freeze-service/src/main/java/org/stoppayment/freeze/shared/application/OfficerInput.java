package org.stoppayment.freeze.shared.application;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.PlainText;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;

/** Checks what an officer must say with whatever is asked for. */
public final class OfficerInput {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_ORGANISATION = 100;
    private static final int LONGEST_BADGE = 50;
    private static final int LONGEST_NOTE = 500;

    private OfficerInput() {}

    /** Fails unless there is a reference, 1..100 characters. */
    public static void requireReference(String reference) {
        refuse(violations("reference", reference, LONGEST_REFERENCE));
    }

    /** Fails, with all that is wrong, unless there is a reason, 1..200 characters, and a reference, 1..100. */
    public static void requireReasonAndReference(String reason, String reference) {
        List<Violation> violations = new ArrayList<>(violations("reason", reason, LONGEST_REASON));
        violations.addAll(violations("reference", reference, LONGEST_REFERENCE));
        refuse(violations);
    }

    /** What is wrong with an officer: an organisation, 1..100 characters, and a badge number, 1..50, are needed. */
    public static List<Violation> violations(Officer officer) {
        List<Violation> violations =
                new ArrayList<>(violations("officer.organisation", officer.organisation(), LONGEST_ORGANISATION));
        violations.addAll(violations("officer.badgeNumber", officer.badgeNumber(), LONGEST_BADGE));
        return violations;
    }

    /** What is wrong with a note: at most 500 characters, none of them a control character but tabs and line ends. */
    public static List<Violation> noteViolations(String note) {
        List<Violation> violations = new ArrayList<>(forbidden("note", note, "\t\r\n"));
        if (note.length() > LONGEST_NOTE) {
            violations.add(new Violation(
                    "note", "LENGTH", "value: " + note.length() + " characters (expected: 0.." + LONGEST_NOTE + ")"));
        }
        return violations;
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

    /** Fails with all that is wrong, if anything is. */
    public static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ServiceException.InvalidInput(violations);
        }
    }
}
