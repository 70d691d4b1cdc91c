package org.stoppayment.freeze.objections.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stoppayment.freeze.holds.application.Measure;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.PlainText;
import org.stoppayment.kernel.Violation;

/** Checks requests about objections; collects the violations of a request. */
final class ObjectionInput {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int MAX_CODE = 14;
    private static final int MAX_NAME = 100;
    private static final int MAX_PHONE = 50;
    private static final int MAX_STATEMENT = 2000;
    private static final int MAX_REASON = 500;

    private final List<Violation> violations = new ArrayList<>();

    ObjectionInput id(String field, String id) {
        if (Ids.parse(id).isEmpty()) {
            reject(field, "NOT_A_UUID", id.length() + " characters", "a UUID");
        }
        return this;
    }

    ObjectionInput optionalId(String field, String id) {
        return id.isEmpty() ? this : id(field, id);
    }

    ObjectionInput account(String institutionCode, String number) {
        violations.addAll(PlainText.violations("institutionCode", institutionCode, 1, MAX_CODE));
        violations.addAll(PlainText.violations("accountNumber", number, 1, AccountNumber.MAX_CHARACTERS));
        return this;
    }

    ObjectionInput objector(String name, String phone) {
        text("objector.name", name, MAX_NAME, "");
        text("objector.phone", phone, MAX_PHONE, "");
        return this;
    }

    ObjectionInput present(String field, Optional<?> value, String expected) {
        if (value.isEmpty()) {
            reject(field, "MISSING", "none", expected);
        }
        return this;
    }

    ObjectionInput statement(String statement) {
        text("statement", statement, MAX_STATEMENT, "\t\r\n");
        return this;
    }

    ObjectionInput reason(String reason) {
        text("reason", reason, MAX_REASON, "\t\r\n");
        return this;
    }

    ObjectionInput evidence(String digest) {
        if (!digest.isEmpty() && !SHA_256.matcher(digest).matches()) {
            reject("evidenceDigest", "FORM", digest.length() + " characters", "SHA-256 as 64 hexadecimal digits");
        }
        return this;
    }

    ObjectionInput officer(String field, Officer officer) {
        violations.addAll(OfficerInput.violations(field, officer));
        return this;
    }

    /** Of an outcome that releases nothing. */
    ObjectionInput noMeasure(Measure measure) {
        if (!isEmpty(measure)) {
            reject("documentDigest", "NOT_ALLOWED", "given", "none: the outcome releases nothing");
        }
        return this;
    }

    /** Fails with all violations, if there are any. */
    void refuse() {
        OfficerInput.refuse(violations);
    }

    /** True when neither a document nor an approver is given. */
    static boolean isEmpty(Measure measure) {
        return measure.documentDigest().isEmpty()
                && measure.approver().organisation().isEmpty()
                && measure.approver().badgeNumber().isEmpty()
                && measure.level().isEmpty();
    }

    /** A checked digest in the form that is stored. */
    static Optional<String> digest(String checked) {
        return Optional.of(checked.toLowerCase(Locale.ROOT)).filter(digest -> !digest.isEmpty());
    }

    private void text(String field, String value, int max, String allowed) {
        if (value.isBlank() || value.length() > max) {
            reject(field, value.isBlank() ? "MISSING" : "LENGTH", value.length() + " characters", "1.." + max);
            return;
        }
        PlainText.firstForbidden(value, allowed)
                .ifPresent(index -> violations.add(PlainText.violation(field, value, index)));
    }

    private void reject(String field, String code, String value, String expected) {
        violations.add(new Violation(field, code, "value: " + value + " (expected: " + expected + ")"));
    }
}
