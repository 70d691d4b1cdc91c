package org.stoppayment.freeze.objections.application;

import java.util.Locale;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.HoldInput;
import org.stoppayment.freeze.holds.application.Measure;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.PlainText;

/** Checks requests about objections; collects the violations of a request. */
final class ObjectionInput {

    private static final int MAX_NAME = 100;
    private static final int MAX_PHONE = 50;
    private static final int MAX_STATEMENT = 2000;
    private static final int MAX_REASON = 500;

    private final HoldInput input = new HoldInput();

    ObjectionInput id(String field, String id) {
        input.id(field, id);
        return this;
    }

    ObjectionInput optionalId(String field, String id) {
        return id.isEmpty() ? this : id(field, id);
    }

    ObjectionInput account(String institutionCode, String number) {
        input.account(institutionCode, number);
        return this;
    }

    ObjectionInput objector(String name, String phone) {
        text("objector.name", name, MAX_NAME, "");
        text("objector.phone", phone, MAX_PHONE, "");
        return this;
    }

    ObjectionInput present(String field, Optional<?> value, String expected) {
        if (value.isEmpty()) {
            input.reject(field, "MISSING", "none", expected);
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
        if (!digest.isEmpty()) {
            input.digest("evidenceDigest", digest);
        }
        return this;
    }

    ObjectionInput officer(String field, Officer officer) {
        input.officer(field, officer);
        return this;
    }

    /** Of an outcome that releases nothing. */
    ObjectionInput noMeasure(Measure measure) {
        if (!isEmpty(measure)) {
            input.reject("documentDigest", "NOT_ALLOWED", "given", "none: the outcome releases nothing");
        }
        return this;
    }

    /** Fails with all violations, if there are any. */
    void refuse() {
        input.refuse();
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
            input.reject(field, value.isBlank() ? "MISSING" : "LENGTH", value.length() + " characters", "1.." + max);
            return;
        }
        PlainText.firstForbidden(value, allowed)
                .ifPresent(index -> input.add(PlainText.violation(field, value, index)));
    }
}
