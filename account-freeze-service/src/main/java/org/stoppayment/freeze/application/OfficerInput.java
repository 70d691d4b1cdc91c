package org.stoppayment.freeze.application;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;

/** Checks what an officer must say with whatever is asked for. */
final class OfficerInput {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_REFERENCE = 100;

    private OfficerInput() {}

    /** Fails unless there is a reference, 1..100 characters. */
    static void requireReference(String reference) {
        refuse(violations("reference", reference, LONGEST_REFERENCE));
    }

    /** Fails, with all that is wrong, unless there is a reason, 1..200 characters, and a reference, 1..100. */
    static void requireReasonAndReference(String reason, String reference) {
        List<Violation> violations = new ArrayList<>(violations("reason", reason, LONGEST_REASON));
        violations.addAll(violations("reference", reference, LONGEST_REFERENCE));
        refuse(violations);
    }

    private static List<Violation> violations(String field, String value, int most) {
        return value.isBlank() || value.length() > most
                ? List.of(new Violation(
                        field, "LENGTH", "value: " + value.length() + " characters (expected: 1.." + most + ")"))
                : List.of();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ServiceException.InvalidInput(violations);
        }
    }
}
