package org.stoppayment.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.stoppayment.kernel.ids.Ids;

/** Checks what an officer gives with a request; collects the violations. */
public final class OfficerChecks {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int MAX_REASON = 200;
    private static final int MAX_ORGANISATION = 100;
    private static final int MAX_BADGE = 50;

    private final List<Violation> violations = new ArrayList<>();

    /** A UUID. */
    public OfficerChecks id(String field, String id) {
        if (Ids.parse(id).isEmpty()) {
            reject(field, "NOT_A_UUID", id.length() + " characters", "a UUID");
        }
        return this;
    }

    /** An officer: an organisation, 1..100 characters, and a badge number, 1..50. */
    public OfficerChecks officer(String field, Officer officer) {
        name(field + ".organisation", officer.organisation(), MAX_ORGANISATION);
        name(field + ".badgeNumber", officer.badgeNumber(), MAX_BADGE);
        return this;
    }

    /** A text that must be given. */
    public OfficerChecks text(String field, String text, int max) {
        violations.addAll(PlainText.violations(field, text, 1, max));
        return this;
    }

    /** A reason that must be given: 1..200 characters. */
    public OfficerChecks reason(String reason) {
        return text("reason", reason, MAX_REASON);
    }

    /** The SHA-256 of a document. */
    public OfficerChecks digest(String field, String digest) {
        if (!SHA_256.matcher(digest).matches()) {
            reject(field, "FORM", digest.length() + " characters", "SHA-256 as 64 hexadecimal digits");
        }
        return this;
    }

    /** A sum in fen: 0..10^13. */
    public OfficerChecks sum(String field, long fen) {
        if (fen < 0 || fen > Money.MAX_FEN) {
            reject(field, "OUT_OF_RANGE", String.valueOf(fen), "0..10^13");
        }
        return this;
    }

    /** Notes a violation. */
    public OfficerChecks reject(String field, String code, String value, String expected) {
        violations.add(new Violation(field, code, "value: " + value + " (expected: " + expected + ")"));
        return this;
    }

    /** Fails with {@link ServiceException.InvalidInput}, if there are violations. */
    public void refuse() {
        if (!violations.isEmpty()) {
            throw new ServiceException.InvalidInput(violations);
        }
    }

    private void name(String field, String value, int max) {
        if (Officer.isReserved(value)) {
            reject(field, "RESERVED", value, "that of an officer");
        } else {
            text(field, value, max);
        }
    }
}
