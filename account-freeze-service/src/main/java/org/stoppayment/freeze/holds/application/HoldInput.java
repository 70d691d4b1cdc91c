package org.stoppayment.freeze.holds.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stoppayment.freeze.holds.domain.Approver;
import org.stoppayment.freeze.holds.domain.HoldMode;
import org.stoppayment.freeze.rules.domain.ApprovalLevel;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.PlainText;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.Ids;

/** Checks what an officer gives with a request about a freeze; collects the violations of a request. */
public final class HoldInput {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int MAX_REASON = 200;
    private static final int MAX_REFERENCE = 100;
    private static final int MAX_CODE = 14;
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final List<Violation> violations = new ArrayList<>();

    public HoldInput caseId(String caseId) {
        return id("caseId", caseId);
    }

    public HoldInput id(String field, String id) {
        if (Ids.parse(id).isEmpty()) {
            reject(field, "NOT_A_UUID", id.length() + " characters", "a UUID");
        }
        return this;
    }

    public HoldInput account(String institutionCode, String number) {
        violations.addAll(PlainText.violations("institutionCode", institutionCode, 1, MAX_CODE));
        violations.addAll(PlainText.violations("accountNumber", number, 1, AccountNumber.MAX_CHARACTERS));
        return this;
    }

    public HoldInput sum(HoldMode mode, Optional<Long> amountFen) {
        if (mode == HoldMode.FULL && amountFen.isPresent()) {
            reject("amountFen", "NOT_ALLOWED", amountFen.get() + "", "none: a full freeze holds the whole account");
        } else {
            amountFen.ifPresent(this::sum);
        }
        return this;
    }

    public HoldInput sum(long amountFen) {
        if (amountFen < 1 || amountFen > Money.MAX_FEN) {
            reject("amountFen", "OUT_OF_RANGE", String.valueOf(amountFen), "1..10^13");
        }
        return this;
    }

    public HoldInput frozen(long frozenFen) {
        if (frozenFen < 0 || frozenFen > Money.MAX_FEN) {
            reject("frozenFen", "OUT_OF_RANGE", String.valueOf(frozenFen), "0..10^13");
        }
        return this;
    }

    public HoldInput reason(String reason, boolean isRequired) {
        if (isRequired) {
            violations.addAll(OfficerInput.reasonViolations(reason));
        } else {
            violations.addAll(PlainText.violations("reason", reason, 0, MAX_REASON));
        }
        return this;
    }

    public HoldInput reference(String reference) {
        violations.addAll(PlainText.violations("reference", reference, 1, MAX_REFERENCE));
        return this;
    }

    public HoldInput measure(Measure measure) {
        digest("documentDigest", measure.documentDigest());
        officer("approver", measure.approver());
        if (measure.level().isEmpty()) {
            reject("approver.level", "MISSING", "none", "COUNTY or CITY");
        }
        return this;
    }

    public HoldInput officer(Officer officer) {
        violations.addAll(OfficerInput.operatorViolations(officer));
        return this;
    }

    public HoldInput officer(String field, Officer officer) {
        violations.addAll(OfficerInput.violations(field, officer));
        return this;
    }

    public HoldInput digest(String field, String digest) {
        if (!SHA_256.matcher(digest).matches()) {
            reject(field, "FORM", digest.length() + " characters", "SHA-256 as 64 hexadecimal digits");
        }
        return this;
    }

    /** A moment that must be given and not be in the future; clocks may differ. */
    public HoldInput past(String field, Optional<Instant> moment, Instant now) {
        if (moment.isEmpty()) {
            reject(field, "MISSING", "none", "when that was, UTC");
        } else if (moment.get().isAfter(now.plus(CLOCK_TOLERANCE))) {
            reject(field, "IN_FUTURE", moment.get().toString(), "at most 5 minutes ahead of " + now);
        }
        return this;
    }

    public HoldInput add(Violation violation) {
        violations.add(violation);
        return this;
    }

    /** Fails with all violations, if there are any. */
    public void refuse() {
        OfficerInput.refuse(violations);
    }

    /** The digest of a checked measure, in the form that is stored. */
    public static String digest(Measure measure) {
        return measure.documentDigest().toLowerCase(Locale.ROOT);
    }

    /** Who approved a checked measure; fails with a refusal unless the level is high enough. */
    public static Approver approver(Measure measure, ApprovalLevel required) {
        ApprovalLevel level = measure.level().orElseThrow();
        if (!level.isAtLeast(required)) {
            throw new ServiceException.Refusal(
                    "APPROVAL_TOO_LOW", "approver.level: " + level + " (expected: " + required + " or higher)");
        }
        return new Approver(measure.approver(), level);
    }

    public void reject(String field, String code, String value, String expected) {
        violations.add(new Violation(field, code, "value: " + value + " (expected: " + expected + ")"));
    }
}
